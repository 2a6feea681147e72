import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOf, figure, groupedDigits, money } from "./money.js";

test("amounts are printed to the fen", () => {
  assert.equal(money(11900), "¥11,900.00");
  assert.equal(money(0), "¥0.00");
  assert.equal(money(0.07), "¥0.07");
  assert.equal(figure(123.4), "123.40");
  assert.equal(figure(1234567.89), "1,234,567.89");
  assert.equal(figure(8999999999999.99), "8,999,999,999,999.99");
});

test("every fen of a hundred yuan prints as itself", () => {
  for (let fen = 0; fen < 10000; fen += 1) {
    const digits = `${String(fen).padStart(3, "0").slice(0, -2)}.${String(fen).padStart(3, "0").slice(-2)}`;
    assert.equal(figure(JSON.parse(digits) as number), digits);
  }
});

test("typed digits are grouped as they stand", () => {
  assert.equal(groupedDigits("12000"), "12,000");
  assert.equal(groupedDigits("90071992547409931234.125"), "90,071,992,547,409,931,234.125");
  assert.equal(groupedDigits("-1000.5"), "-1,000.5");
});

test("a range is printed in whole yuan and holds all that it held", () => {
  assert.equal(figure({ min: 3200.01, max: 9799.5 }), "3,200–9,800");
  assert.equal(figure({ min: 0, max: 1234567 }), "0–1,234,567");
  assert.deepEqual(endsOf({ min: 3200, max: 9800, tight: false }), ["3,200", "9,800"]);
});

test("a narrow range keeps its fen", () => {
  assert.equal(figure({ min: 9100, max: 9100.25 }), "9,100.00–9,100.25");
  assert.equal(figure({ min: 0.5, max: 10.49 }), "0.50–10.49");
});

test("a range that nothing keeps below any bill has no upper end", () => {
  assert.deepEqual(endsOf({ min: 3200, max: 1e11 }), ["3,200", undefined]);
  assert.equal(figure({ min: 3200, max: 1e11 }), "≥ 3,200");
});
