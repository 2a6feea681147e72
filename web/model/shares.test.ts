import assert from "node:assert/strict";
import { test } from "node:test";
import type { Amount, Payer } from "../loader/contract.js";
import { words } from "./a-form.js";
import { sharesOf } from "./shares.js";

const payer = (id: string, amount: Amount): Payer => ({ id, label: words(id), amount });
const personal = (total: Amount) => ({ in_scope: 0, out_of_scope: 0, total, out_of_scope_parts: [] });

test("what is sure is shared out as it is", () => {
  assert.deepEqual(sharesOf(52000, [payer("basic", 28000), payer("assistance", 14900)], personal(9100)), {
    sure: [
      { id: "basic", amount: 28000 },
      { id: "assistance", amount: 14900 },
    ],
    open: 0,
    maybeYours: 0,
    yours: 9100,
    whole: 52000,
  });
  // Amounts that floating point adds up to a little less than they come to.
  assert.equal(sharesOf(0.3, [payer("a", 0.1), payer("b", 0.1)], personal(0.1)).open, 0);
});

test("what is not sure is yours as far as it can be, and else open between the others", () => {
  const shares = sharesOf(
    1000,
    [payer("basic", { min: 300, max: 500 }), payer("assistance", { min: 100, max: 400 })],
    personal({ min: 200, max: 350 }),
  );
  assert.deepEqual(
    shares.sure.map(({ amount }) => amount),
    [300, 100],
  );
  // At least 650 is paid by the others, of which it is known who pays 400.
  assert.equal(shares.open, 250);
  assert.equal(shares.maybeYours, 150);
  assert.equal(shares.yours, 200);
});

test("a bill of which the total is not known is drawn at its most", () => {
  const shares = sharesOf({ min: 500, max: 900 }, [payer("basic", 400)], personal({ min: 100, max: 500 }));
  assert.deepEqual([shares.whole, shares.maybeYours, shares.open], [900, 400, 0]);
});
