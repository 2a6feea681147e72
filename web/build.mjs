// Builds the page: index.html, page.js and page.css, into the folder given (default: dist), for the engine.wasm that is
// there. Touches nothing else there.
//   node web/build.mjs [folder]

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { hantTable } from "./hant/plugin.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? "dist";

const common = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

/** A style sheet that a script imports becomes minified text, for the shadow root. */
const styleText = {
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...common, entryPoints: [path], write: false });
      return { contents: outputFiles[0].text.trim(), loader: "text" };
    });
  },
};

/** What indents a template says nothing to a browser. */
const flatTemplates = {
  name: "flat-templates",
  setup({ onLoad }) {
    onLoad({ filter: /views.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: source.replace(/\n\s+/g, "\n"), loader: "ts" };
    });
  },
};

/** What a browser holds a file against. */
async function integrityOf(name) {
  const hash = createHash("sha384").update(await readFile(join(folder, name)));
  return `sha384-${hash.digest("base64")}`;
}

await mkdir(folder, { recursive: true });
await Promise.all([
  build({
    ...common,
    entryPoints: [join(here, "page/main.ts")],
    outfile: join(folder, "page.js"),
    format: "esm",
    target: "es2020",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    plugins: [styleText, flatTemplates, hantTable],
    define: { ENGINE_INTEGRITY: JSON.stringify(await integrityOf("engine.wasm")) },
  }),
  build({ ...common, entryPoints: [join(here, "page/page.css")], outfile: join(folder, "page.css") }),
]);

/** The document takes no other script or style than those just built. */
async function writeIndex() {
  let index = await readFile(join(here, "index.html"), "utf8");
  for (const [name, attribute] of [
    ["page.css", "href"],
    ["page.js", "src"],
  ]) {
    const linked = `${attribute}="${name}"`;
    index = index.replace(linked, `${linked} integrity="${await integrityOf(name)}"`);
  }
  await writeFile(join(folder, "index.html"), index);
}

await writeIndex();
