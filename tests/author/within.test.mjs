// `check --within`: a pack held against a frame of rules, as it is typed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { assertValid } from "../schema/validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const rules = mkdtempSync(join(tmpdir(), "aidcheck-"));
after(() => rmSync(rules, { recursive: true }));

function aidcheck(...args) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, { encoding: "utf8" });
  return { status, json: JSON.parse(stdout) };
}

const text = { "zh-Hans": "词", en: "word" };
const cite = "policy#2";

function skeleton(place, change) {
  const pack = aidcheck("new", "--place", place).json;
  const assistance = pack.layers.find(({ id }) => id === "assistance");
  change(pack, assistance);
  return pack;
}

function frame(from, until, floor) {
  return skeleton("100000", (pack, assistance) => {
    pack.in_force = until ? { from, until } : { from };
    const fact = { of: "person", label: text, question: text };
    pack.facts.city_rate = { ...fact, type: "percent", between: floor, cite };
    pack.facts.income = { ...fact, type: "amount" };
    assistance.over = "year";
    assistance.deductible = { of: "income", share: "10%左右" };
    assistance.pays = [{ rate: { fact: "city_rate" } }];
  });
}

mkdirSync(join(rules, "packs/100000"), { recursive: true });
for (const pack of [frame("2020-01-01", "2022-12-31", "不低于60%"), frame("2023-01-01", null, "不低于70%")]) {
  assertValid("pack", pack);
  writeFileSync(join(rules, "packs/100000", `${pack.in_force.from}.json`), JSON.stringify(pack));
}

function local(rate, deductible, in_force = { from: "2022-01-01" }) {
  const pack = skeleton("320200", (made, assistance) => {
    made.in_force = in_force;
    assistance.over = "year";
    assistance.deductible = deductible;
    assistance.pays = [{ rate }];
  });
  const path = join(rules, `${rate}-${deductible}.json`);
  writeFileSync(path, JSON.stringify(pack));
  return path;
}

const within = (...args) =>
  aidcheck("check", "--within", "100000", "--rules", rules, "--today", "2024-01-01", ...args);
const linesOf = ({ json }, figure) => json.lines.filter((line) => line.figure === figure);
const verdictsOf = (answer, figure) => [...new Set(linesOf(answer, figure).map(({ verdict }) => verdict))];

test("a pack inside the frame: both figures, both citations, exit 0", () => {
  const path = local("80%", "4000元");
  const answer = within("--income", "40000", path);
  assert.equal(answer.status, 0);
  const { json } = answer;
  assert.deepEqual(
    [json.within, json.frame, json.inside],
    ["100000", { place: "100000", version: "draft", from: "2023-01-01" }, true],
  );
  assert.deepEqual(json.pack, { file: path, place: "320200", version: "draft", from: "2022-01-01" });
  assert.equal(
    json.lines.length,
    Object.values(json.counts).reduce((sum, count) => sum + count),
  );
  const [rate] = linesOf(answer, "rate");
  assert.equal(rate.layer, "assistance");
  assert.equal(rate.local.value["zh-Hans"], "80%");
  assert.equal(rate.frame.value["zh-Hans"], "不低于70%");
  for (const side of [rate.local, rate.frame]) {
    assert.ok(side.cite.length > 0);
    for (const { number, article } of side.cite) assert.ok(number && article["zh-Hans"] && article.en);
  }
  assert.deepEqual(verdictsOf(answer, "rate"), ["inside"]);
  assert.deepEqual(verdictsOf(answer, "deductible"), ["inside"]);
});

test("less for the person is exit 1, more is 0 and not inside", () => {
  const less = within("--income", "40000", local("69%", "4000元"));
  assert.deepEqual([less.status, less.json.inside], [1, false]);
  assert.deepEqual(verdictsOf(less, "rate"), ["less_generous"]);
  const more = within("--income", "40000", local("80%", "100元"));
  assert.deepEqual([more.status, more.json.inside], [0, false]);
  assert.deepEqual(verdictsOf(more, "deductible"), ["more_generous"]);
});

test("without the income an amount cannot be held against a share of it, and the line says so", () => {
  const answer = within(local("80%", "4000元"));
  assert.equal(answer.status, 0);
  const [line] = linesOf(answer, "deductible");
  assert.equal(line.verdict, "not_comparable");
  assert.ok(line.why["zh-Hans"].includes("--income") && line.why.en.includes("--income"));
});

test("the frame is that of today, or of the nearest day on which the pack is in force", () => {
  const old = local("65%", "4001元", { from: "2021-01-01", until: "2022-06-30" });
  const answer = within("--income", "40000", old);
  assert.deepEqual([answer.status, answer.json.frame.from], [0, "2020-01-01"]);
  assert.equal(within("--income", "40000", local("65%", "4002元")).status, 1);
});

test("what is no frame, no pack or no income is an error", () => {
  const path = local("80%", "4000元");
  const none = aidcheck("check", "--within", "110000", "--rules", rules, path);
  assert.deepEqual([none.status, none.json.error.code], [2, "place.no_pack"]);
  assert.equal(within().json.error.code, "command.unknown");
  assert.equal(within("--income", "much", path).json.error.code, "command.unknown");
  assert.equal(within("--income", "0", path).json.error.code, "command.unknown");
  assert.equal(within("docs/example-case.json").json.error.kind, "bad_pack");
});
