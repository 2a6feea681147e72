// Gives the page the module "hant-table", made anew by each build.
import { wanted } from "./opencc.mjs";
import { tableOf } from "./table.mjs";
import { texts } from "./texts.mjs";

let made;

/** As the page gets it: three strings, of which each phrase stands beside what it becomes. */
export function tableSource() {
  const { from, to, phrases } = (made ??= tableOf(texts, wanted));
  const words = [...phrases].sort(([a], [b]) => b.length - a.length).map((pair) => pair.join(""));
  return Object.entries({ from, to, phrases: words.join(" ") })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
}

export const hantTable = {
  name: "hant-table",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^hant-table$/ }, ({ path }) => ({ path, namespace: "hant-table" }));
    onLoad({ filter: /.*/, namespace: "hant-table" }, () => ({ contents: tableSource() }));
  },
};
