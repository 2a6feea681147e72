import assert from "node:assert/strict";
import { test } from "node:test";
import type { Citation, SettledVisit, Step, StepOp } from "../loader/contract.js";
import { words } from "./a-form.js";
import { layerLedgers, personalLedger, yearLedger, type LedgerLine } from "./ledger.js";

const cite: Citation[] = [{ source: "xi98", article: "6" }];

function step(op: StepOp, more: Partial<Step> = {}): Step {
  return { layer: "assistance", op, label: words(op), cite: [], ...more };
}

function visit(...steps: Step[]): SettledVisit {
  return {
    id: "1",
    kind: "inpatient",
    from: "2024-03-01",
    until: "2024-03-12",
    at: "/visits/0",
    category: "subsistence",
    total: 52000,
    adds_up: true,
    payers: [{ id: "assistance", label: words("assistance"), amount: 11900 }],
    personal: { in_scope: 2100, out_of_scope: 7000, total: 9100, out_of_scope_parts: [] },
    steps,
  };
}

/** Where there is but one way. */
function layerLedger(settled: SettledVisit, layer: string): readonly LedgerLine[] {
  const [only, ...others] = layerLedgers(settled, layer);
  assert.ok(only && others.length === 0 && !only.sometimes);
  return only.lines;
}

const sums = (lines: readonly LedgerLine[]) => lines.map(({ sign, figure }) => sign + figure);

test("a layer reads as the sum on paper", () => {
  const lines = layerLedger(
    visit(
      step("take", { at: "/visits/0/sheet/in_scope", amount: 45000, so_far: 45000 }),
      step("less", { at: "/visits/0/sheet/basic", amount: 28000, so_far: 17000 }),
      step("less", { amount: 3000, so_far: 14000 }),
      step("less", { amount: 0, so_far: 14000 }),
      step("base", { so_far: 14000 }),
      step("rate", { parameter: "85%", so_far: 11900, cite }),
      step("cap", {
        parameter: "30万元",
        left_before: 300000,
        left_after: 288100,
        amount: 0,
        so_far: 11900,
        cite,
      }),
      step("pays", { amount: 11900, from: "rule" }),
      { ...step("pays", { amount: 1, from: "rule" }), layer: "top_up" },
    ),
    "assistance",
  );
  assert.deepEqual(sums(lines), [
    "45,000.00",
    "−28,000.00",
    "−3,000.00",
    "=14,000.00",
    "×85%",
    "",
    "=11,900.00",
  ]);
  assert.deepEqual(
    lines.map(({ origin }) => origin),
    ["sheet", "sheet", "settled", [], cite, cite, []],
  );
  assert.deepEqual(lines[5]?.pool, { before: "300,000.00", after: "288,100.00" });
  assert.equal(lines[5]?.printed, "30万元");
  assert.deepEqual(
    lines.map(({ last }) => last),
    [false, false, false, false, false, false, true],
  );
});

test("a cumulative layer shows the year, the deductible and what was paid before", () => {
  const lines = layerLedger(
    visit(
      step("take", { at: "/x", amount: 5000, so_far: 5000 }),
      step("base", { so_far: 5000 }),
      step("year_before", { amount: 8000, so_far: 13000 }),
      step("year_now", { so_far: 13000 }),
      step("deductible", { parameter: "6000元", amount: 6000, so_far: 7000 }),
      step("rate", { parameter: "60%", so_far: 4200 }),
      step("paid_before", { amount: 1200, so_far: 3000 }),
      step("cap", { parameter: "2000元", left_before: 2000, left_after: 0, amount: 1000, so_far: 2000 }),
      step("pays", { amount: 2000, from: "rule" }),
    ),
    "assistance",
  );
  assert.deepEqual(sums(lines), [
    "5,000.00",
    "+8,000.00",
    "=13,000.00",
    "−6,000.00",
    "=7,000.00",
    "×60%",
    "=4,200.00",
    "−1,200.00",
    "−1,000.00",
    "=2,000.00",
  ]);
});

test("what is borne first, limits of cost and deductible, changes of the rate", () => {
  const lines = layerLedger(
    visit(
      step("take", { at: "/x", amount: 60000, so_far: 60000 }),
      step("base", { so_far: 60000 }),
      step("first_bear", { parameter: "10%", amount: 6000, so_far: 54000 }),
      step("cost_cap", {
        parameter: "5万元",
        left_before: 50000,
        left_after: 0,
        amount: 4000,
        so_far: 50000,
      }),
      step("deductible_cap", {
        parameter: "1000元",
        left_before: 1000,
        left_after: 200,
        amount: 0,
        so_far: 800,
      }),
      step("deductible", { parameter: "800元", amount: 800, so_far: 49200 }),
      step("rate", { parameter: "75%", so_far: 36900 }),
      step("adjust", { parameter: "20个百分点", from: "subtract", so_far: 27060 }),
      step("adjust", { parameter: "50%", from: "times", so_far: 13530 }),
      step("pays", { amount: 13530, from: "rule" }),
    ),
    "assistance",
  );
  assert.deepEqual(sums(lines), [
    "60,000.00",
    "−6,000.00",
    "=54,000.00",
    "−4,000.00",
    "",
    "−800.00",
    "=49,200.00",
    "×75%",
    "=36,900.00",
    "−20个百分点",
    "=27,060.00",
    "×50%",
    "=13,530.00",
    "=13,530.00",
  ]);
  const lump = layerLedger(
    visit(step("lump", { parameter: "2000元", so_far: 2000 }), step("pays", { amount: 2000, from: "rule" })),
    "assistance",
  );
  assert.deepEqual(sums(lump), ["=2,000.00", "=2,000.00"]);
});

test("bands, a figure from the sheet, and a layer that keeps out", () => {
  const banded = layerLedger(
    visit(
      step("band", { parameter: "60%", band: words("to 100,000"), amount: 82000, so_far: 49200 }),
      step("band", { parameter: "80%", band: words("above"), amount: 10000, so_far: 57200 }),
      step("pays", { amount: 57200, from: "rule" }),
    ),
    "assistance",
  );
  assert.deepEqual(sums(banded), ["82,000.00 × 60%", "+10,000.00 × 80%", "=57,200.00"]);
  assert.deepEqual(banded[0]?.printed, words("to 100,000"));

  const stated = layerLedger(visit(step("pays", { amount: 28000, from: "sheet", at: "/x" })), "assistance");
  assert.deepEqual(sums(stated), ["28,000.00"]);
  assert.equal(stated[0]?.origin, "sheet");

  assert.deepEqual(sums(layerLedger(visit(step("not_paid")), "assistance")), ["=0.00"]);
});

test("the person's part is the total less what others paid", () => {
  const { total, payers, personal } = visit();
  const nothing = { id: "top_up", label: words("top_up"), amount: 0 };
  assert.deepEqual(sums(personalLedger(total, [...payers, nothing], personal)), [
    "52,000.00",
    "−11,900.00",
    "=9,100.00",
  ]);
});

test("the year is the sum of its visits", () => {
  const payer = { id: "assistance", label: words("assistance"), amount: 23800 };
  const lines = yearLedger({ visits: [visit(), visit()] }, payer);
  assert.deepEqual(sums(lines), ["11,900.00", "+11,900.00", "=23,800.00"]);
});

test("a sum of ranges reads like any other", () => {
  const maybe = { min: 0, max: 4000 };
  const lines = layerLedger(
    visit(
      step("take", { at: "/x", amount: { min: 40000, max: 45000 }, so_far: { min: 40000, max: 45000 } }),
      step("less", { amount: maybe, so_far: { min: 36000, max: 45000 } }),
      step("less", { amount: 0, so_far: { min: 36000, max: 45000 } }),
      step("base", { so_far: { min: 36000, max: 45000 } }),
      step("deductible", { parameter: "6000元", amount: { min: 0, max: 6000 } }),
      step("cap", { left_before: 5, left_after: { min: 0, max: 5 }, amount: { min: 0, max: 12.3 } }),
      step("pays", { amount: { min: 30600, max: 45000 }, from: "rule" }),
    ),
    "assistance",
  );
  assert.deepEqual(sums(lines), [
    "40,000–45,000",
    "−0–4,000",
    "=36,000–45,000",
    "−0–6,000",
    "−0–13",
    "=30,600–45,000",
  ]);
  assert.deepEqual(lines[4]?.pool, { before: "5.00", after: "0.00–5.00" });
});

test("each way in which a visit may have gone has a sum of its own", () => {
  const sometimes = true;
  const ledgers = layerLedgers(
    visit(
      step("not_paid", { sometimes }),
      { ...step("pays", { amount: 1, from: "rule" }), layer: "basic" },
      step("take", { at: "/x", amount: 45000, so_far: 45000, sometimes }),
      step("rate", { parameter: "85%", so_far: 38250, sometimes }),
      step("pays", { amount: 38250, from: "rule", sometimes }),
    ),
    "assistance",
  );
  assert.deepEqual(
    ledgers.map(({ lines }) => sums(lines)),
    [["=0.00"], ["45,000.00", "×85%", "=38,250.00"]],
  );
  assert.deepEqual(
    ledgers.map((ledger) => [ledger.sometimes, ledger.lines.at(-1)?.last]),
    [
      [true, true],
      [true, true],
    ],
  );
});

test("where the ways are too many, only the least and the most are told", () => {
  const lines = layerLedger(
    visit(step("pays", { amount: { min: 0, max: 52000, tight: false }, from: "many_ways" })),
    "assistance",
  );
  assert.deepEqual(sums(lines), ["", "=0–52,000"]);
  assert.equal(lines[0]?.name, "manyWays");
});
