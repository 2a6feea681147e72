// The colour roles of the page's style sheets, theme by theme, and WCAG's contrast between two colours.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../web/page/styles", import.meta.url));

export const styleSheets = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .sort()
  .map((name) => ({ name, css: readFileSync(`${folder}/${name}`, "utf8").replace(/\/\*[^]*?\*\//g, "") }));

/** Each rule that declares something, with the at-rules around it. */
export function rulesIn(css) {
  const rules = [];
  const around = [];
  let text = "";
  for (const part of css.split(/([{};])/)) {
    if (part === "{") {
      around.push(text.trim());
      text = "";
    } else if (part === "}" || part === ";") {
      const declared = /^\s*([\w-]+)\s*:([^]*)$/.exec(text);
      if (declared) rules.push({ around: [...around], name: declared[1], value: declared[2].trim() });
      text = "";
      if (part === "}") around.pop();
    } else text += part;
  }
  return rules;
}

const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What must be so for the roles of a rule to hold: `[data-theme="dark"]`, `@media (prefers-contrast: more)`. */
function conditionsOf(around) {
  const selector = around
    .at(-1)
    .split(",")
    .find((each) => each.trim().startsWith(":host"));
  if (selector === undefined) return undefined;
  return [...around.slice(0, -1), ...(selector.match(/\[[^\]]*\]/g) ?? [])];
}

const blocks = styleSheets.flatMap(({ css }) =>
  rulesIn(css)
    .filter(({ name, value }) => name.startsWith("--") && COLOUR.test(value))
    .map(({ around, name, value }) => ({ conditions: conditionsOf(around), name: name.slice(2), value }))
    .filter(({ conditions }) => conditions),
);

/** Of an attribute only one value holds at a time. */
function canHold(conditions) {
  const names = conditions.map((condition) => condition.split("=")[0]);
  return names.every((name, index) => name.startsWith("@") || names.indexOf(name) === index);
}

function themeOf(conditions) {
  const roles = {};
  const holds = blocks.filter((block) => block.conditions.every((each) => conditions.includes(each)));
  // What is said under more conditions is more specific.
  for (const { name, value } of holds.sort((a, b) => a.conditions.length - b.conditions.length)) {
    roles[name] = value;
  }
  return { name: conditions.join(" and ") || "as it is", roles };
}

const subsets = (all) =>
  all.reduce((found, each) => [...found, ...found.map((chosen) => [...chosen, each])], [[]]);

/** Every theme that can hold, made of all blocks that apply to it. */
export const themes = subsets([...new Set(blocks.flatMap(({ conditions }) => conditions))])
  .filter(canHold)
  .map(themeOf);

function channels(colour) {
  const digits = colour.slice(1);
  const six = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return [0, 2, 4].map((at) => parseInt(six.slice(at, at + 2), 16) / 255);
}

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a, b) {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}
