import assert from "node:assert/strict";
import { test } from "node:test";
import type { Amount, Result } from "../loader/contract.js";
import { tellsNothing } from "./telling.js";

const answer = (personal: Amount, total: Amount) => ({ personal: { total: personal }, total }) as Result;

test("a range as wide as the bill tells nothing, anything less does", () => {
  assert.equal(tellsNothing(answer({ min: 0, max: 52000 }, 52000)), true);
  assert.equal(tellsNothing(answer({ min: 0, max: 1e11 }, { min: 0, max: 1e11 })), true);
  assert.equal(tellsNothing(answer({ min: 100, max: 52000 }, 52000)), false);
  assert.equal(tellsNothing(answer({ min: 0, max: 51000 }, 52000)), false);
  assert.equal(tellsNothing(answer(0, 0)), false);
  assert.equal(tellsNothing(answer(52000, 52000)), false);
});
