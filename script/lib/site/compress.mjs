// The .br files that nginx's brotli_static serves, each beside the file that it is made from.
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { replace } from "./replace.mjs";

const TEXTS = /\.(html|js|css|json|wasm)$/;

/** Smaller files gain nothing that a packet would not hold anyway. */
const LEAST_BYTES = 500;

/** The mini-programs are for their vendors' tools, not for the web, and bring .br files of their own. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => !path.startsWith("miniprogram"))
    .map((path) => join(folder, path))
    .filter((file) => statSync(file).isFile());
}

const besideOf = (packed) => packed.slice(0, -".br".length);

/** Whether a .br file holds what stands beside it. */
function isCurrent(packed) {
  try {
    return brotliDecompressSync(readFileSync(packed)).equals(readFileSync(besideOf(packed)));
  } catch {
    return false;
  }
}

/** The .br files of a folder that do not hold what stands beside them. */
export function staleIn(folder) {
  return filesIn(folder).filter((file) => file.endsWith(".br") && !isCurrent(file));
}

/** Makes those anew that are due, and takes away those of files that are gone. Tells how many there are. */
export function compress(folder) {
  for (const packed of staleIn(folder)) {
    if (!existsSync(besideOf(packed))) rmSync(packed);
  }
  const texts = filesIn(folder).filter((file) => TEXTS.test(file) && statSync(file).size >= LEAST_BYTES);
  for (const file of texts) {
    if (!isCurrent(`${file}.br`)) replace(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
  return texts.length;
}
