// Every kind of rule that policies know, D1 to D42, each as tiny packs and worked examples in kinds/: natively, through
// engine.wasm with the same bytes, without a finding, and with examples that notice every change of a figure.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { assertValid } from "../schema/validate.mjs";
import { loadWasm } from "../../script/lib/wasm.mjs";
import { wholePack } from "./kinds/whole.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const KINDS = 42;
const KINDS_FOLDER = "tests/packs/kinds";
const whole = mkdtempSync(join(tmpdir(), "aidcheck-kinds-"));
after(() => rmSync(whole, { recursive: true }));

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const filesIn = (folder, start) => readdirSync(folder).filter((file) => file.startsWith(start));
const folders = filesIn(KINDS_FOLDER, "d");

function aidcheck(args, input) {
  const run = spawnSync("build/native/aidcheck", args, { input, encoding: "utf8", maxBuffer: 2 ** 26 });
  assert.ifError(run.error);
  return run;
}

/** Writes out the packs and examples of a folder as an author has them: DIR/PACK.json, DIR/examples/. */
function writeWhole(folder) {
  const from = join(KINDS_FOLDER, folder);
  const to = join(whole, folder);
  mkdirSync(join(to, "examples"), { recursive: true });
  const packs = filesIn(from, "pack").map((file) => {
    const part = readJson(join(from, file));
    const path = join(to, file);
    writeFileSync(path, JSON.stringify(wholePack(part)));
    return { part, path };
  });
  const examples = filesIn(from, "example").map((file) => {
    const example = readJson(join(from, file));
    writeFileSync(join(to, "examples", file), JSON.stringify(example));
    return { file, example };
  });
  return { folder: to, packs, examples };
}

test("every kind of rule is there", () => {
  const said = folders.map((folder) => Number(/^d(\d\d)-[a-z0-9-]+$/.exec(folder)?.[1]));
  assert.deepEqual(
    [...new Set(said)].sort((a, b) => a - b),
    Array.from({ length: KINDS }, (_, index) => index + 1),
  );
});

test("a floor is a range: D40 without the place's own rate settles nothing as if it were one figure", () => {
  const pack = wholePack(readJson(join(KINDS_FOLDER, "d04-bands-of-this-bill/pack.json")));
  pack.layers[0].pays = [{ rate: "不低于70%" }];
  assertValid("pack", pack);
  mkdirSync(join(whole, "floor"));
  const path = join(whole, "floor", "pack.json");
  writeFileSync(path, JSON.stringify(pack));
  assert.deepEqual(JSON.parse(aidcheck(["check", path]).stdout).findings, []);
  const text = JSON.stringify(readJson(join(KINDS_FOLDER, "d04-bands-of-this-bill/example-1.json")).case);
  const { payers, unknown } = JSON.parse(
    aidcheck(["estimate", "--rules", join(whole, "floor"), "-"], text).stdout,
  );
  // 70 % to 100 % of the four stays: 30,000 + 30,001 + 50,000 + 50,001
  assert.deepEqual(payers[0].amount, { min: 112001.4, max: 160002 });
  assert.deepEqual(unknown, []);
});

for (const name of folders) {
  test(name, async () => {
    const { folder, packs, examples } = writeWhole(name);
    const paths = packs.map(({ path }) => path);
    assert.ok(paths.length > 0 && examples.length > 0, "a pack and an example");
    for (const path of paths) assertValid("pack", readJson(path));
    for (const { example } of examples) assertValid("example", example);

    const tested = aidcheck(["test", ...paths]);
    assert.equal(tested.status, 0, tested.stdout);
    assert.equal(JSON.parse(tested.stdout).passed, examples.length * paths.length);
    const checked = aidcheck(["check", "--today", "2024-01-01", ...paths]);
    assert.deepEqual(JSON.parse(checked.stdout).findings, []);
    for (const pack of packs) everyFigureIsPinned(pack);
    const described = aidcheck(["describe", "--rules", folder, "--place", "110000"]);
    assertValid("describe", JSON.parse(described.stdout));
    await sameBytes(folder, paths, examples);
  });
}

/** What a pack takes from base.json is not its point, and need not be pinned by its examples. */
function everyFigureIsPinned({ part, path }) {
  const { survivors, stale } = JSON.parse(aidcheck(["mutate", path]).stdout);
  const own = ({ at }) => at.split("/")[1] in part;
  assert.deepEqual([survivors.filter(own), stale], [[], []]);
}

async function sameBytes(folder, paths, examples) {
  const call = await loadWasm("dist/engine.wasm");
  for (const path of paths) {
    const { failed, text } = call("aidcheck_load", readFileSync(path));
    assert.equal(failed, 0, text);
  }
  for (const { file, example } of examples) {
    const text = JSON.stringify(example.case);
    const native = aidcheck(["estimate", "--rules", folder, "-"], text).stdout.replace(/\n$/, "");
    const json = JSON.parse(native);
    assertValid(json.error ? "error" : "result", json);
    assert.equal(call("aidcheck_estimate", new TextEncoder().encode(text)).text, native, file);
  }
}
