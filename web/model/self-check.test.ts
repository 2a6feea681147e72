import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, EngineError, Estimator, Form, Result } from "../loader/contract.js";
import { form, words } from "./a-form.js";
import {
  askForHelp,
  setLook,
  setPlace,
  setSheetAmount,
  setStanding,
  setVisitFact,
  setYear,
  suppose,
} from "./actions.js";
import { Atlas, type Place } from "./places.js";
import { SelfCheck } from "./self-check.js";
import { initialState } from "./state.js";

const places: Place[] = [
  {
    code: "320200",
    name: words("Wuxi"),
    versions: [{ file: "", version: "1", hash: "", from: "2023-01-01" }],
  },
  {
    code: "110000",
    name: words("Beijing"),
    versions: [{ file: "", version: "1", hash: "", from: "2021-01-01", until: "2024-12-31" }],
  },
];

const atlas = new Atlas(places, []);

const result = { visits: [], unknown: [], ask: [] } as unknown as Result;

class StandIn implements Estimator {
  readonly cases: string[] = [];
  answer: Answer<Result> = result;
  described: Answer<Form> = form;

  load = () => Promise.resolve({});
  describe: Estimator["describe"] = () => Promise.resolve(this.described);
  estimate = (text: string) => {
    this.cases.push(text);
    return Promise.resolve(this.answer);
  };

  refuse(error: Partial<EngineError>): void {
    this.answer = { error: { kind: "bad_case", code: "x", message: words("x"), ...error } };
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function filled(engine: StandIn): Promise<SelfCheck> {
  const check = new SelfCheck(engine, atlas, 2026, initialState("zh-Hans"));
  for (const change of [setPlace("320200"), setYear("2024"), setStanding("none")]) check.change(change);
  check.change(setVisitFact(1, "kind", "inpatient"));
  await settled();
  return check;
}

test("several changes of one turn ask the engine once", async () => {
  const engine = new StandIn();
  const check = await filled(engine);
  assert.equal(engine.cases.length, 1);
  assert.equal(check.outcome.kind, "settled");
  assert.equal(check.form, form);
});

test("before a place is chosen nothing is asked", async () => {
  const engine = new StandIn();
  const check = new SelfCheck(engine, atlas, 2026, initialState("zh-Hans"));
  check.change(setYear("2024"));
  await settled();
  assert.equal(check.outcome.kind, "start");
  assert.equal(engine.cases.length, 0);
});

test("what the engine misses is asked for at its field, what it minds is said there", async () => {
  const engine = new StandIn();
  engine.refuse({ code: "fact.missing", at: "/visits/0/sheet/total" });
  const check = await filled(engine);
  assert.equal(check.problemAt("visit-1-total")?.kind, "missing");

  engine.refuse({ code: "amount.negative", at: "/visits/0/sheet/total", message: words("not below nought") });
  check.change(setSheetAmount(1, "total", "-1"));
  await settled();
  assert.deepEqual(check.problemAt("visit-1-total"), {
    field: "visit-1-total",
    kind: "rejected",
    message: words("not below nought"),
  });
  assert.equal(check.state.visits[0]?.sheet["total"], "-1");
});

test("what no field can mend is told as such", async () => {
  const engine = new StandIn();
  engine.refuse({ kind: "internal", at: "/visits/0" });
  assert.equal((await filled(engine)).outcome.kind, "failed");
  engine.refuse({ at: "" });
  assert.equal((await filled(engine)).outcome.kind, "failed");
  engine.described = { error: { kind: "bad_case", code: "place.no_pack", message: words("x") } };
  assert.equal((await filled(engine)).outcome.kind, "failed");
});

test("unreadable entries are not sent", async () => {
  const engine = new StandIn();
  const check = await filled(engine);
  check.change(setSheetAmount(1, "total", "三千"));
  await settled();
  assert.equal(engine.cases.length, 1);
  assert.equal(check.problemAt("visit-1-total")?.kind, "amount");
});

test("which category it may be is told before there is a bill, where it is asked for", async () => {
  const engine = new StandIn();
  const check = new SelfCheck(engine, atlas, 2026, initialState("zh-Hans"));
  for (const change of [setPlace("320200"), setYear("2024")]) check.change(change);
  await settled();
  assert.equal(engine.cases.length, 0);
  check.change(askForHelp);
  await settled();
  assert.equal(check.guide, result);
  assert.equal(check.outcome.kind, "incomplete");
  assert.equal(check.problemAt("visits")?.kind, "missing");

  check.change(setYear(""));
  await settled();
  assert.equal(check.guide, undefined);
  assert.equal(engine.cases.length, 1);
});

test("a form is described once for each place, also where another place's rules serve it", async () => {
  const engine = new StandIn();
  const asked: string[] = [];
  engine.describe = (text) => {
    asked.push(text);
    return Promise.resolve(engine.described);
  };
  const check = new SelfCheck(engine, atlas, 2026, initialState("zh-Hans"));
  for (const place of ["320281", "110000", "320281"]) {
    check.change(setPlace(place));
    await settled();
    check.change(setYear("2024"));
    await settled();
  }
  assert.deepEqual(asked, ['{"place":"320281"}', '{"place":"110000"}']);
});

test("only what is likely is supposed, with an estimate of its own", async () => {
  const engine = new StandIn();
  const likely = (state: string) =>
    ({ ...result, categories: [{ category: "orphan", state }] }) as unknown as Result;
  engine.answer = likely("likely");
  const check = await filled(engine);
  assert.equal(engine.cases.length, 1);
  check.change(suppose("orphan"));
  await settled();
  assert.equal(engine.cases.length, 2, "the case itself is not asked about again");
  assert.match(engine.cases[0] ?? "", /"identities":\[\]/);
  assert.match(engine.cases[1] ?? "", /"identities":\[\{"category":"orphan"\}\]/);
  const { outcome } = check;
  assert.equal(outcome.kind === "settled" && outcome.supposed?.category, "orphan");

  engine.answer = likely("not");
  check.change(setSheetAmount(1, "total", "5"));
  await settled();
  assert.equal(engine.cases.length, 3);
  assert.equal(check.outcome.kind === "settled" && check.outcome.supposed, undefined);
});

test("what does not change the case does not ask the engine again", async () => {
  const engine = new StandIn();
  const check = await filled(engine);
  check.change(setLook({ elder: true }));
  await settled();
  assert.equal(engine.cases.length, 1);
  assert.equal(check.outcome.kind, "settled");
});
