// What the pages for authors of rule packs show is no mere picture of it: every part is put into the pack that
// `aidcheck new` writes, and the city is settled, checked and mutated.
//
//   ```json part       members of a pack, put into the skeleton; `<!-- settles … -->` below says what must come out
//   ```json city       the whole pack of docs/example-city
//   ```json example    one of its worked examples
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { assertValid } from "../schema/validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const CITY = "docs/example-city/2024-01-01.json";
const PAGES = ["docs/write-a-rule-pack.md", "docs/write-a-rule-pack.zh-Hans.md"];

const folder = mkdtempSync(join(tmpdir(), "aidcheck-"));
after(() => rmSync(folder, { recursive: true }));

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function aidcheck(...args) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { status, json: JSON.parse(stdout) };
}

const skeleton = aidcheck("new", "--place", "100000", "--name-en", "Somewhere").json;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const hasIds = (value) => Array.isArray(value) && value.length > 0 && value.every((each) => each.id);

/** A pack with a part put in: members of one name are joined, and so are entries of one id. */
function joined(pack, part) {
  if (hasIds(pack) && hasIds(part)) return joinedLists(pack, part);
  if (!isObject(pack) || !isObject(part)) return part;
  const members = Object.entries(part).map(([name, value]) => [name, joined(pack[name], value)]);
  return { ...pack, ...Object.fromEntries(members) };
}

/** What is new stands before the entry that follows it in the part, else at the end, yet before `other`. */
function joinedLists(list, part) {
  const made = list.map((each) => ({ ...each }));
  const position = (id) => made.findIndex((each) => each.id === id);
  part.forEach((each, i) => {
    const at = position(each.id);
    if (at >= 0) {
      made[at] = joined(made[at], each);
      return;
    }
    const next = part.slice(i + 1).find((later) => position(later.id) >= 0)?.id ?? "other";
    made.splice(position(next) >= 0 ? position(next) : made.length, 0, each);
  });
  return made;
}

/** A case of which the page states only what matters. */
function wholeCase({ person, visits, ...rest }) {
  const whole = ({ in_scope, sheet, ...visit }, i) => ({
    kind: "inpatient",
    from: `2024-0${i + 1}-01`,
    where: "county",
    referral: "not_needed",
    hospital: "secondary",
    ...visit,
    sheet: { total: in_scope, in_scope, basic: 0, serious_illness: 0, ...sheet },
  });
  const someone = { insurance: "resident", registered_here: true, identities: ["subsistence"], ...person };
  return { place: "100000", year: 2024, person: someone, visits: visits.map(whole), ...rest };
}

function parts(page) {
  const found = page.matchAll(/^```json part\n(.*?)^```$(?:\s*<!-- settles\n(.*?)^-->$)?/gms);
  return [...found].map(([, part, settles], i) => ({
    name: `part ${i + 1}: ${part.trim().slice(0, 60).replace(/\s+/gu, " ")}`,
    part: JSON.parse(part),
    settles: settles === undefined ? undefined : JSON.parse(settles),
  }));
}

const blocks = (page, mark) =>
  [...page.matchAll(new RegExp(`^\`\`\`json ${mark}\n(.*?)^\`\`\`$`, "gms"))].map(([, json]) =>
    JSON.parse(json),
  );

const withoutSchema = (json) => ({ ...json, $schema: undefined });

let packs = 0;
function writePack(pack) {
  const place = join(folder, String((packs += 1)));
  mkdirSync(join(place, "examples"), { recursive: true });
  const path = join(place, "2024-01-01.json");
  writeFileSync(path, JSON.stringify(pack));
  return { path, examples: join(place, "examples") };
}

for (const path of PAGES) {
  const page = readFileSync(path, "utf8");

  test(`${path} shows parts`, () => assert.ok(parts(page).length > 10));

  for (const { name, part, settles } of parts(page)) {
    test(`${path}, ${name}`, () => {
      const pack = joined(skeleton, part);
      assertValid("pack", pack);
      const written = writePack(pack);
      const { findings } = aidcheck("check", written.path).json;
      // A sheet that the checker makes up may state more than a payer that is computed leaves.
      assert.deepEqual(
        findings.filter(({ code }) => code !== "layers.overpay"),
        [],
      );
      if (settles === undefined) return;
      const { expect, ...stated } = settles;
      const text = { "zh-Hans": "例", en: "Example" };
      const example = { title: text, pins: ["policy#1"], working: text, case: wholeCase(stated), expect };
      assertValid("example", example);
      writeFileSync(join(written.examples, "01.json"), JSON.stringify(example));
      assert.deepEqual(aidcheck("test", written.path).json, { passed: 1, failed: 0, failures: [] });
    });
  }

  for (const shown of blocks(page, "city")) {
    test(`${path} shows the city as it is`, () =>
      assert.deepEqual(withoutSchema(shown), withoutSchema(readJson(CITY))));
  }

  test(`${path} shows worked examples of the city as they are`, () => {
    const examples = readdirSync("docs/example-city/examples").map((file) =>
      withoutSchema(readJson(`docs/example-city/examples/${file}`)),
    );
    for (const shown of blocks(page, "example")) {
      const same = examples.find(({ title }) => title.en === shown.title.en);
      assert.deepEqual(withoutSchema(shown), same);
    }
  });

  for (const [, link] of page.matchAll(/\]\((?!http)([^)#]+)[^)]*\)/gu)) {
    test(`${path}: ${link} is there`, () => assert.ok(readdirSync("docs").includes(link.split("/")[0])));
  }

  for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/gu)) {
    test(`${path}: #${anchor} is a heading`, () => {
      const headings = [...page.matchAll(/^#+ (.*)$/gmu)].map(([, heading]) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-"),
      );
      assert.ok(headings.includes(decodeURIComponent(anchor)), headings.join(" "));
    });
  }
}

test("the page's city is whole: schema, check, worked examples, mutate", () => {
  assertValid("pack", readJson(CITY));
  for (const file of readdirSync("docs/example-city/examples"))
    assertValid("example", readJson(`docs/example-city/examples/${file}`));
  assert.deepEqual(aidcheck("check", CITY).json.findings, []);
  const { passed, failed } = aidcheck("test", CITY).json;
  assert.ok(passed > 20 && failed === 0);
  const { survivors, stale } = aidcheck("mutate", CITY).json;
  assert.deepEqual([survivors, stale], [[], []]);
});

test("the skeleton of `aidcheck new`, filled in, is a pack that passes", () => {
  const filled = JSON.parse(
    JSON.stringify(skeleton).replaceAll("〔待写〕", "").replaceAll("[to write] ", ""),
  );
  assertValid("pack", filled);
  const { path, examples } = writePack(filled);
  const text = { "zh-Hans": "例", en: "Example" };
  const visits = [{ in_scope: 30000, sheet: { basic: 20000 } }];
  const expect = { payers: { assistance: 7000 }, personal: { in_scope: 3000 } };
  writeFileSync(
    join(examples, "01.json"),
    JSON.stringify({
      title: text,
      pins: ["policy#2"],
      working: text,
      case: wholeCase({ visits }),
      expect,
    }),
  );
  assert.deepEqual(aidcheck("check", path).json.findings, []);
  assert.deepEqual(aidcheck("test", path).json, { passed: 1, failed: 0, failures: [] });
});
