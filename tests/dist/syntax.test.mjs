// Phones of 2019 read these scripts: nothing younger than ES2019 in them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Linter } from "eslint";

const linter = new Linter();

/** What a parser of that year says of it. */
function problemsOf(code) {
  const messages = linter.verify(code, {
    languageOptions: { ecmaVersion: 2019, sourceType: "script" },
    linterOptions: { reportUnusedDisableDirectives: "off" },
  });
  return messages
    .filter(({ fatal }) => fatal)
    .map(({ message, line, column }) => `${line}:${column} ${message}`);
}

test("a younger word would be found", () => {
  assert.equal(problemsOf("const a = b?.c;").length, 1);
  assert.equal(problemsOf("const a = { ...b };").length, 0);
});

for (const name of ["page.js", "aid-check.js", "embed.js", "engine.js"]) {
  test(`${name} is ES2019`, () => {
    assert.deepEqual(problemsOf(readFileSync(new URL(`../../dist/${name}`, import.meta.url), "utf8")), []);
  });
}

test("embed.js is below 3 KB as it is", () => {
  assert.ok(readFileSync(new URL("../../dist/embed.js", import.meta.url)).length < 3072);
});
