// The rules as they are shipped serve every place of the list: its own, its city's or province's, else the national
// frame, which says so first.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { assertValid } from "../schema/validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

function aidcheck(args, input) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, { input, encoding: "utf8" });
  return { status, json: JSON.parse(stdout) };
}

const stay = (day) => ({
  kind: "inpatient",
  from: day,
  where: "city",
  referral: "proper",
  sheet: { total: 33000, fully_own: 0, own_first: 0, in_scope: 33000, basic: 20000, serious_illness: 1000 },
});

function settled(place, day, person = { identities: ["subsistence"], city_rate: 80 }) {
  const sent = { place, year: Number(day.slice(0, 4)), person, visits: [stay(day)] };
  const { status, json } = aidcheck(["estimate", "-"], JSON.stringify(sent));
  assert.equal(status, 0, JSON.stringify(json));
  assertValid("result", json);
  return json;
}

const paid = (result) => result.payers.find(({ id }) => id === "assistance").amount;

for (const place of ["370100", "370102", "320300", "440000", "659001", "100000"]) {
  test(`${place} has no rules of its own: the national frame serves it and says so first`, () => {
    const result = settled(place, "2024-06-03");
    assert.equal(result.place, place);
    assert.deepEqual(result.packs, [{ id: "100000", version: "1", from: "2021-10-28" }]);
    assert.equal(result.notices[0].code, "national_frame");
    assert.equal(result.notices[0].level, "attention");
    assert.equal(paid(result), 9600);
  });
}

test("from July 2026 it is the version with the Social Assistance Law, told with its grade", () => {
  const person = { identities: ["rigid_expenditure_household"], city_deductible: 2000, city_rate_others: 60 };
  const before = settled("370100", "2026-06-30", person);
  assert.equal(paid(before), 0);
  assert.equal(before.packs[0].from, "2021-10-28");
  const after = settled("370100", "2026-07-01", person);
  assert.equal(paid(after), 6000);
  assert.equal(after.packs[0].from, "2026-07-01");
  const law = after.sources.find(({ id }) => id === "jiuzhu26");
  assert.equal(law.trust, "T3");
});

for (const [place, pack] of [
  ["320281", "320200"],
  ["110101", "110000"],
  ["420100", "420100"],
]) {
  test(`${place} keeps the rules of ${pack}`, () => {
    const { status, json } = aidcheck(["describe", "--place", place]);
    assert.equal(status, 0);
    assert.equal(json.packs[0].id, pack);
  });
}

test("a place of the national frame is described by it", () => {
  const { json } = aidcheck(["describe", "--place", "370100"]);
  assertValid("describe", json);
  assert.equal(json.place, "100000");
  const facts = json.facts.map(({ id }) => id);
  for (const fact of ["city_income", "city_rate", "city_deductible", "city_limit"])
    assert.ok(facts.includes(fact), fact);
});
