// Broken packs, one for each code that the checker knows: each gives the finding in its `.expect.json`, and no
// other.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { assertValid } from "../schema/validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const FOLDER = "tests/packs/bad";
const TODAY = "2026-11-22";
const EXPECTATION = ".expect.json";

function run(args, input) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, { input, encoding: "utf8" });
  return { status, json: JSON.parse(stdout) };
}
const aidcheck = (...args) => run(args);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const expectations = readdirSync(FOLDER).filter((file) => file.endsWith(EXPECTATION));
const codes = aidcheck("check", "--explain").json.codes;

function isInBothLanguages(text) {
  return Boolean(text["zh-Hans"] && text.en && text["zh-Hans"] !== text.en);
}

for (const expectation of expectations) {
  const name = expectation.slice(0, -EXPECTATION.length);
  test(`${name} gives its finding and no other`, () => {
    const { findings: expected, with: others = [] } = readJson(`${FOLDER}/${expectation}`);
    const files = [`${name}.json`, ...others].map((file) => `${FOLDER}/${file}`);
    const { status, json } = aidcheck("check", "--today", TODAY, ...files);
    const found = json.findings.map(({ code, at }) => `${code} ${at}`);
    const wanted = expected.map(({ code, at }) => `${code} ${at}`);
    assert.deepEqual(found, wanted);
    assert.equal(status, expected.length === 0 ? 0 : 1);
    expected.forEach((finding, i) => {
      const { file, message, mend } = json.findings[i];
      assert.equal(file, files[0]);
      assert.ok(isInBothLanguages(message) && isInBothLanguages(mend));
      for (const key of Object.keys(finding)) assert.deepEqual(json.findings[i][key], finding[key], key);
    });
  });
}

// But for citations, which the schema asks for in more places than the engine does.
test("what is no error of loading is no error of the schema", () => {
  for (const expectation of expectations) {
    const name = expectation.slice(0, -EXPECTATION.length);
    const { json } = aidcheck("check", "--today", TODAY, `${FOLDER}/${name}.json`);
    if (!json.error && name !== "rule.uncited") assertValid("pack", readJson(`${FOLDER}/${name}.json`));
  }
});

test("every code that is explained has a broken pack, and every broken pack a code", () => {
  const tested = expectations.map((file) => file.slice(0, -EXPECTATION.length));
  const made = ["json.too_large"];
  assert.deepEqual(
    [...tested.filter((name) => name !== "nothing"), ...made].sort(),
    codes.map(({ code }) => code).sort(),
  );
});

for (const code of codes) {
  test(`${code.code} is explained`, () => {
    assert.deepEqual(aidcheck("check", "--explain", code.code), { status: 0, json: code });
    assert.ok(["error", "warning"].includes(code.severity));
    for (const part of ["title", "text", "mend"]) assert.ok(isInBothLanguages(code[part]), part);
  });
}

test("an unknown code is an error that names the nearest", () => {
  const { status, json } = aidcheck("check", "--explain", "rows.gaps");
  assert.equal(status, 2);
  assert.equal(json.error.code, "code.unknown");
  assert.equal(json.error.nearest, "rows.gap");
});

test("a pack of more than 2 MB is too large", () => {
  const folder = mkdtempSync(join(tmpdir(), "aidcheck-"));
  try {
    writeFileSync(join(folder, "large.json"), " ".repeat(2 * 1024 * 1024) + "{}");
    const { status, json } = aidcheck("check", join(folder, "large.json"));
    assert.equal(status, 1);
    assert.deepEqual(
      json.findings.map(({ code }) => code),
      ["json.too_large"],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a pack that does not load is also an error object of the first fault", () => {
  const { json } = aidcheck("check", `${FOLDER}/figure.malformed.json`);
  const { kind, code, at, message } = json.findings[0];
  assert.equal(kind, "bad_pack");
  assert.deepEqual(json.error, { kind, code, at, message });
});

test("a finding that is expected is counted and not reported", () => {
  const { json } = aidcheck("check", "--today", TODAY, `${FOLDER}/cliff.category.json`);
  assert.equal(json.expected, 1);
});

test("what Wuxi lists as expected is found without the list, each with a case that can be estimated", () => {
  const pack = readJson("rules/packs/320200/2023-01-01.json");
  const expected = pack.expected_findings.map(({ code, at }) => `${code} ${at}`);
  delete pack.expected_findings;
  const { json } = run(["check", "--today", TODAY, "-"], JSON.stringify(pack));
  assert.deepEqual(json.findings.map(({ code, at }) => `${code} ${at}`).sort(), expected.sort());
  for (const finding of json.findings) {
    const { status, json: result } = run(["estimate", "-"], JSON.stringify(finding.case));
    assert.equal(status, 0);
    assert.equal(result.visits.at(-1).total, finding.amount);
  }
});

test("a date that is none, or no pack, is an error", () => {
  assert.equal(aidcheck("check", "--today", "tomorrow", `${FOLDER}/nothing.json`).status, 2);
  assert.equal(aidcheck("check").status, 2);
  assert.equal(aidcheck("check", `${FOLDER}/not-there.json`).json.error.code, "file.unreadable");
});
