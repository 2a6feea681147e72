import assert from "node:assert/strict";
import { test } from "node:test";
import { setPersonFact, setSheetAmount } from "../actions.js";
import { initialState, type State } from "../state.js";
import { importSheet } from "./sheet.js";
import { takeOver } from "./take.js";

const empty = initialState("zh-Hans");
const take = (text: string, state: State = empty) => takeOver(importSheet(text).visits)(state);

test("what was understood stands in the form as if typed", () => {
  const { visits, facts, openVisit } = take(
    '{"medfee_sumamt":52000.5,"hifp_pay":0,"insutype":"310","med_type":"21","begndate":"2024-03-01","enddate":"2024-03-12","hosp_lv_name":"二级"}',
  );
  assert.deepEqual(
    visits.map(({ key, from, until, facts, sheet }) => [key, from, until, facts, sheet]),
    [
      [
        2,
        "2024-03-01",
        "2024-03-12",
        { kind: "inpatient", hospital: "secondary" },
        { total: "52000.50", basic: "0.00" },
      ],
    ],
  );
  assert.deepEqual(facts, { insurance: "employee" });
  assert.equal(openVisit, 2);
});

test("bills that are there stay, and so does what was said of the insurance", () => {
  const begun = setPersonFact("insurance", "resident")(setSheetAmount(1, "total", "100")(empty));
  const after = take("总费用,险种\n5,职工\n6,职工", begun);
  assert.deepEqual(
    after.visits.map(({ sheet }) => sheet["total"]),
    ["100", "5.00", "6.00"],
  );
  assert.equal(after.facts["insurance"], "resident");
  assert.equal(after.openVisit, undefined);
  assert.equal(take("总费用,险种\n5,职工\n6,居民").facts["insurance"], undefined);
});

test("a refund is never taken over", () => {
  assert.equal(take("总费用 -5"), empty);
});
