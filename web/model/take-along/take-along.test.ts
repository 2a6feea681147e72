import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Answer, Estimator, Form, Notice, Payer, Result } from "../../loader/contract.js";
import { form as small, words } from "../a-form.js";
import {
  removeVisit,
  setLanguage,
  setPlace,
  setSheetAmount,
  setStanding,
  setVisitUnsure,
  setYear,
  openVisit,
  show,
} from "../actions.js";
import { stopNow } from "../path.js";
import { Atlas } from "../places.js";
import { SelfCheck } from "../self-check.js";
import { initialState, type State } from "../state.js";
import { stopAt } from "../trail.js";
import { answeredBy, writeDocument } from "./document.js";
import { fragmentOf, readFragment } from "./link.js";
import { readFile } from "./read.js";
import { verdictsOf, withSettlements } from "./settlement.js";
import { since } from "./since.js";
import { dayOf } from "./take-along.js";

const NOW = new Date("2026-11-22T23:30:00");
const HASH = "sha256-oEKf2Du2blSb5saLqgeYNAshg7ZtMJ0dMzlIKiFmfXY=";
const OTHER_HASH = HASH.replace("oEKf", "oEKg");

const form: Form = {
  ...small,
  sheet: [
    ...small.sheet,
    { id: "assistance", label: words("Assistance"), interface: "maf_pay", needed: false },
  ],
};

const atlasWith = (version: string, hash: string, from = "2023-01-01") =>
  new Atlas([{ code: "320200", name: words("Wuxi"), versions: [{ file: "", from, version, hash }] }], []);
const atlas = atlasWith("1", HASH);

const payer = (id: string, amount: Payer["amount"]): Payer => ({ id, label: words(id), amount });

function resultOf(payers: readonly Payer[], more: Partial<Result> = {}): Result {
  return {
    place: "320200",
    packs: [{ id: "320200", version: "1", from: "2023-01-01" }],
    payers,
    personal: { total: 9100 },
    visits: [{ id: "1", payers }],
    notices: [],
    unknown: [],
    ask: [],
    ...more,
  } as unknown as Result;
}

const PAID = [payer("basic", 28000), payer("assistance", 11900)];

/** Settles as told, and remembers the sheets that it was sent. */
class StandIn implements Estimator {
  readonly cases: { visits: { sheet: Record<string, unknown> }[] }[] = [];
  answer: Answer<Result> = resultOf(PAID);
  load = () => Promise.resolve({});
  describe = () => Promise.resolve(form);
  estimate = (text: string) => {
    this.cases.push(JSON.parse(text));
    return Promise.resolve(this.answer);
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function filled(engine = new StandIn(), rules = atlas): Promise<SelfCheck> {
  const check = new SelfCheck(engine, rules, 2026, initialState("zh-Hans"));
  const changes = [setPlace("320200"), setYear("2024"), setStanding("none")];
  for (const change of [...changes, setSheetAmount(1, "basic", "28000")]) check.change(change);
  await settled();
  return check;
}

const fresh = (rules = atlas, engine = new StandIn()) =>
  new SelfCheck(engine, rules, 2026, initialState("en"));

describe("saved and opened again", () => {
  test("the document holds state, answer, rules and the day on the wall", async () => {
    const check = await filled();
    assert.deepEqual(JSON.parse(writeDocument(check.along.document(NOW) ?? assert.fail())), {
      aidcheck: 1,
      on: "2026-11-22",
      lang: "zh-Hans",
      case: { place: "320200", year: "2024", standing: "none", visits: [{ sheet: { basic: "28000" } }] },
      answered: {
        packs: [{ id: "320200", from: "2023-01-01", version: "1", hash: HASH }],
        payers: { basic: 28000, assistance: 11900 },
        personal_total: 9100,
      },
    });
    assert.equal(dayOf(new Date(2027, 0, 5)), "2027-01-05");
  });

  test("before a place is chosen there is none; before there is an answer it holds none", async () => {
    const check = fresh();
    assert.equal(check.along.document(NOW), undefined);
    check.change(setPlace("320200"));
    await settled();
    assert.equal(check.along.document(NOW)?.answered, undefined);
  });

  test("opened, it stands on the page as it was, in its language, and nothing has changed since", async () => {
    const from = await filled();
    for (const reading of [
      readFile(writeDocument(from.along.document(NOW) ?? assert.fail())),
      readFragment(fragmentOf(from.along.document(NOW) ?? assert.fail())) ?? assert.fail(),
    ]) {
      const check = fresh();
      await check.along.open(reading);
      await settled();
      assert.equal(check.state.language, "zh-Hans");
      assert.equal(check.state.visits[0]?.sheet["basic"], "28000");
      assert.equal(check.outcome.kind, "settled");
      const now = check.along.openedNow;
      assert.deepEqual(now?.since, { rules: [], figures: [] });
      assert.deepEqual([now.unused, now.replaced], [[], undefined]);
    }
  });

  test("it leads to the answer, or to what is missing; whoever is there already stays", async () => {
    const document = (await filled()).along.document(NOW) ?? assert.fail();
    const check = fresh();
    const here = () => [stopNow(check).screen, check.state.trail.stops.length];
    await check.along.open(document);
    await settled();
    assert.deepEqual(here(), ["answer", 2]);
    await check.along.open(document);
    await settled();
    assert.deepEqual(here(), ["answer", 2]);
    const [visit] = document.case.visits;
    for (const [part, screen] of [
      [{ year: "" }, "where"],
      [{ standing: "" }, "who"],
      [{ visits: [{ ...(visit ?? assert.fail()), sheet: { basic: "x" } }] }, "bill"],
    ] as const) {
      await check.along.open({ ...document, case: { ...document.case, ...part } });
      await settled();
      assert.equal(stopNow(check).screen, screen);
    }
    assert.equal(check.state.openVisit, 1);
  });

  test("a place of which no rules are known leaves the page as it is", async () => {
    const document = (await filled()).along.document(NOW) ?? assert.fail();
    const engine = new StandIn();
    engine.describe = () => Promise.resolve({ error: {} } as unknown as Form);
    const check = fresh(atlas, engine);
    const { state } = check;
    await check.along.open(document);
    assert.equal(check.state, state);
    assert.deepEqual(check.along.unread, { why: "broken", at: "/case/place" });
  });

  test("a language that this page does not speak leaves the page's own", async () => {
    const document = (await filled()).along.document(NOW) ?? assert.fail();
    const check = fresh();
    await check.along.open({ ...document, lang: "bo" });
    assert.equal(check.state.language, "en");
  });

  test("what was on the page can be put back, once", async () => {
    const document = (await filled()).along.document(NOW) ?? assert.fail();
    const check = await filled();
    check.change(setSheetAmount(1, "basic", "5"));
    const { state } = check;
    await check.along.open(document);
    await settled();
    assert.ok(check.along.openedNow?.replaced);
    check.along.putBack();
    assert.equal(check.state, state);
    check.along.putBack();
    assert.equal(check.state, state);
  });

  test("what was opened is spoken of until it is changed; looking into a bill changes nothing", async () => {
    const document = (await filled()).along.document(NOW) ?? assert.fail();
    const check = fresh();
    await check.along.open(document);
    await settled();
    check.change(openVisit(1));
    assert.ok(check.along.openedNow);
    check.change(setSheetAmount(1, "basic", "1"));
    assert.equal(check.along.openedNow, undefined);
  });

  test("what cannot be read leaves the page as it is, and is forgotten with the next that can", async () => {
    const check = await filled();
    const { state } = check;
    let told = 0;
    check.subscribe(() => (told += 1));
    await check.along.open({ why: "syntax" });
    assert.deepEqual([check.along.unread, check.state, told], [{ why: "syntax" }, state, 1]);
    await check.along.open(check.along.document(NOW) ?? assert.fail());
    assert.equal(check.along.unread, undefined);
    await check.along.open({ why: "syntax" });
    check.change(show(stopAt("bills")));
    assert.equal(check.along.unread, undefined, "nor when the person goes on");
  });
});

describe("what changed since", () => {
  const then = answeredBy(resultOf(PAID), atlas);

  test("rules that are gone, mended, not the same, or used now too", () => {
    const result = resultOf(PAID);
    const rules = (version: string, hash: string, from?: string) =>
      since(then, result, atlasWith(version, hash, from)).rules;
    assert.deepEqual(rules("1", HASH), []);
    assert.deepEqual(rules("2", OTHER_HASH), [{ how: "edition", pack: then.packs[0], now: "2" }]);
    assert.deepEqual(rules("1", OTHER_HASH), [{ how: "text", pack: then.packs[0] }]);
    assert.deepEqual(rules("1", HASH, "2022-01-01"), [{ how: "gone", pack: then.packs[0] }]);
    const two = resultOf(PAID, {
      packs: [...result.packs, { id: "320200", version: "1", from: "2024-07-01" }],
    });
    assert.deepEqual(since(then, two, atlas).rules, [
      { how: "added", pack: { id: "320200", from: "2024-07-01", version: "1", hash: "" } },
    ]);
  });

  test("figures payer by payer, and what the person pays", () => {
    const now = resultOf(
      [payer("basic", 28000), payer("top_up", 5), payer("assistance", { min: 1, max: 2 })],
      {
        personal: { total: 9000 } as Result["personal"],
      },
    );
    assert.deepEqual(since({ ...then, payers: { ...then.payers, other: 7 } }, now, atlas).figures, [
      { payer: "top_up", before: 0, now: 5 },
      { payer: "assistance", before: 11900, now: { min: 1, max: 2 } },
      { payer: "other", before: 7, now: 0 },
      { payer: "you", before: 9100, now: 9000 },
    ]);
  });

  test("a range is the same where both ends are", () => {
    const range = { ...then, payers: { basic: { min: 1, max: 2 } } };
    const figures = (min: number, max: number) =>
      since(range, resultOf([payer("basic", { min, max, tight: false })]), atlas).figures.length;
    assert.deepEqual([figures(1, 2), figures(1, 3), figures(0, 2)], [0, 1, 1]);
  });
});

describe("the link", () => {
  test("is there until the page says something else", async () => {
    const check = await filled();
    const shown = () => check.along.link;
    assert.equal(shown(), undefined);
    check.along.makeLink("https://example.org/", NOW);
    const link = shown() ?? assert.fail();
    assert.match(link.address, /^https:\/\/example\.org\/#c=/);
    assert.ok(link.code);
    check.change(show(stopAt("bills")));
    check.change(setLanguage("en"));
    assert.equal(shown(), link, "walking and reading change nothing in it");
    check.change(setSheetAmount(1, "basic", "1"));
    assert.equal(shown(), undefined);
  });
});

describe("compared with the official settlement", () => {
  const sheet = ["total", "in_scope", "basic", "assistance"];
  const differs = { layer: "assistance", op: "rate" } as unknown as Notice["differs_at"];

  test("what was settled stands in a copy of the case, and only there", async () => {
    const engine = new StandIn();
    const check = await filled(engine);
    check.change(setVisitUnsure(1, "basic", true));
    await settled();
    const { state } = check;
    check.along.settle(1, "basic", "２万");
    check.along.settle(1, "assistance", "x");
    check.along.settle(1, "top_up", "5");
    await settled();
    assert.equal(check.state, state);
    assert.deepEqual(engine.cases.at(-1)?.visits[0]?.sheet, { basic: 20000 });
    assert.deepEqual(
      check.along.verdicts(0).map(({ payer: { id }, fits, ours }) => [id, fits, ours]),
      [
        ["basic", false, 28000],
        ["assistance", undefined, undefined],
      ],
    );
    assert.deepEqual(check.along.verdicts(1), []);
  });

  test("it follows what is changed on the page, and a removed bill takes its settlement along", async () => {
    const engine = new StandIn();
    const check = await filled(engine);
    check.along.settle(1, "basic", "28000");
    await settled();
    check.change(setSheetAmount(1, "total", "99"));
    await settled();
    assert.deepEqual(engine.cases.at(-1)?.visits[0]?.sheet, { total: 99, basic: 28000 });
    assert.equal(check.along.verdicts(0)[0]?.fits, true);
    check.change(removeVisit(1));
    await settled();
    assert.deepEqual(check.along.verdicts(0), []);
  });

  test("a payer on the sheet is held against the page, the computed ones against what follows from the settled ones", () => {
    const copy = resultOf([payer("basic", 20000), payer("assistance", 18700), payer("top_up", 3)]);
    const result = resultOf([...PAID, payer("top_up", 4)]);
    const typed = { basic: "20000", assistance: "18700.00", top_up: "3元" };
    const verdicts = verdictsOf(result, copy, "1", sheet, typed);
    assert.deepEqual(
      verdicts.map(({ payer: { id }, ours, fits }) => [id, ours, fits]),
      [
        ["basic", 28000, false],
        ["assistance", 18700, true],
        ["top_up", 3, true],
      ],
    );
  });

  test("the first step that differs comes with it, of its own bill and payer only", () => {
    const notices = [
      { visit: "2", differs_at: differs },
      { visit: "1", differs_at: { ...differs, layer: "basic" } },
      { visit: "1", differs_at: differs },
    ] as unknown as Notice[];
    const verdicts = verdictsOf(resultOf(PAID), resultOf(PAID, { notices }), "1", sheet, {
      assistance: "9800",
    });
    assert.deepEqual(verdicts, [{ payer: PAID[1], settled: "9800", ours: 11900, fits: false, differs }]);
  });

  test("within a range it fits", () => {
    const open = resultOf([payer("assistance", { min: 9800, max: 11900 })]);
    const fits = (typed: string) => verdictsOf(open, open, "1", sheet, { assistance: typed })[0]?.fits;
    assert.deepEqual(["9800", "11900", "9799.99", "11900.01"].map(fits), [true, true, false, false]);
  });

  test("a bill without a settlement stays as it is", () => {
    const state: State = initialState("en");
    assert.deepEqual(withSettlements(state, {}, sheet).visits, state.visits);
  });
});
