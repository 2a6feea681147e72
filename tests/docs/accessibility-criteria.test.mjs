// docs/accessibility-criteria.md names tests that exist.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const criteria = read("docs/accessibility-criteria.md").replace(/\s+/g, " ");

/** The tests named in a text, as `file “name”`; of several names in a row the file stands at the first. */
function testsIn(text) {
  const found = [];
  let file;
  for (const [, path, name] of text.matchAll(/`((?:browser|styles)\/[\w.-]+)`|“([^”]+)”/g)) {
    if (path) file = path;
    else if (file) found.push({ file, name });
  }
  return found;
}

/** Each criterion on its own, so that what it quotes before its tests is not taken for one. */
const named = criteria
  .split(/ (?=\d+\. \*\*)/)
  .slice(1)
  .flatMap(testsIn);

const exists = ({ file, name }) => {
  const path = new URL(`../${file}`, import.meta.url);
  return existsSync(path) && readFileSync(path, "utf8").includes(name);
};

const say = ({ file, name }) => `${file} ${name}`;

test("the criteria are numbered without a gap, and WCAG's 55 are all there", () => {
  const numbers = [...criteria.matchAll(/ (\d+)\. \*\*/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  );
  const wcag = [...criteria.matchAll(/\*\*(\d\.\d\.\d+) /g)].map(([, number]) => number);
  assert.equal(new Set(wcag).size, 55);
});

test("each test that a criterion names exists", () => {
  assert.ok(named.length > 60);
  assert.deepEqual(named.filter((each) => !exists(each)).map(say), []);
});
