import assert from "node:assert/strict";
import { test } from "node:test";
import type { Form } from "../loader/contract.js";
import { commonRows, otherRows, paperOf, papersAt } from "./sheet-rows.js";
import { initialState, type Paper } from "./state.js";

const row = (id: string, needed = false) => ({ id, label: { "zh-Hans": id, en: id }, needed });
const form = {
  sheet: ["total", "own_first", "in_scope", "basic", "other", "cash"]
    .map((id) => row(id))
    .concat(row("large_amount", true)),
} as unknown as Form;
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const stateAt = (place: string, paper: Paper | "") => {
  const state = initialState("zh-Hans");
  return { ...state, place, look: { ...state.look, paper } };
};

test("each paper has its rows; every other row stands behind them, none is lost", () => {
  assert.deepEqual(ids(commonRows(form, "settlement")), [
    "total",
    "own_first",
    "in_scope",
    "basic",
    "large_amount",
  ]);
  assert.deepEqual(ids(commonRows(form, "receipt")), ["total", "basic", "cash"]);
  assert.deepEqual(ids(commonRows(form, "beijing")), [
    "total",
    "own_first",
    "in_scope",
    "basic",
    "large_amount",
  ]);
  for (const paper of ["settlement", "receipt", "beijing"] as const) {
    const all = [...ids(commonRows(form, paper)), ...ids(otherRows(form, paper))];
    assert.deepEqual(all.sort(), ids(form.sheet).sort());
  }
});

test("the paper that is usual at the place, until another is chosen; one that is not to be had there is not", () => {
  assert.equal(paperOf(stateAt("320200", "")), "settlement");
  assert.equal(paperOf(stateAt("110000", "")), "beijing");
  assert.equal(paperOf(stateAt("110101", "receipt")), "receipt");
  assert.equal(paperOf(stateAt("110000", "settlement")), "settlement");
  assert.equal(paperOf(stateAt("320200", "beijing")), "settlement");
  assert.ok(!papersAt({ place: "320200" }).includes("beijing"));
});
