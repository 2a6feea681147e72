// Builds the mini-program into the folder's miniprogram/, and a worker for Alipay beside it, out of the engine.wasm and
// the rules/ that are in the folder given (default: dist).
//   node web/miniprogram/build.mjs [folder]

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { hantTable } from "../hant/plugin.mjs";
import { cardPicture } from "./card.mjs";
import { palette } from "./palette.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? "dist";
const target = join(folder, "miniprogram");
const component = join(target, "components/aid-check");

/** Modules that stay files of their own, by where they are seen from. */
const ownFiles = (core) => ({
  name: "own-files",
  setup({ onResolve }) {
    onResolve({ filter: /\/core\.js$/ }, () => ({ path: core, external: true }));
    onResolve({ filter: /\/rules\/index\.js$/ }, () => ({ path: "./rules/index.js", external: true }));
  },
});

/** What draws a link's code asks at once for what WeChat has not. */
const withoutCodes = {
  name: "without-codes",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/qr\.js$/ }, () => ({ path: join(here, "no-code.ts") }));
  },
};

const script = (entry, outfile, plugins) =>
  build({
    entryPoints: [join(here, entry)],
    outfile,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    format: "cjs",
    target: "es2017",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    plugins,
  });

/** Mini-programs hand in no imports by name before the module is read. */
async function packEngine() {
  const wasm = await readFile(join(folder, "engine.wasm"));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  if (imports.length > 0)
    throw new Error(`engine.wasm imports ${imports.map(({ name }) => name).join(", ")}`);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length, [constants.BROTLI_PARAM_LGWIN]: 24 };
  await writeFile(join(component, "engine.wasm.br"), brotliCompressSync(wasm, { params }));
}

/** Without the space between; members keep their order, which parsing would not leave to those named by numbers. */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");

const LINE_ENDS = { "\u2028": "\\u2028", "\u2029": "\\u2029" };
const quoted = (text) =>
  `'${text.replace(/[\\']/g, "\\$&").replace(/[\u2028\u2029]/g, (sign) => LINE_ENDS[sign])}'`;

/** The text of each pack as a module, and one module that knows them all. */
async function packRules() {
  const read = (file) => readFile(join(folder, "rules", file), "utf8");
  const { places } = JSON.parse(await read("index.json"));
  const { places: names } = JSON.parse(await read("places.json"));
  const files = places.flatMap(({ versions }) => versions.map(({ file }) => file));
  const moduleOf = (file) => `${basename(dirname(file))}-${basename(file, ".json")}.js`;
  await mkdir(join(component, "rules"), { recursive: true });
  for (const file of files) {
    const text = quoted(compact(await read(file)));
    await writeFile(join(component, "rules", moduleOf(file)), `module.exports=${text};\n`);
  }
  const kept = places.map(({ code, name, versions }) => ({
    code,
    name,
    versions: versions.map(({ file, from, until, version, hash }) => ({ file, from, until, version, hash })),
  }));
  // Each in words: the vendor's tools look for what is required by name.
  const loaders = files.map((file) => `${quoted(file)}:function(){return require("./${moduleOf(file)}")}`);
  const index = `exports.places=${JSON.stringify(kept)};\nexports.names=${JSON.stringify(names)};\n`;
  await writeFile(join(component, "rules/index.js"), `${index}exports.files={${loaders.join(",")}};\n`);
}

/** A component's style sheet: the page's palette, and its own parts in this order, which know nothing but classes. */
const STYLES = ["frame", "words", "fields", "answer"];

async function packStyle() {
  const parts = STYLES.map((name) => readFile(join(here, `styles/${name}.wxss`), "utf8"));
  const colours = palette(new URL("../page/styles/", import.meta.url));
  await writeFile(join(component, "index.wxss"), (await Promise.all([colours, ...parts])).join("\n"));
}

await rm(target, { recursive: true, force: true });
await cp(join(here, "project"), target, { recursive: true });
await Promise.all([
  packEngine(),
  packRules(),
  packStyle(),
  writeFile(join(target, "pages/index/card.png"), cardPicture()),
  script("core.ts", join(component, "core.js"), [hantTable, withoutCodes]),
  script("component.ts", join(component, "index.js"), [ownFiles("./core.js")]),
  script("page.ts", join(target, "pages/index/index.js"), [ownFiles("../../components/aid-check/core.js")]),
  script("app.ts", join(target, "app.js"), []),
  script("alipay/worker.ts", join(folder, "miniprogram-alipay/worker.js"), []),
]);
