import assert from "node:assert/strict";
import { test } from "node:test";
import { amountOf, yuanOf } from "./amounts.js";

test("amounts become fen, to the fen", () => {
  const read: Record<string, number> = {
    "52,000.00元": 5200000,
    "５２，０００．００": 5200000,
    " 1 234.5 ": 123450,
    "1.2万": 1200000,
    "1万2千": 1200000,
    "0.01亿元": 100000000,
    "¥0.29": 29,
    "RMB1,234.50": 123450,
    "1.10": 110,
    "12.340": 1234,
    "0": 0,
    "-0.00": 0,
    "(0.00)": 0,
    "100000000000": 1e13,
    "99999999999.99": 9999999999999,
  };
  for (const [text, fen] of Object.entries(read)) assert.equal(amountOf(text), fen, text);
});

test("what is no amount says why", () => {
  const not: Record<string, string> = {
    "-52000": "negative",
    "－5.00元": "negative",
    "(5.00)": "negative",
    "（5.00）": "negative",
    "12.345": "decimals",
    "100000000000.01": "unclear",
    ["9".repeat(400)]: "unclear",
    "=SUM(A1:A9)": "unclear",
    "=1+1": "unclear",
    "@cmd": "unclear",
    "#REF!": "unclear",
    "1.2E+05": "unclear",
    "3000,4000": "unclear",
    "70%": "unclear",
    一千: "unclear",
    NaN: "unclear",
    "": "unclear",
  };
  for (const [text, reason] of Object.entries(not)) assert.equal(amountOf(text), reason, text);
});

test("fen are written as the form takes them", () => {
  assert.deepEqual([0, 5, 29, 100, 5200000].map(yuanOf), ["0.00", "0.05", "0.29", "1.00", "52000.00"]);
});
