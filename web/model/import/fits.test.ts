import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, spansOf, type Fit, type Rule } from "./fits.js";

const check = (sheet: Record<string, string>, unsure: Record<string, boolean> = {}) =>
  fits(spansOf({ sheet, unsure }));

const of = (all: readonly Fit[], rule: Rule): [string, number, readonly string[]] | undefined => {
  const fit = all.find((each) => each.rule === rule);
  return fit && [fit.state, fit.apart, fit.missing];
};

const parts = { fully_own: "3000", over_limit: "0", own_first: "4千", in_scope: "45,000.00元" };
const payments = {
  basic: "28000",
  civil_servant: "0",
  enterprise: "0",
  serious_illness: "3000",
  large_amount: "0",
  assistance: "0",
  other: "0",
  account: "0",
};

test("the parts against the total", () => {
  assert.deepEqual(of(check({ ...parts, total: "5.2万" }), "parts"), ["fits", 0, []]);
  assert.deepEqual(of(check({ ...parts, total: "51999.99" }), "parts"), ["over", 1, []]);
  assert.deepEqual(of(check({ ...parts, total: "52000.01" }), "parts"), ["short", 1, []]);
});

test("what is missing, and by how much", () => {
  const { own_first, ...rest } = parts;
  assert.equal(own_first, "4千");
  assert.deepEqual(of(check({ ...rest, total: "52000" }), "parts"), ["open", 400000, ["own_first"]]);
  assert.deepEqual(of(check({ ...rest, total: "48000" }), "parts"), ["fits", 0, ["own_first"]]);
  assert.deepEqual(of(check({ ...rest, total: "47000" }), "parts"), ["over", 100000, ["own_first"]]);
  assert.equal(of(check(parts), "parts"), undefined);
  assert.equal(of(check({ total: "5" }), "parts"), undefined);
});

test("payments against the total, cash rounded to a tenth of a yuan", () => {
  const paid = (cash: string) => of(check({ ...payments, cash, total: "52000.05" }), "payments");
  assert.deepEqual(paid("21000.00"), ["fits", 0, []]);
  assert.deepEqual(paid("21000.15"), ["fits", 0, []]);
  assert.deepEqual(paid("21000.16"), ["over", 11, []]);
  assert.deepEqual(paid("20999.94"), ["short", 11, []]);
});

test("deductible and basic insurance lie in scope", () => {
  const taken = (deductible: string) => of(check({ deductible, basic: "900", in_scope: "1000" }), "taken");
  assert.deepEqual(taken("100.01"), ["over", 1, []]);
  assert.equal(taken("100"), undefined);
  assert.equal(of(check({ deductible: "0", basic: "900", in_scope: "800" }), "taken"), undefined);
});

test("ranges count as far as they are certain; what is set aside or cannot be read is not known", () => {
  assert.deepEqual(of(check({ ...parts, total: "5万到6万" }), "parts"), ["open", 0, []]);
  assert.deepEqual(of(check({ ...parts, total: "5万到5.1万" }), "parts"), ["over", 100000, []]);
  assert.deepEqual(of(check({ ...parts, total: "52000" }, { own_first: true }), "parts"), [
    "open",
    400000,
    ["own_first"],
  ]);
  for (const unread of ["x", "-5", "1.234", "6000到5000"])
    assert.deepEqual(
      of(check({ ...parts, own_first: unread, total: "52000" }), "parts")?.[0],
      "open",
      unread,
    );
  assert.deepEqual(check({ __proto__x: "5" }), []);
});

test("payers that few people have are nothing on a sheet that states basic insurance", () => {
  const sheet = {
    total: "100",
    basic: "60",
    serious_illness: "0",
    assistance: "0",
    account: "0",
    cash: "40",
  };
  assert.deepEqual(of(check(sheet), "payments"), ["fits", 0, []]);
  const { basic, ...others } = sheet;
  assert.equal(basic, "60");
  assert.deepEqual(of(check(others), "payments")?.[0], "open");
});
