import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, groupedDigits, money } from "./money.js";

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
