// The page's colours, sizes and spaces as a component's style sheet can have them: by class instead of by attribute, and
// in units of the type size that is set in WeChat instead of the document's.

import { readFile } from "node:fs/promises";

/** Which looks a rule of the page's is for, as classes of the component. */
function classesOf(selectors) {
  const looks = [
    ["data-theme", ".dark"],
    ["data-contrast", ".contrast"],
    ["data-elder", ".elder"],
  ];
  const first = selectors.split(",")[0];
  return `.aid-check${looks.map(([attribute, name]) => (first.includes(attribute) ? name : "")).join("")}`;
}

const isForComponent = (selectors) => selectors.includes(":host");

function inUnits(declarations) {
  return declarations
    .replace(/clamp\(([^,]+),[^)]*\)/g, "$1")
    .replace(/(\d*\.?\d+)rem/g, "calc(var(--unit) * $1)");
}

function converted(css) {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .filter(([, selectors]) => isForComponent(selectors))
    .map(([, selectors, declarations]) => `${classesOf(selectors)} {${inUnits(declarations)}}\n`)
    .join("\n");
}

/** Of the page's style sheets `tokens.css` and `themes.css`. */
export async function palette(folder) {
  const sheets = ["tokens.css", "themes.css"].map((name) => readFile(new URL(name, folder), "utf8"));
  return (await Promise.all(sheets)).map(converted).join("\n");
}
