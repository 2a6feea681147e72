import assert from "node:assert/strict";
import { test } from "node:test";
import { form } from "./a-form.js";
import {
  addPeriod,
  addVisit,
  askForHelp,
  holdCategory,
  noteAsked,
  removeVisit,
  restoreVisit,
  setBefore,
  setPeriod,
  setPersonFact,
  setPlace,
  setReading,
  setSheetAmount,
  setStanding,
  setUnsure,
  setVisitDate,
  setVisitFact,
  setVisitUnsure,
  setYear,
  suppose,
  supposing,
  type Change,
} from "./actions.js";
import { writeCase } from "./case.js";
import { fieldAt } from "./fields.js";
import { initialState, type State } from "./state.js";

function after(...changes: Change[]): State {
  return changes.reduce((state, change) => change(state), initialState("zh-Hans"));
}

const begun = [setPlace("320200"), setYear("2024"), holdCategory("subsistence", true)];
const oneVisit = [...begun, setVisitFact(1, "kind", "inpatient"), setVisitDate(1, "from", "3月1日")];

test("a case carries what was entered, and nothing else", () => {
  const state = after(
    ...oneVisit,
    setPeriod("subsistence", 0, "from", "2023年5月1日"),
    setPersonFact("registered_here", "true"),
    setPersonFact("age", "７０"),
    setPersonFact("income", "1.5万"),
    setPersonFact("a_fact_of_another_place", "x"),
    setSheetAmount(1, "total", "５２，０００元"),
    setSheetAmount(1, "basic", " "),
    setBefore("cumulative", "top_up", "100.50"),
    setBefore("counts", "stay_number", "2"),
    setReading("base", "with_own_first"),
  );
  const { text, problems } = writeCase(state, form);
  assert.deepEqual(problems, []);
  assert.deepEqual(JSON.parse(text), {
    schema: 1,
    place: "320200",
    year: 2024,
    person: {
      registered_here: true,
      age: 70,
      income: 15000,
      identities: [{ category: "subsistence", from: "2023-05-01" }],
    },
    visits: [{ id: "1", kind: "inpatient", from: "2024-03-01", sheet: { total: 52000 } }],
    before: { cumulative: { top_up: 100.5 }, counts: { stay_number: 2 } },
    readings: { base: "with_own_first" },
  });
});

test("amounts reach the engine digit for digit", () => {
  const typed = "90071992547409931234.125";
  assert.ok(
    writeCase(after(...oneVisit, setSheetAmount(1, "total", typed)), form).text.includes(`"total":${typed}}`),
  );
});

test("what cannot be read is a problem at its field and stays as it was typed", () => {
  const state = after(
    ...oneVisit,
    setSheetAmount(1, "total", "三千"),
    setVisitDate(1, "until", "去年"),
    setPersonFact("age", "old"),
    setBefore("pools", "outpatient", "?"),
  );
  assert.deepEqual(writeCase(state, form).problems, [
    { field: "person-age", kind: "whole_number" },
    { field: "visit-1-until", kind: "date" },
    { field: "visit-1-total", kind: "amount" },
    { field: "before-pools-outpatient", kind: "amount" },
  ]);
  assert.equal(state.visits[0]?.sheet["total"], "三千");
});

interface Sent {
  readonly person: Readonly<Record<string, unknown>>;
  readonly visits: readonly Readonly<Record<string, unknown>>[];
  readonly help?: unknown;
}

const caseOf = (state: State) => JSON.parse(writeCase(state, form).text) as Sent;

test("I don't know is said as such, and what was typed stays", () => {
  const state = after(
    ...oneVisit,
    setPersonFact("age", "70"),
    setUnsure("person-age", true),
    setVisitUnsure(1, "kind", true),
    setSheetAmount(1, "total", "5.2万"),
    setVisitUnsure(1, "total", true),
    setSheetAmount(1, "basic", "not readable"),
    setVisitUnsure(1, "basic", true),
    setVisitUnsure(1, "in_scope", true),
    setBefore("pools", "outpatient", "100"),
    setUnsure("before-pools-outpatient", true),
  );
  const { text, problems } = writeCase(state, form);
  assert.deepEqual(problems, []);
  const { person, visits, before } = JSON.parse(text) as Record<string, unknown>;
  assert.deepEqual(person, { age: null, identities: [{ category: "subsistence" }] });
  assert.deepEqual(visits, [
    { id: "1", kind: null, from: "2024-03-01", sheet: { total: null, in_scope: null, basic: null } },
  ]);
  assert.deepEqual(before, { pools: { outpatient: null } });
  assert.equal(state.facts["age"], "70");
  assert.deepEqual(state.visits[0]?.sheet, { total: "5.2万", basic: "not readable" });
  assert.equal(state.visits[0]?.facts["kind"], "inpatient");

  // Taken back, or entered anew, what was typed counts again.
  assert.equal(caseOf(setUnsure("person-age", false)(state)).person["age"], 70);
  assert.equal(caseOf(setPersonFact("age", "71")(state)).person["age"], 71);
  assert.deepEqual(caseOf(setSheetAmount(1, "basic", "0")(setVisitUnsure(1, "total", false)(state))).visits, [
    { id: "1", kind: null, from: "2024-03-01", sheet: { total: 52000, in_scope: null, basic: 0 } },
  ]);
});

test("what is known roughly is sent as a range, shares as figures", () => {
  const state = after(
    ...oneVisit,
    setPersonFact("income", "1到2万"),
    setPersonFact("city_rate", "72.5%"),
    setSheetAmount(1, "total", "3000-5000元"),
  );
  const { person, visits } = caseOf(state);
  assert.deepEqual(person["income"], { min: 10000, max: 20000 });
  assert.equal(person["city_rate"], 72.5);
  assert.deepEqual(visits[0]?.["sheet"], { total: { min: 3000, max: 5000 } });
});

test("categories that are not known: none, one of those for a low income, any", () => {
  const visit = [setPlace("320200"), setYear("2024"), setVisitFact(1, "kind", "inpatient")];
  const identitiesOf = (...changes: Change[]) => caseOf(after(...visit, ...changes)).person["identities"];
  assert.deepEqual(identitiesOf(setStanding("none")), []);
  assert.equal(identitiesOf(setStanding("unknown")), null);
  assert.deepEqual(identitiesOf(setStanding("low_income")), [
    { category: { one_of: ["subsistence", "near_subsistence"] } },
  ]);
  assert.deepEqual(identitiesOf(setStanding("unknown"), holdCategory("orphan", true)), [
    { category: "orphan" },
  ]);
  const { origins } = writeCase(after(...visit, setStanding("low_income")), form);
  assert.equal(fieldAt("/person/identities/0/category", origins), "identities");
});

test("help with the category is asked for where it is wanted or not known", () => {
  assert.equal(caseOf(after(...oneVisit)).help, undefined);
  assert.deepEqual(caseOf(after(...oneVisit, askForHelp)).help, ["categories"]);
  assert.deepEqual(caseOf(after(...oneVisit, setStanding("unknown"))).help, ["categories"]);
  assert.equal(caseOf(after(...oneVisit, setPersonFact("disability", "1"))).person["disability"], "1");
});

test("no category is an answer only where it was given", () => {
  const visit = [setPlace("320200"), setYear("2024"), setVisitFact(1, "kind", "inpatient")];
  assert.deepEqual(writeCase(after(...visit), form).problems, [{ field: "identities", kind: "missing" }]);
  assert.deepEqual(writeCase(after(...visit, setStanding("none")), form).problems, []);
});

test("letting go of a category keeps its dates", () => {
  const dated = [holdCategory("orphan", true), setPeriod("orphan", 0, "until", "2024-08-15")];
  const released = after(...dated, setStanding("none"));
  assert.equal(released.holdings["orphan"]?.held, false);
  const again = after(...dated, setStanding("none"), holdCategory("orphan", true));
  assert.deepEqual(again.holdings["orphan"], { held: true, periods: [{ from: "", until: "2024-08-15" }] });
  assert.equal(again.standing, "");
});

test("without a year, or with blank visits only, the page says what to fill in", () => {
  const state = after(setPlace("320200"), setStanding("none"), addVisit);
  assert.deepEqual(
    writeCase(state, form).problems.map(({ field }) => field),
    ["year", "visits"],
  );
});

test("blank visits are not sent, and pointers still find the right one", () => {
  const state = after(
    ...begun,
    addVisit,
    setVisitFact(2, "kind", "outpatient"),
    addPeriod("subsistence"),
    setPeriod("subsistence", 1, "from", "2024-09-01"),
  );
  const { text, origins } = writeCase(state, form);
  assert.deepEqual(
    (JSON.parse(text) as { visits: { id: string }[] }).visits.map(({ id }) => id),
    ["2"],
  );
  const found: Record<string, string | undefined> = {
    "/visits/0/sheet/total": "visit-2-total",
    "/visits/0/from": "visit-2-from",
    "/visits/0/sheet": "visit-2",
    "/visits/0": "visit-2",
    "/visits/7": "visits",
    "/visits": "visits",
    "/person/identities/1/from": "identity-subsistence-2-from",
    "/person/identities/1/category": "identity-subsistence",
    "/person/identities": "identities",
    "/person/age": "person-age",
    "/person": undefined,
    "/before/pools/outpatient": "before-pools-outpatient",
    "/before": undefined,
    "/readings/base": "reading-base",
    "/year": "year",
    "/place": "place",
    "": undefined,
  };
  for (const [pointer, field] of Object.entries(found))
    assert.equal(fieldAt(pointer, origins), field, pointer);
});

test("a removed visit can be put back where it was", () => {
  const filled = after(...oneVisit, addVisit, setVisitFact(2, "kind", "outpatient"));
  const back = restoreVisit(removeVisit(1)(filled));
  assert.deepEqual(back.visits, filled.visits);
  assert.equal(back.removed, undefined);
});

test("before anything is said of categories, the engine is not told that there are none", () => {
  const visit = [setPlace("320200"), setYear("2024"), setVisitFact(1, "kind", "inpatient")];
  assert.deepEqual(caseOf(after(...visit)).person, {});
  assert.deepEqual(caseOf(after(...visit, askForHelp)).person, { identities: null });
  assert.deepEqual(caseOf(after(...visit, askForHelp, setStanding(""))).person, {});
});

test("what a category asks about the bills holds for the person", () => {
  const kind = [setPersonFact("kind", "inpatient"), setStanding("none")];
  assert.deepEqual(caseOf(after(...begun, ...kind)).person, { identities: [] });
  assert.deepEqual(caseOf(after(...begun, ...kind, noteAsked("kind"))).person, {
    kind: "inpatient",
    identities: [],
  });
});

test("what is supposed is held in the supposed case alone", () => {
  const state = after(...oneVisit, askForHelp, suppose("orphan"));
  assert.deepEqual(caseOf(state).person["identities"], [{ category: "subsistence" }]);
  const supposed = caseOf(supposing(state));
  assert.deepEqual(supposed.person["identities"], [{ category: "subsistence" }, { category: "orphan" }]);
  assert.equal("help" in supposed, false);
  assert.deepEqual(caseOf(supposing(after(...oneVisit, setStanding("unknown"), suppose("orphan")))).person, {
    identities: [{ category: "orphan" }],
  });
});
