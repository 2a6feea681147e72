// Whoever sees little reads every theme: each pair of roles that meets on the page has the contrast that WCAG asks for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { contrast, rulesIn, styleSheets, themes } from "./roles.mjs";

const { pairs } = JSON.parse(readFileSync(new URL("contrast-pairs.json", import.meta.url), "utf8"));

test("contrast is WCAG's", () => {
  for (const [a, b, expected] of [
    ["#000", "#fff", 21],
    ["#fff", "#ffffff", 1],
    ["#777", "#fff", 4.48],
    ["#767676", "#fff", 4.54],
    ["#ff0000", "#00f", 2.15],
  ]) {
    assert.equal(Math.round(contrast(a, b) * 100) / 100, expected, `${a} on ${b}`);
    assert.equal(contrast(a, b), contrast(b, a));
  }
});

test("roles are read with what must be so for them to hold", () => {
  const css = ':host, :root { --a: #fff; color: red } @media (x) { :host([b="c"]) { --a: #000 } }';
  assert.deepEqual(rulesIn(css), [
    { around: [":host, :root"], name: "--a", value: "#fff" },
    { around: [":host, :root"], name: "color", value: "red" },
    { around: ["@media (x)", ':host([b="c"])'], name: "--a", value: "#000" },
  ]);
  assert.ok(Object.keys(themes[0].roles).length > 15);
});

for (const { name, roles } of themes) {
  test(`${name}: each pair has its contrast`, () => {
    const poor = pairs.flatMap(({ what, of, on, least }) =>
      on.flatMap((ground) => {
        assert.ok(roles[of] && roles[ground], `${of} or ${ground} is no role`);
        const found = contrast(roles[of], roles[ground]);
        return found < least
          ? [`${what}: ${of} ${roles[of]} on ${ground} ${roles[ground]} is ${found.toFixed(2)}, not ${least}`]
          : [];
      }),
    );
    assert.deepEqual(poor, []);
  });
}

test("every role that has a colour is among the pairs, but for lines that only decorate", () => {
  const paired = new Set(pairs.flatMap(({ of, on }) => [of, ...on]));
  const decoration = ["line"];
  assert.deepEqual(
    Object.keys(themes[0].roles).filter((role) => !paired.has(role) && !decoration.includes(role)),
    [],
  );
});

test("the page's styles on the screen name colours by their roles alone", () => {
  const literal = styleSheets.flatMap(({ name, css }) =>
    rulesIn(css)
      .filter((rule) => !rule.name.startsWith("--") && !rule.around.includes("@media print"))
      .filter(({ value }) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(value))
      .map((rule) => `${name}: ${rule.name}: ${rule.value}`),
  );
  assert.deepEqual(literal, []);
});
