// Amounts as they are printed. The engine's yuan have at most two decimals, so two decimals print them exactly.

import type { Amount, Range } from "../loader/contract.js";

/** Beyond any bill: nothing that is known keeps the figure below it. */
export const NO_LIMIT = 1e9;

/** Ends closer than this are printed to the fen. */
const NARROW = 10;

export const least = (amount: Amount): number => (typeof amount === "number" ? amount : amount.min);
export const most = (amount: Amount): number => (typeof amount === "number" ? amount : amount.max);
export const isRange = (amount: Amount): amount is Range => typeof amount !== "number";

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(\.|$))/g, ",");
}

/** Both ends as they are printed: whole yuan, outward, so that the range printed holds all that the range holds. */
export function endsOf({ min, max }: Range): readonly [from: string, to: string | undefined] {
  if (max - min < NARROW) return [grouped(min.toFixed(2)), grouped(max.toFixed(2))];
  return [
    grouped(Math.floor(min).toFixed()),
    max >= NO_LIMIT ? undefined : grouped(Math.ceil(max).toFixed()),
  ];
}

/** `¥11,900.00` */
export function money(amount: number): string {
  return `¥${grouped(amount.toFixed(2))}`;
}

/** `11,900.00` or `3,200–9,800`, for columns of figures */
export function figure(amount: Amount): string {
  if (!isRange(amount)) return grouped(amount.toFixed(2));
  const [from, to] = endsOf(amount);
  return to === undefined ? `≥ ${from}` : `${from}–${to}`;
}

/** The same for digits that were typed: `"12000"` → `12,000`. */
export function groupedDigits(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const integer = grouped(whole);
  return fraction === undefined ? integer : `${integer}.${fraction}`;
}
