// The engine as JavaScript gives, to the byte, what engine.wasm gives: every worked example of every pack.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { callsOf, loadWasm } from "../../script/lib/wasm.mjs";

const PACKS = "rules/packs";

function engineJs() {
  const self = {};
  new Function("self", readFileSync("dist/engine.js", "utf8"))(self);
  return callsOf(self.aidcheckEngine());
}

const bytesOf = (file) => readFileSync(file);
const jsonFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];

for (const place of readdirSync(PACKS)) {
  test(`the worked examples of ${place}`, async () => {
    const wasm = await loadWasm("dist/engine.wasm");
    const js = engineJs();
    for (const file of jsonFiles(`${PACKS}/${place}`)) {
      const pack = bytesOf(`${PACKS}/${place}/${file}`);
      assert.deepEqual(js("aidcheck_load", pack), wasm("aidcheck_load", pack), file);
    }
    const request = Buffer.from(JSON.stringify({ place }));
    assert.equal(js("aidcheck_describe", request).text, wasm("aidcheck_describe", request).text);
    const examples = jsonFiles(`${PACKS}/${place}/examples`);
    assert.ok(examples.length > 0);
    for (const file of examples) {
      const { case: given } = JSON.parse(bytesOf(`${PACKS}/${place}/examples/${file}`));
      const text = Buffer.from(JSON.stringify(given));
      assert.equal(js("aidcheck_estimate", text).text, wasm("aidcheck_estimate", text).text, file);
    }
  });
}
