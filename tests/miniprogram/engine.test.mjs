// Every pack's own worked examples through the engine as the mini-program has it: out of the package, by path, without
// TextEncoder and without the WebAssembly of browsers; the same bytes as through engine.wasm.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";
import { loadWasm } from "../../script/lib/wasm.mjs";
import { packageWasm, requireIn } from "./wechat.mjs";

const ROOT = new URL("../..", import.meta.url).pathname;
const COMPONENT = "components/aid-check";
const ENGINE = `/${COMPONENT}/engine.wasm.br`;

/** The language alone: no browser, no Node. */
const bare = vm.createContext({});
vm.runInContext("delete globalThis.WebAssembly", bare);
const loaded = new Map();
const core = requireIn(bare, `${COMPONENT}/core.js`, loaded);
const rules = requireIn(bare, `${COMPONENT}/rules/index.js`, loaded);

const filesIn = (places) =>
  Array.from(places).flatMap(({ versions }) => Array.from(versions, ({ file }) => file));
const files = filesIn(rules.places);
const placeOf = (file) => file.split("/")[1];

/** The cases of a place's worked examples, as text. */
function casesOf(place) {
  const folder = `${ROOT}rules/packs/${place}/examples`;
  return readdirSync(folder).map((name) => [
    name,
    JSON.stringify(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")).case),
  ]);
}

/** What crosses the boundary, as bytes: the engine's answer before anybody has read it. */
function listening(wasm, heard) {
  return {
    async instantiate(path, imports) {
      const { instance } = await wasm.instantiate(path, imports);
      const { exports } = instance;
      const call = (name) => (pointer, length) => {
        const failed = exports[name](pointer, length);
        const at = exports.aidcheck_result();
        heard.push(Buffer.from(exports.memory.buffer.slice(at, at + exports.aidcheck_result_length())));
        return failed;
      };
      return { instance: { exports: { ...exports, aidcheck_estimate: call("aidcheck_estimate") } } };
    },
  };
}

test("there is nothing here but the language", () => {
  const missing = ["WebAssembly", "TextEncoder", "TextDecoder", "window", "document", "process", "URL"];
  assert.deepEqual(
    missing.filter((name) => vm.runInContext(`typeof ${name} !== "undefined"`, bare)),
    [],
  );
});

test("every version of every place's rules is in the package, word for word", () => {
  const { places } = JSON.parse(readFileSync(`${ROOT}dist/rules/index.json`, "utf8"));
  assert.deepEqual(files, filesIn(places));
  for (const file of files) {
    assert.deepEqual(
      JSON.parse(rules.files[file]()),
      JSON.parse(readFileSync(`${ROOT}dist/rules/${file}`, "utf8")),
    );
  }
});

for (const place of new Set(files.map(placeOf))) {
  test(`the worked examples of ${place}`, async () => {
    const heard = [];
    const engine = await core.startEngine(listening(packageWasm, heard), ENGINE);
    const plain = await loadWasm(`${ROOT}dist/engine.wasm`);
    for (const file of files.filter((each) => placeOf(each) === place)) {
      assert.ok(!("error" in (await engine.load(rules.files[file]()))), file);
      const { failed, text } = plain("aidcheck_load", readFileSync(`${ROOT}dist/rules/${file}`));
      assert.equal(failed, 0, text);
    }
    const cases = casesOf(place);
    assert.ok(cases.length > 0);
    for (const [name, text] of cases) {
      const answer = await engine.estimate(text);
      const expected = plain("aidcheck_estimate", Buffer.from(text)).text;
      assert.equal(heard.at(-1).toString("utf8"), expected, name);
      assert.equal(JSON.stringify(answer), JSON.stringify(JSON.parse(expected)), name);
    }
  });
}

test("after a trap the next estimate finds a new engine with the rules in it", async () => {
  let made = 0;
  const breaking = {
    async instantiate(path, imports) {
      const { instance } = await packageWasm.instantiate(path, imports);
      made += 1;
      const estimate = made > 1 ? instance.exports.aidcheck_estimate : () => assert.fail("a trap");
      return { instance: { exports: { ...instance.exports, aidcheck_estimate: estimate } } };
    },
  };
  const engine = await core.startEngine(breaking, ENGINE);
  await engine.load(rules.files[files.find((file) => placeOf(file) === "320200")]());
  const [[, text]] = casesOf("320200");
  assert.equal((await engine.estimate(text)).error.code, "engine.stopped");
  assert.equal((await engine.estimate(text)).place, "320200");
});

test("in a worker as Alipay has it, and asked from outside", async () => {
  const listeners = {};
  const end = (own, other) => ({
    postMessage: (message) => queueMicrotask(() => listeners[other](structuredClone(message))),
    onMessage: (listener) => (listeners[own] = listener),
  });
  const inside = vm.createContext({ worker: end("inside", "outside"), MYWebAssembly: packageWasm });
  vm.runInContext("delete globalThis.WebAssembly", inside);
  vm.runInContext(readFileSync(`${ROOT}dist/miniprogram-alipay/worker.js`, "utf8"), inside);
  const engine = await core.FarEngine.start(end("outside", "inside"), ENGINE);
  await engine.load(rules.files[files.find((file) => placeOf(file) === "320200")]());
  const designCase = readFileSync(`${ROOT}docs/example-case.json`, "utf8");
  assert.equal((await engine.estimate(designCase)).personal.total, 9100);
});
