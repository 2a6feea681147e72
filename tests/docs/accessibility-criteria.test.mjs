// docs/accessibility-criteria.md names tests that exist, and says of the others that they do not exist yet.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const [criteria, notYet] = read("docs/accessibility-criteria.md").replace(/\s+/g, " ").split(" ## Not yet ");

/** The tests named in a text, as `file “name”`; of several names in a row the file stands at the first. */
function testsIn(text) {
  const found = [];
  let file;
  for (const [, path, name, mark] of text.matchAll(/`((?:browser|styles)\/[\w.-]+)`|“([^”]+)”( †)?/g)) {
    if (path) file = path;
    else if (file) found.push({ file, name, isMarked: mark !== undefined });
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

test("each test that a criterion names exists, or is marked as not written yet", () => {
  assert.ok(named.length > 60);
  assert.deepEqual(named.filter((each) => !each.isMarked && !exists(each)).map(say), []);
});

test("what is not written yet is listed at the end, and nothing that is written", () => {
  const marked = new Set(named.filter(({ isMarked }) => isMarked).map(say));
  assert.deepEqual(new Set(testsIn(notYet).map(say)), marked);
  assert.deepEqual(testsIn(notYet).filter(exists).map(say), []);
});
