import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, EngineError, Estimator, Form, Result } from "../loader/contract.js";
import { form, words } from "./a-form.js";
import { holdNoCategory, setPlace, setSheetAmount, setVisitFact, setYear } from "./actions.js";
import { SelfCheck, type Place } from "./self-check.js";
import { initialState } from "./state.js";

const places: Place[] = [
  { code: "320200", name: words("Wuxi"), versions: [{ file: "", from: "2023-01-01" }] },
  {
    code: "110000",
    name: words("Beijing"),
    versions: [{ file: "", from: "2021-01-01", until: "2024-12-31" }],
  },
];

const result = { visits: [] } as unknown as Result;

class StandIn implements Estimator {
  readonly cases: string[] = [];
  answer: Answer<Result> = result;
  described: Answer<Form> = form;

  load = () => Promise.resolve({});
  describe = () => Promise.resolve(this.described);
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
  const check = new SelfCheck(engine, places, 2026, initialState("zh-Hans"));
  for (const change of [setPlace("320200"), setYear("2024"), holdNoCategory(true)]) check.change(change);
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
  const check = new SelfCheck(engine, places, 2026, initialState("zh-Hans"));
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

test("years are those in which rules are in force", () => {
  const check = new SelfCheck(new StandIn(), places, 2026, initialState("zh-Hans"));
  assert.deepEqual(check.years(), ["2026", "2025", "2024", "2023", "2022", "2021"]);
  check.change(setPlace("320200"));
  assert.deepEqual(check.years(), ["2026", "2025", "2024", "2023"]);
  check.change(setPlace("110000"));
  assert.deepEqual(check.years(), ["2024", "2023", "2022", "2021"]);
});
