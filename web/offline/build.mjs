// sw.js: the service worker, with the list of what it keeps.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { hashOf } from "../../script/lib/hash.mjs";

const CORE = ["index.html", "page.css", "page.js", "engine.wasm", "rules/places.json"];
const REST = ["component.css", "embed.html", "engine.js"];

async function hashesOf(folder, names) {
  const pairs = names.map(async (name) => {
    return [name, hashOf("sha256", await readFile(join(folder, name)))];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** For the files that are in the folder now. */
export async function writeWorker(folder) {
  const manifest = { core: await hashesOf(folder, CORE), rest: await hashesOf(folder, REST) };
  await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    outfile: join(folder, "sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    define: { MANIFEST: JSON.stringify(manifest) },
  });
}
