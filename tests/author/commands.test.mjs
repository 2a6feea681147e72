// The commands for authors of rule packs, as they are typed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { assertValid } from "../schema/validate.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const WUXI = "rules/packs/320200/2023-01-01.json";
const folder = mkdtempSync(join(tmpdir(), "aidcheck-"));
after(() => rmSync(folder, { recursive: true }));
cpSync("rules/packs/320200", folder, { recursive: true });

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function aidcheck(...args) {
  const { status, stdout } = spawnSync("build/native/aidcheck", args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { status, json: JSON.parse(stdout), text: stdout };
}

function changedWuxi(name, change) {
  const pack = readJson(WUXI);
  change(pack);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(pack));
  return path;
}

test("mutate tells survivors and what is listed for nothing, and exits with 1", () => {
  const path = changedWuxi("2023-01-01.json", (pack) => {
    pack.equivalent_mutations = pack.equivalent_mutations.filter(
      ({ at }) => !at.startsWith("/entitlements/3"),
    );
    const reason = { "zh-Hans": "无", en: "none" };
    pack.equivalent_mutations.push({ at: "/pools/outpatient/limit", change: "+1", reason });
  });
  const { status, json } = aidcheck("mutate", path);
  assert.equal(status, 1);
  assert.deepEqual(json.survivors, [
    { at: "/entitlements/3/when/category", change: "drop", was: { not: "none" }, now: null },
  ]);
  assert.deepEqual(
    json.stale.map(({ at, change }) => [at, change]),
    [["/pools/outpatient/limit", "+1"]],
  );
  assert.equal(json.mutations, json.noticed + json.equivalent + json.survivors.length);
});

test("mutate needs a pack that loads and whose examples pass", () => {
  const broken = aidcheck("mutate", "docs/example-case.json");
  assert.deepEqual([broken.status, broken.json.error.kind], [2, "bad_pack"]);
  const path = changedWuxi("2023-01-01.json", (pack) => (pack.pools.outpatient.limit = "2万元"));
  const failing = aidcheck("mutate", path);
  assert.deepEqual([failing.status, failing.json.error.code], [2, "example.failing"]);
  assertValid("error", failing.json);
  const { error } = aidcheck("mutate").json;
  assert.equal(error.code, "command.unknown");
  assert.match(error.message["zh-Hans"], /^mutate 后面要写规则包。/);
  assert.match(error.message.en, /^mutate needs a pack\./);
});

test("mutate has the other versions of the place at hand", () => {
  const versions = mkdtempSync(join(tmpdir(), "aidcheck-"));
  // A third of the examples will do, and takes a third of the time.
  cpSync("rules/packs/320200", versions, { recursive: true, filter: (path) => !/\/1\d\d-/.test(path) });
  const early = readJson(WUXI);
  early.in_force.until = "2023-12-31";
  const late = { ...readJson(WUXI), in_force: { from: "2024-01-01" } };
  writeFileSync(join(versions, "2023-01-01.json"), JSON.stringify(early));
  writeFileSync(join(versions, "2024-01-01.json"), JSON.stringify(late));
  const { status, json } = aidcheck("mutate", join(versions, "2023-01-01.json"));
  rmSync(versions, { recursive: true });
  // The examples are of 2024 but for a few, so that little of what held in 2023 is pinned.
  assert.equal(status, 1);
  assert.ok(json.survivors.some(({ at }) => at === "/layers/6/deductible"));
});

test("diff of a pack with itself finds nothing", () => {
  const { status, json } = aidcheck("diff", WUXI, WUXI);
  assert.equal(status, 0);
  assert.deepEqual(json.changes, []);
  assert.ok(
    json.examples.length > 90 && json.examples.every(({ effect }) => /^(same|neither)$/u.test(effect)),
  );
});

test("diff tells a lower limit and who loses by it", () => {
  const path = changedWuxi("lower.json", (pack) => (pack.pools.outpatient.limit = "9000元"));
  const { status, json } = aidcheck("diff", WUXI, path);
  assert.equal(status, 0);
  assert.deepEqual(
    json.changes.map(({ at, kind, was, now }) => [at, kind, was, now]),
    [["/pools/outpatient/limit", "changed", "1万元", "9000元"]],
  );
  // Example 16: 9,700 yuan were paid before, so that nothing is left for the 300 that are due.
  const named = json.examples.find(({ file }) => file.includes("/16-"));
  assert.deepEqual([named.effect, named.personal.difference], ["loses", 300]);
  assert.deepEqual(
    named.payers.map(({ id, was, now, difference }) => [id, was, now, difference]),
    [["assistance", 300, 0, -300]],
  );
  assert.ok(json.summary.loses > 0 && json.summary.gains === 0);
  for (const language of ["zh-Hans", "en"]) assert.ok(json.summary.message[language].length > 20);
});

test("diff needs two packs that load, and names the one that does not", () => {
  assert.equal(aidcheck("diff", WUXI).json.error.code, "command.unknown");
  const { status, json } = aidcheck("diff", WUXI, "docs/example-case.json");
  assert.deepEqual([status, json.error.file], [2, "example-case.json"]);
});

for (const [place, name] of [
  ["321300", "宿迁市"],
  ["320281", "江阴市"],
  ["110000", "北京市"],
  ["100000", "全国"],
]) {
  test(`new writes a pack of ${name} that passes`, () => {
    const { status, json, text } = aidcheck("new", "--place", place, "--name-en", "Somewhere");
    assert.equal(status, 0);
    assertValid("pack", json);
    assert.deepEqual([json.place, json.name], [place, { "zh-Hans": name, en: "Somewhere" }]);
    const path = join(folder, "new.json");
    writeFileSync(path, text);
    assert.equal(aidcheck("check", path).status, 0);
  });
}

test("new takes a name, and no place that is none", () => {
  const { json } = aidcheck("new", "--place", "321300", "--name", "某市");
  assert.equal(json.name["zh-Hans"], "某市");
  const unknown = aidcheck("new", "--place", "999999");
  assert.deepEqual([unknown.status, unknown.json.error.code], [2, "place.unknown"]);
  assert.equal(aidcheck("new").json.error.code, "command.unknown");
});

test("no share can be taken of what is in scope, or of what a layer paid", () => {
  for (const base of [
    { of: [{ of: "scope", share: "50%" }] },
    { of: ["scope"], less: [{ of: "basic", share: "50%" }] },
  ]) {
    const path = changedWuxi("share.json", (pack) => {
      pack.layers.find(({ id }) => id === "assistance").base = base;
    });
    const { status, json } = aidcheck("check", path);
    assert.deepEqual([status, json.error?.code], [1, "reference.unknown"]);
  }
});
