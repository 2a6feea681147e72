import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { form } from "../a-form.js";
import { initialState, isBlank, type State, type Unsure } from "../state.js";
import { writeCase } from "../case.js";
import {
  enteredIn,
  fileName,
  stateOf,
  unknownTo,
  writeDocument,
  type Answered,
  type CaseDocument,
} from "./document.js";
import { fragmentOf, readFragment } from "./link.js";
import { random, randomState } from "./random-state.js";
import { isUnread, readDocument, readFile, type Reading } from "./read.js";

const fitsSchema = new Ajv({ strict: true }).compile(
  JSON.parse(readFileSync("rules/schema/document.schema.json", "utf8")) as object,
);

const answered: Answered = {
  packs: [
    {
      id: "320200",
      from: "2023-01-01",
      version: "1",
      hash: "sha256-oEKf2Du2blSb5saLqgeYNAshg7ZtMJ0dMzlIKiFmfXY=",
    },
  ],
  payers: { basic: 28000, assistance: { min: 0.01, max: 11900.5 } },
  personal_total: 9100,
};

const documentOf = (state: State): CaseDocument => ({
  aidcheck: 1,
  on: "2026-11-22",
  lang: state.language,
  case: enteredIn(state, form),
  answered,
});

/** What the person sees of a state: no entry is empty, no "I don't know" taken back, no bill has a number of its own. */
function seen(state: State): unknown {
  const said = (unsure: Unsure) => Object.keys(unsure).filter((name) => unsure[name]);
  const typed = (entries: object) =>
    Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry !== ""));
  const { before } = state;
  return {
    ...state,
    holdings: Object.entries(state.holdings).filter(([, { held }]) => held),
    facts: typed(state.facts),
    unsure: said(state.unsure),
    visits: state.visits.map(({ from, until, facts, sheet, unsure }) => ({
      from,
      until,
      facts: typed(facts),
      sheet: typed(sheet),
      unsure: said(unsure),
      blank: isBlank({ key: 0, from, until, facts, sheet, unsure }),
    })),
    before: [before.pools, before.cumulative, before.counts].map(typed),
    readings: typed(state.readings),
    nextKey: 0,
    openVisit: 0,
  };
}

function read(reading: Reading | undefined): CaseDocument {
  assert.ok(reading && !isUnread(reading), JSON.stringify(reading));
  return reading;
}

const WAYS: Record<string, (document: CaseDocument) => CaseDocument> = {
  "a file": (document) => read(readFile(writeDocument(document))),
  "a link": (document) => read(readFragment(fragmentOf(document))),
};

describe("the case as a document", () => {
  for (const [name, through] of Object.entries(WAYS)) {
    test(`through ${name} every state comes back as it stood on the page`, () => {
      const next = random(5);
      for (let round = 0; round < 500; round += 1) {
        const state = randomState(next);
        const document = documentOf(state);
        assert.ok(fitsSchema(JSON.parse(writeDocument(document))), JSON.stringify(fitsSchema.errors));
        const back = through(document);
        assert.deepEqual(back.case, document.case);
        const restored = stateOf(back.case, state);
        assert.deepEqual(seen(restored), seen(state));
        assert.equal(
          writeCase(restored, form).text,
          writeCase(state, form).text,
          "the engine is told the same",
        );
        assert.deepEqual([back.on, back.lang], [document.on, document.lang]);
        assert.deepEqual(back.answered?.payers, answered.payers);
        assert.equal(back.answered.personal_total, answered.personal_total);
      }
    });
  }

  test("bills have numbers of their own again, and another can be added", () => {
    const state = randomState(random(8));
    const restored = stateOf(
      documentOf({ ...state, visits: [...state.visits, ...state.visits] }).case,
      initialState("en"),
    );
    const keys = restored.visits.map(({ key }) => key);
    assert.equal(new Set([...keys, restored.nextKey]).size, keys.length + 1);
  });

  test("what an earlier choice left behind, and a bill that was removed, are not taken along", () => {
    const state = randomState(random(3));
    const left: State = {
      ...state,
      facts: { hidden_fact: "secret" },
      unsure: { "person-hidden_fact": true },
      holdings: { orphan: { held: false, periods: [{ from: "secret", until: "" }] } },
      removed: {
        index: 0,
        visit: { key: 7, from: "secret", until: "", facts: {}, sheet: {}, unsure: {} },
      },
    };
    assert.doesNotMatch(writeDocument(documentOf(left)), /secret|hidden_fact/);
  });

  test("nothing empty is written", () => {
    const text = writeDocument(
      documentOf({ ...randomState(random(1)), province: "", visits: [], asked: [] }),
    );
    assert.doesNotMatch(text, /"province"|"visits"|"asked"|: ""|\{\}|\[\]/);
  });

  test("names that a form does not have are told", () => {
    const { case: entered } = documentOf(randomState(random(2)));
    const visit = { from: "", until: "", facts: { old_kind: "x" }, sheet: { old_amount: "1" }, unsure: [] };
    assert.deepEqual(unknownTo(form, { ...entered, facts: { old_fact: "1" }, visits: [visit] }), [
      "old_fact",
      "old_kind",
      "old_amount",
    ]);
    assert.deepEqual(unknownTo(form, entered), []);
  });

  test("the file is named after city and day", () => {
    assert.equal(fileName("无锡市", documentOf(randomState(random(1)))), "aidcheck-无锡-2026-11-22.json");
  });
});

describe("what cannot be read", () => {
  const whole = JSON.parse(writeDocument(documentOf(randomState(random(4))))) as Record<string, object>;
  const why = (value: unknown) => {
    const reading = readDocument(value);
    return isUnread(reading) ? reading : undefined;
  };

  test("no JSON, no document of ours, a newer one", () => {
    assert.deepEqual(readFile("{"), { why: "syntax" });
    assert.deepEqual(readFile(""), { why: "syntax" });
    for (const value of [
      null,
      [],
      1,
      "x",
      {},
      { schema: 1 },
      { aidcheck: "1" },
      { aidcheck: 1.5 },
      { aidcheck: -1 },
    ])
      assert.deepEqual(why(value), { why: "foreign" }, JSON.stringify(value));
    assert.deepEqual(why({ ...whole, aidcheck: 2 }), { why: "newer" });
    assert.equal(why(whole), undefined);
  });

  test("the first entry that is not of the format is told", () => {
    const inCase = (more: object) => {
      const value = { ...whole, case: { ...whole["case"], ...more } };
      assert.equal(fitsSchema(value), false, "the schema minds it too");
      return why(value);
    };
    for (const [more, at] of [
      [{ plcae: "320200" }, "/case/plcae"],
      [{ place: 320200 }, "/case/place"],
      [{ place: "32" }, "/case/place"],
      [{ year: "2024, x: 1" }, "/case/year"],
      [{ standing: "rich" }, "/case/standing"],
      [{ help: "yes" }, "/case/help"],
      [{ visits: {} }, "/case/visits"],
      [{ visits: [{ sheet: { total: 5 } }] }, "/case/visits/0/sheet/total"],
      [{ visits: [{}, null] }, "/case/visits/1"],
      [{ visits: [{ constructor: "x" }] }, "/case/visits/0/constructor"],
      [{ identities: [{ category: "orphan", since: "x" }] }, "/case/identities/0/since"],
      [{ before: { pools: [] } }, "/case/before/pools"],
      [{ facts: null }, "/case/facts"],
    ] as const)
      assert.deepEqual(inCase(more), { why: "broken", at }, at);
    assert.deepEqual(why({ ...whole, on: "yesterday" }), { why: "broken", at: "/on" });
    assert.deepEqual(why({ ...whole, answered: { ...answered, payers: { basic: "1" } } }), {
      why: "broken",
      at: "/answered/payers/basic",
    });
    const endless = JSON.stringify({ ...whole, answered }).replace("28000", "1e999");
    assert.deepEqual(readFile(endless), { why: "broken", at: "/answered/payers/basic" });
    assert.deepEqual(why({ aidcheck: 1, on: "2026-11-22", case: {}, answered: {} }), {
      why: "broken",
      at: "/answered/personal_total",
    });
  });

  test("a name like a part of every object stays a name", () => {
    const reading = readFile('{"aidcheck": 1, "on": "2026-11-22", "case": {"facts": {"__proto__": "x"}}}');
    assert.deepEqual(Object.entries(read(reading).case.facts), [["__proto__", "x"]]);
  });

  test("a file with one thing of it changed, anywhere, is read or told, and never throws", () => {
    const next = random(9);
    const text = writeDocument(documentOf(randomState(next)));
    const signs = ['"', "{", "]", "0", "x", "null", "", "\\"];
    for (let round = 0; round < 3000; round += 1) {
      const at = Math.floor(next() * text.length);
      const sign = signs[Math.floor(next() * signs.length)] ?? "";
      const reading = readFile(text.slice(0, at) + sign + text.slice(at + Math.floor(next() * 3)));
      if (!isUnread(reading)) stateOf(reading.case, initialState("en"));
    }
  });

  test("deeply nested JSON is told", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const reading = readFile(`{"aidcheck": 1, "on": "2026-11-22", "case": {"facts": ${deep}}}`);
    assert.ok(isUnread(reading));
  });
});

describe("a document of an older format", () => {
  test("format 0 knew categories without dates", () => {
    const old = {
      aidcheck: 0,
      on: "2026-10-01",
      lang: "en",
      case: { place: "320200", year: "2024", identities: ["subsistence", "orphan"] },
    };
    const { aidcheck, case: entered } = read(readDocument(old));
    assert.equal(aidcheck, 1);
    assert.deepEqual(stateOf(entered, initialState("en")).holdings, {
      subsistence: { held: true, periods: [{ from: "", until: "" }] },
      orphan: { held: true, periods: [{ from: "", until: "" }] },
    });
  });

  test("what no format had is told as in the newest", () => {
    for (const [entered, at] of [
      [{ identities: [5] }, "/case/identities/0"],
      [{ identities: "orphan" }, "/case/identities"],
      [null, "/case"],
    ] as const)
      assert.deepEqual(readDocument({ aidcheck: 0, on: "2026-10-01", case: entered }), { why: "broken", at });
    const newest = { aidcheck: 1, on: "2026-10-01", case: { identities: ["orphan"] } };
    assert.deepEqual(readDocument(newest), { why: "broken", at: "/case/identities/0" });
  });
});
