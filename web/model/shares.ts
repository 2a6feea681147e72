// How the bill is shared out, as far as that is sure: drawing, not money.

import type { Amount, Payer, Personal } from "../loader/contract.js";
import { least, most } from "./money.js";

export interface Shares {
  /** What each payer pays at least. */
  readonly sure: readonly { readonly id: string; readonly amount: number }[];
  /** What somebody pays, though it is not known who; surely not the person. */
  readonly open: number;
  /** What the person may have to pay above what they surely do. */
  readonly maybeYours: number;
  readonly yours: number;
  readonly whole: number;
}

/** Less than half a fen is what floating point leaves. */
const NOTHING = 0.005;

export function sharesOf(total: Amount, payers: readonly Payer[], personal: Personal): Shares {
  const sure = payers.map(({ id, amount }) => ({ id, amount: least(amount) }));
  const yours = least(personal.total);
  const shared = sure.reduce((sum, { amount }) => sum + amount, yours);
  const whole = Math.max(shared, most(total));
  const left = whole - shared < NOTHING ? 0 : whole - shared;
  const maybeYours = Math.min(left, most(personal.total) - yours);
  return { sure, open: left - maybeYours, maybeYours, yours, whole };
}
