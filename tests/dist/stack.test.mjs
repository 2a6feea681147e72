// engine.wasm has a stack of 512 KB at the bottom of its memory. No case may come near its end, however little it says:
// whoever fills in a form asks about all that is still open. And what it says then is what the native engine says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { wholePack } from "../packs/kinds/whole.mjs";
import { loadWasm } from "../../script/lib/wasm.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const PACKS = "rules/packs";
const STACK = 512 * 1024;
/** A pack may grow; what is left is for it. */
const MOST_USED = STACK / 2;
const EXAMPLES = 8;

const bytes = (value) => Buffer.from(JSON.stringify(value));
const jsonFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();

/** How much of the stack was ever used: it grows downwards, and memory begins as zeros. */
function used(memory) {
  const lowest = new Uint8Array(memory.buffer, 0, STACK).findIndex((byte) => byte !== 0);
  return lowest < 0 ? 0 : STACK - lowest;
}

function assertRoom(memory, what) {
  const depth = used(memory);
  assert.ok(depth > 1000, "the stack is where it is looked for");
  assert.ok(depth < MOST_USED, `${what}: ${depth} bytes of stack`);
}

/** The case as it stands while a person fills it in: ever less is known. */
function stagesOf(whole) {
  const given = { ...whole, help: [] };
  const visits = (keep) =>
    (given.visits ?? []).map((visit) =>
      Object.fromEntries(Object.entries(visit).filter(([name]) => keep.includes(name))),
    );
  const noSheets = (given.visits ?? []).map((visit) => ({ ...visit, sheet: {} }));
  return {
    "without amounts": { ...given, visits: noSheets },
    "total only": {
      ...given,
      visits: visits(["id", "from", "until"]).map((visit, index) => ({
        ...visit,
        sheet: index % 2 === 0 ? { total: 30000 } : {},
      })),
    },
    "nothing of the person": { ...given, person: { identities: null }, visits: noSheets },
    "dates alone": { ...given, person: {}, visits: visits(["id", "from", "until"]), help: ["categories"] },
  };
}

function natively(text) {
  const { stdout, error } = spawnSync("build/native/aidcheck", ["estimate", "-"], {
    input: text,
    maxBuffer: 2 ** 26,
  });
  assert.ifError(error);
  return stdout.toString().trimEnd();
}

describe("while a form is filled in", () => {
  for (const place of readdirSync(PACKS)) {
    test(`${place}: the same as natively, and far from the end of the stack`, async () => {
      const call = await loadWasm("dist/engine.wasm");
      for (const file of jsonFiles(`${PACKS}/${place}`)) {
        assert.equal(call("aidcheck_load", readFileSync(`${PACKS}/${place}/${file}`)).failed, 0);
      }
      const examples = jsonFiles(`${PACKS}/${place}/examples`);
      const step = Math.ceil(examples.length / EXAMPLES);
      for (const file of examples.filter((_, index) => index % step === 0)) {
        const { case: given } = JSON.parse(readFileSync(`${PACKS}/${place}/examples/${file}`));
        for (const [stage, input] of Object.entries(stagesOf(given))) {
          const text = bytes(input);
          assert.equal(call("aidcheck_estimate", text).text, natively(text), `${file}, ${stage}`);
        }
      }
      assertRoom(call.memory, place);
    });
  }
});

const LAYERS = ["basic", "serious_illness", "civil_servant", "assistance", "top_up"];
const FACTS_OF_LAYER = 5;

/** Nearly as many facts as a pack may have, each asked only once those before it are answered. */
function deepPack() {
  const words = { "zh-Hans": "是吗？", en: "Is it?" };
  const namesOf = (layer) => Array.from({ length: FACTS_OF_LAYER }, (_, index) => `${layer}_${index + 1}`);
  const rowsOf = (names) =>
    names.map((_, index) => ({
      when: Object.fromEntries(names.slice(0, names.length - index).map((name) => [name, true])),
      rate: `${90 - index}%`,
    }));
  return wholePack({
    name: { "zh-Hans": "很深", en: "Deep" },
    categories: ["subsistence"],
    facts: Object.fromEntries(
      LAYERS.flatMap(namesOf).map((name) => [
        name,
        { of: "visit", type: "yes_no", label: words, question: words },
      ]),
    ),
    layers: LAYERS.map((id) => ({
      id,
      base: { of: ["scope"] },
      pays: [...rowsOf(namesOf(id)), { rate: "10%" }],
    })),
  });
}

test("the deepest chain of questions that a pack may ask ends well", async () => {
  const call = await loadWasm("dist/engine.wasm");
  const loaded = call("aidcheck_load", bytes(deepPack()));
  assert.equal(loaded.failed, 0, loaded.text.slice(0, 300));
  const visits = [1, 2, 3].map((month) => ({ from: `2024-0${month}-01`, sheet: {} }));
  const answer = call("aidcheck_estimate", bytes({ place: "110000", year: 2024, person: {}, visits }));
  assert.equal(answer.failed, 0, answer.text.slice(0, 300));
  assertRoom(call.memory, "a deep pack");
});

test("brackets without end are refused, not followed", async () => {
  const call = await loadWasm("dist/engine.wasm");
  for (const open of ["[", '{"a":']) {
    const text = Buffer.from(open.repeat(200_000));
    for (const name of ["aidcheck_load", "aidcheck_estimate", "aidcheck_describe"]) {
      assert.equal(call(name, text).failed, 1, `${name} ${open}`);
    }
  }
  assertRoom(call.memory, "brackets");
});
