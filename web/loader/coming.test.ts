import assert from "node:assert/strict";
import { test } from "node:test";
import { Coming, type Stock } from "./coming.js";
import type { Answer, Estimator, Form, Result } from "./contract.js";

const REFUSED = { error: { kind: "bad_pack", code: "x", message: { "zh-Hans": "", en: "" } } } as const;

/** Writes down what it is asked. */
function recorder(told: string[], loaded: Answer<object> = {}): Estimator {
  return {
    load: (text) => (told.push(`load ${text}`), Promise.resolve(loaded)),
    estimate: (text) => (told.push(`estimate ${text}`), Promise.resolve({} as Result)),
    describe: (text) => (told.push(`describe ${text}`), Promise.resolve({} as Form)),
  };
}

const stockOf = (engine: Estimator): Stock => ({
  engine,
  rulesFor: (place) => (place === "1" ? ["a", "b"] : ["c"]),
});

test("whoever asks before the engine is there waits, and gets its answer", async () => {
  const told: string[] = [];
  let arrive!: (stock: Stock) => void;
  const coming = new Coming(new Promise((resolve) => (arrive = resolve)));
  const asked = coming.estimate('{"place":"1"}');
  await Promise.resolve();
  assert.deepEqual(told, []);
  arrive(stockOf(recorder(told)));
  await asked;
  assert.deepEqual(told, ["load a", "load b", 'estimate {"place":"1"}']);
});

test("rules are loaded when their place is first asked about, and once", async () => {
  const told: string[] = [];
  const coming = new Coming(Promise.resolve(stockOf(recorder(told))));
  await Promise.all([coming.describe('{"place":"1"}'), coming.estimate('{"place":"1"}')]);
  await coming.estimate('{"place":"2"}');
  await coming.estimate('{"place":"1"}');
  assert.deepEqual(told.filter((each) => each.startsWith("load")).sort(), ["load a", "load b", "load c"]);
  assert.equal(told.length, 7);
});

test("rules that the engine refuses are the answer", async () => {
  const told: string[] = [];
  const coming = new Coming(Promise.resolve(stockOf(recorder(told, REFUSED))));
  assert.deepEqual(await coming.estimate('{"place":"1"}'), REFUSED);
  assert.deepEqual(told, ["load a"]);
});
