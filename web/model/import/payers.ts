// The list of payers beside a settlement: equal amounts count each for itself, and printed names count for more than
// the names of the interface where both tell of the same money.

import { amountOf, yuanOf } from "./amounts.js";
import { PAYERS } from "./fits.js";
import { fundOf, meaningOf, type Target } from "./names.js";
import type { Fund, NotUnderstood } from "./records.js";

export interface Stated {
  readonly printed: string;
  readonly fen: number;
}

export type StatedBy = Map<Target, Stated[]>;

export function add(stated: StatedBy, target: Target, more: readonly Stated[]): void {
  const all = stated.get(target) ?? [];
  for (const each of more) all.push(each);
  stated.set(target, all);
}

const ALL: readonly Target[] = [...PAYERS, "extra"];

/** Adds the list to what the settlement states, and returns what it overrules there and what cannot be read. */
export function addFunds(stated: StatedBy, funds: readonly Fund[]): NotUnderstood[] {
  const left: NotUnderstood[] = [];
  const lists: StatedBy = new Map();
  let named = true;
  for (const { code, name, value } of funds) {
    const printed = name || code;
    const meant = meaningOf(name)?.target;
    const fen = amountOf(value);
    if (typeof fen !== "number") left.push({ name: printed, value, reason: fen });
    else {
      const target = meant ?? fundOf(code);
      const before = lists.get(target)?.[0];
      lists.set(target, [
        { printed: before ? `${before.printed}、${printed}` : printed, fen: fen + (before?.fen ?? 0) },
      ]);
    }
    if (typeof fen !== "number" || (meant === undefined && fen > 0)) named = false;
  }
  const sum = (of: StatedBy) => ALL.reduce((all, target) => all + (of.get(target)?.[0]?.fen ?? 0), 0);
  const differs = (target: Target) => {
    const own = stated.get(target)?.[0]?.fen;
    return own !== undefined && own !== (lists.get(target)?.[0]?.fen ?? 0);
  };
  // Else it is not certain which is wrong, and both are shown.
  const overruled =
    named && sum(lists) === sum(stated) && ALL.some((target) => lists.has(target) && differs(target));
  for (const target of overruled ? ALL.filter(differs) : []) {
    for (const { printed, fen } of stated.get(target) ?? [])
      left.push({ name: printed, value: yuanOf(fen), reason: "words_count" });
    stated.set(target, lists.has(target) ? [] : [{ printed: "setldetail", fen: 0 }]);
  }
  for (const [target, list] of lists) add(stated, target, list);
  return left;
}
