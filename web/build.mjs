// Builds the page, the frame, the custom element, the script for portals and the kiosk's file into the folder given
// (default: dist), for the engine.wasm that is there. Touches nothing else there, and prints what portals may put into
// `integrity`.
//   node web/build.mjs [folder]

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { hashOf } from "../script/lib/hash.mjs";
import { writeEngineJs } from "./fallback/build.mjs";
import { writeKiosk } from "./kiosk/build.mjs";
import { hantTable } from "./hant/plugin.mjs";
import { writeWorker } from "./offline/build.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? "dist";

/** Style sheets get the prefixes that phones of 2019 want; what else those do not know, `styles/older.css` mends. */
const BROWSERS = ["chrome73", "safari12.1", "firefox68"];

const common = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

/** A style sheet that a script imports becomes minified text, for the shadow root. */
const styleText = (finish = (css) => css) => ({
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...common, target: BROWSERS, entryPoints: [path], write: false });
      return { contents: finish(outputFiles[0].text.trim()), loader: "text" };
    });
  },
});

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
  return hashOf("sha384", await readFile(join(folder, name)));
}

/** In another page 1rem is whatever that page says; its own size goes with the component, but for the widths of screens. */
const ownUnit = (css) =>
  css.replace(
    /(@media[^{]*)|(-?[\d.]+)rem/g,
    (whole, media, number) => media ?? `calc(${number}*var(--rem))`,
  );

/** Of the roles that the component has the document around it uses few; one that it takes from a portal it hands on. */
function onlyUsedRoles(css) {
  const used = new Set(Array.from(css.matchAll(/var\((--[\w-]+)/g), ([, role]) => role));
  return css.replace(/(--[\w-]+):\s*([^;}]*);?/g, (whole, role, value) =>
    used.has(role) || value.startsWith("var(--portal") ? whole : "",
  );
}

/** A classic script that phones of 2019 understand. */
const script = (entry, name, options = {}) =>
  build({
    ...common,
    entryPoints: [join(here, entry)],
    outfile: join(folder, name),
    format: "iife",
    target: "es2019",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    ...options,
  });

const style = (entry, name) =>
  build({ ...common, target: BROWSERS, entryPoints: [join(here, entry)], outfile: join(folder, name) });

await mkdir(folder, { recursive: true });
await writeEngineJs(folder);
const define = {
  ENGINE_INTEGRITY: JSON.stringify(await integrityOf("engine.wasm")),
  ENGINE_JS_INTEGRITY: JSON.stringify(await integrityOf("engine.js")),
};
await Promise.all([
  script("page/main.ts", "page.js", { plugins: [styleText(), flatTemplates, hantTable], define }),
  script("embed/element.ts", "aid-check.js", {
    plugins: [styleText(ownUnit), flatTemplates, hantTable],
    define,
  }),
  script("embed/embed.ts", "embed.js"),
  style("page/page.css", "page.css"),
  style("page/styles/component.css", "component.css"),
  style("embed/element.css", "element.css"),
]);
for (const [name, finish] of [
  ["element.css", ownUnit],
  ["page.css", onlyUsedRoles],
]) {
  await writeFile(join(folder, name), finish(await readFile(join(folder, name), "utf8")));
}

/** A document takes no other script or style than those just built. */
async function documentText() {
  let text = await readFile(join(here, "index.html"), "utf8");
  for (const [linked, attribute] of [
    ["page.css", "href"],
    ["page.js", "src"],
  ]) {
    const link = `${attribute}="${linked}"`;
    text = text.replace(link, `${link} integrity="${await integrityOf(linked)}"`);
  }
  return text;
}

/**
 * The same in a frame: without a head of its own, on the ground of the page around it, with no worker
 * and nothing to be found by.
 */
const framed = (text) =>
  text
    .replace("<body>", '<body class="bare">')
    .replace("<aid-check", "<aid-check bare")
    .replace(" worker-src 'self';", "")
    .replace(/ *<meta\s+name="description"[^>]*>\n/, "");

const index = await documentText();
await writeFile(join(folder, "index.html"), index);
await writeFile(join(folder, "embed.html"), framed(index));
await writeWorker(folder);

const inOneFile = await Promise.all([
  script("kiosk/kiosk.ts", "kiosk.js", { plugins: [styleText(), flatTemplates, hantTable], write: false }),
  build({ ...common, entryPoints: [join(here, "kiosk/kiosk.css")], write: false }),
]);
await writeKiosk(folder, ...inOneFile.map(({ outputFiles }) => outputFiles[0].text.trim()));

/** For portals that want to be sure of what they load, docs/embed.md. */
const named = await Promise.all(
  ["aid-check.js", "embed.js"].map(async (name) => [name, await integrityOf(name)]),
);
await writeFile(join(folder, "integrity.json"), `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`);
for (const [name, integrity] of named) console.log(`${name} ${integrity}`);
