import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { assertValid, schemaNames, validator } from "./validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const jsonFiles = (folder) => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.map((file) => `${folder}/${file}`);
};

function aidcheck(args, input) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, { input, encoding: "utf8" });
  return { status, json: JSON.parse(stdout) };
}

for (const name of schemaNames) {
  test(`${name}.schema.json compiles in ajv's strict mode`, () => {
    assert.equal(typeof validator(name), "function");
  });
}

for (const path of jsonFiles("tests/bounds/packs")) {
  test(`${path} is a valid pack`, () => assertValid("pack", readJson(path)));
}

const places = readdirSync("rules/packs");

for (const place of places) {
  for (const path of jsonFiles(`rules/packs/${place}`)) {
    test(`${path} is a valid pack`, () => assertValid("pack", readJson(path)));
  }

  test(`what is described for ${place} is valid`, () => {
    const { status, json } = aidcheck(["describe", "--place", place]);
    assert.equal(status, 0);
    assertValid("describe", json);
  });

  for (const path of jsonFiles(`rules/packs/${place}/examples`)) {
    test(`${path} and what comes out of its case are valid`, () => {
      const example = readJson(path);
      assertValid("example", example);
      const { status, json } = aidcheck(["estimate", "-"], JSON.stringify(example.case));
      assertValid(status === 0 ? "result" : "error", json);
    });
  }
}

test("the whole JSON documents in docs/formats.md are valid", () => {
  const blocks = readFileSync("docs/formats.md", "utf8").matchAll(/^```json\n(.*?)^```$/gms);
  const documents = [...blocks].map((block) => JSON.parse(block[1]));
  const results = documents.filter((document) => "personal" in document);
  const cases = documents.filter((document) => "aidcheck" in document);
  const indexes = documents.filter((document) => "places" in document);
  const errors = documents.filter((document) => "error" in document);
  assert.ok(results.length > 0 && errors.length > 0 && indexes.length > 0 && cases.length > 0);
  results.forEach((document) => assertValid("result", document));
  const parts = documents.filter((document) => "category_questions" in document);
  assert.ok(parts.length > 0);
  parts.forEach((document) => assertValid("result", { ...results[0], ...document }));
  errors.forEach((document) => assertValid("error", document));
  indexes.forEach((document) => assertValid("index", document));
  cases.forEach((document) => assertValid("document", document));
});

function caseWith(change) {
  const json = {
    place: "320200",
    year: 2024,
    person: { insurance: "resident", registered_here: true, identities: ["subsistence"] },
    visits: [{ kind: "inpatient", from: "2024-03-01", sheet: { total: 52000, in_scope: 45000.01 } }],
  };
  change(json);
  return json;
}

const accepted = {
  "an unknown amount": (json) => (json.visits[0].sheet.basic = null),
  "a range of amounts": (json) => (json.visits[0].sheet.basic = { min: 1, max: 2.5 }),
  "one of some amounts": (json) => (json.visits[0].sheet.basic = { one_of: [1, 2] }),
  "an unknown fact": (json) => (json.person.insurance = null),
  "one of some choices": (json) => (json.visits[0].where = { one_of: ["county", "city"] }),
  "a fact that the pack declares": (json) => (json.visits[0].designated = false),
  "a whole number that is not known exactly": (json) => (json.person.age = { min: 60 }),
  "a kind that a pack added": (json) => (json.visits[0].kind = "maternity"),
  "an identity with its days": (json) =>
    json.person.identities.push({ category: "orphan", from: "2024-01-01", until: "2024-02-29" }),
  "a year entered from its middle": (json) =>
    (json.before = { pools: { inpatient: 1 }, cumulative: { top_up: 0 } }),
  "a reading": (json) => (json.readings = { base: "with_own_first" }),
};
for (const [name, change] of Object.entries(accepted)) {
  test(`a case may have ${name}`, () => assertValid("case", caseWith(change)));
}

const refused = {
  "without a place": (json) => delete json.place,
  "with an unknown field": (json) => (json.visit = []),
  "with an unknown field of a sheet": (json) => (json.visits[0].sheet.totl = 1),
  "with an unknown category": (json) => json.person.identities.push("subsistance"),
  "with a negative amount": (json) => (json.visits[0].sheet.total = -1),
  "with an amount in a string": (json) => (json.visits[0].sheet.total = "52000"),
  "with an empty range": (json) => (json.visits[0].sheet.total = {}),
  "with an impossible month": (json) => (json.visits[0].from = "2024-13-01"),
  "with an unknown place of care": (json) => (json.visits[0].where = "abroad"),
  "with a list for a fact": (json) => (json.person.registered_here = [true]),
  "of another version": (json) => (json.schema = 2),
};
for (const [name, change] of Object.entries(refused)) {
  test(`a case ${name} is not valid`, () => assert.ok(!validator("case")(caseWith(change))));
}
