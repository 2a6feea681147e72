// A kiosk asks one instance of the engine for a year: its memory does not grow with the number of questions, whether they
// are answered or refused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { loadWasm } from "../../script/lib/wasm.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const PACKS = "rules/packs";
const ROUNDS = 6;

/** Every worked example of a place, and cases that are refused at different depths. */
function questionsOf(place) {
  const folder = `${PACKS}/${place}/examples`;
  const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`)).case);
  const refused = [{}, { place: "999999" }, { place, year: 2024, visits: [{ from: "2024-02-30" }] }];
  return [...cases, ...refused].map((each) => Buffer.from(JSON.stringify(each)));
}

test("the engine's memory is as large after thousands of questions as after the first of each", async () => {
  const call = await loadWasm("dist/engine.wasm");
  const places = readdirSync(PACKS);
  for (const place of places) {
    for (const file of readdirSync(`${PACKS}/${place}`).filter((name) => name.endsWith(".json"))) {
      assert.equal(call("aidcheck_load", readFileSync(`${PACKS}/${place}/${file}`)).failed, 0);
    }
  }
  const questions = places.flatMap(questionsOf);
  const ask = () => {
    for (const question of questions) call("aidcheck_estimate", question);
    for (const place of places) call("aidcheck_describe", Buffer.from(JSON.stringify({ place })));
    call("aidcheck_estimate", Buffer.from('{"place":"320200",'));
  };
  ask();
  const size = call.memory.buffer.byteLength;
  for (let round = 1; round < ROUNDS; round++) ask();
  assert.ok(questions.length * ROUNDS > 3000);
  assert.equal(call.memory.buffer.byteLength, size);
});
