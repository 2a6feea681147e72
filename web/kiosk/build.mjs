// kiosk.html: all of it in one file, which opens from a folder without any server.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { hashOf } from "../../script/lib/hash.mjs";

const source = fileURLToPath(new URL("kiosk.html", import.meta.url));

const packed = async (bytes) => (await promisify(gzip)(bytes, { level: 9 })).toString("base64");

/** A script of no type that a browser runs. */
const data = (id, text) => `<script type="text/plain" id="${id}">${text}</script>`;

/** The lists and every pack that they name. */
async function readRules(folder) {
  const read = (name) => readFile(join(folder, "rules", name), "utf8");
  const [index, places] = [await read("index.json"), await read("places.json")].map((text) =>
    JSON.parse(text),
  );
  const files = index.places.flatMap((place) => place.versions.map(({ file }) => file));
  const rules = Object.fromEntries(await Promise.all(files.map(async (file) => [file, await read(file)])));
  return JSON.stringify({ index, places, rules });
}

/** `script` and `style`: the texts that the build made. */
export async function writeKiosk(folder, script, style) {
  const parts = {
    "<!-- style -->": `<style>${style}</style>`,
    "<!-- rules -->": data("rules", await packed(await readRules(folder))),
    "<!-- engine -->": data("engine", await packed(await readFile(join(folder, "engine.wasm")))),
    "<!-- script -->": `<script>${script}</script>`,
    "script-hash": `'${hashOf("sha256", script)}'`,
    "style-hash": `'${hashOf("sha256", style)}'`,
  };
  const wanted = new RegExp(Object.keys(parts).join("|"), "g");
  const document = (await readFile(source, "utf8")).replace(wanted, (name) => parts[name]);
  await writeFile(join(folder, "kiosk.html"), document);
}
