// Pages that stand in docs/ in English and in Chinese say the same: code, headings, tables, lists, names, links, and the
// statements that readers copy.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";

process.chdir(new URL("../..", import.meta.url).pathname);

const ENDING = ".zh-Hans.md";

/** Held together by a test of its own, which runs what it shows. */
const ELSEWHERE = ["write-a-rule-pack"];

const NAMES = readdirSync("docs")
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .filter((name) => !ELSEWHERE.includes(name));

const CODE = /^ *```.*?^ *```$/gms;

const codeIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

/** Each row's cells, and the code in each of them, in no order. */
const rowOf = (line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => codeIn(cell).sort());

function partsOf(path) {
  const page = readFileSync(path, "utf8");
  const words = page.replace(CODE, "");
  const lines = words.split("\n");
  return {
    path,
    page,
    codeBlocks: page.match(CODE) ?? [],
    headings: lines.flatMap((line) => /^#+(?= )/.exec(line) ?? []),
    rows: lines.filter((line) => line.startsWith("|")).map(rowOf),
    points: lines.flatMap((line) => /^ *(?:-|\d+\.)(?= )/.exec(line) ?? []),
    names: [...new Set(codeIn(words.replaceAll("\n", " ")))].sort(),
    links: [...words.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link]) => link),
    statements: words.match(/^>.*$/gm) ?? [],
  };
}

/** The same file of the other language is the same link. */
const sortedLinks = ({ links }) => links.map((link) => link.replace(ENDING, ".md")).sort();

test("there are pages in two languages", () => assert.ok(NAMES.length >= 4));

for (const name of NAMES) {
  describe(`docs/${name}`, () => {
    const [english, chinese] = [`${name}.md`, `${name}${ENDING}`].map((file) => partsOf(join("docs", file)));

    for (const part of ["codeBlocks", "headings", "rows", "points", "names", "statements"]) {
      test(`${part} are the same`, () => assert.deepEqual(chinese[part], english[part]));
    }

    test("links lead to the same", () => assert.deepEqual(sortedLinks(chinese), sortedLinks(english)));

    for (const { path, page, links } of [english, chinese]) {
      test(`${path} begins with where the other is`, () => {
        const other = path === english.path ? `${name}${ENDING}` : `${name}.md`;
        assert.ok(page.slice(0, 400).includes(`](${other})`));
      });

      test(`the links of ${path} lead somewhere`, () => {
        for (const link of links) assert.ok(existsSync(join(dirname(path), link.replace(/#.*/, ""))), link);
      });
    }

    test("the Chinese page leads to Chinese pages where there are any", () => {
      const inEnglish = chinese.links.filter((link) => /(?<!\.zh-Hans)\.md$/.test(link));
      const translated = inEnglish.filter((link) => existsSync(join("docs", link.replace(/\.md$/, ENDING))));
      assert.deepEqual(translated, [`${name}.md`]);
    });
  });
}
