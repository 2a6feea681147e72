// A clerk's comparison: the official figures stand in the sheets of a copy of the case. The case itself stays as it is.

import type { Amount, DiffersAt, Payer, Result } from "../../loader/contract.js";
import { least, most } from "../money.js";
import type { Entries, State } from "../state.js";
import { readAmount } from "../typed.js";

/** What was settled, as it was typed: by the visit's key, by payer. */
export type Settlements = Readonly<Record<number, Entries>>;

export interface Verdict {
  readonly payer: Payer;
  readonly settled: string;
  /** The figure of the page; undefined: what was typed is no amount. */
  readonly ours?: Amount;
  readonly fits?: boolean;
  readonly differs?: DiffersAt | undefined;
}

/** The same case with what was settled on its sheets. */
export function withSettlements(state: State, settlements: Settlements, sheet: readonly string[]): State {
  const visits = state.visits.map((visit) => {
    const settled = Object.entries(settlements[visit.key] ?? {}).filter(
      ([payer, typed]) => sheet.includes(payer) && readAmount(typed) !== undefined,
    );
    const unsure = Object.fromEntries(settled.map(([payer]) => [payer, false]));
    return {
      ...visit,
      sheet: { ...visit.sheet, ...Object.fromEntries(settled) },
      unsure: { ...visit.unsure, ...unsure },
    };
  });
  return { ...state, visits };
}

/** A sheet's assistance never stands in for the computed one; any other figure of the sheet does. */
const COMPUTED = "assistance";

/**
 * `result` is that of the case, `copy` that of the copy: there what earlier payers really paid counts, so that only the
 * first difference shows.
 */
export function verdictsOf(
  result: Result,
  copy: Result,
  visit: string,
  sheet: readonly string[],
  settled: Entries,
): Verdict[] {
  const payersOf = ({ visits }: Result) => visits.find(({ id }) => id === visit)?.payers ?? [];
  const amountIn = (where: Result, id: string) => payersOf(where).find((payer) => payer.id === id)?.amount;
  return payersOf(result).flatMap((payer): Verdict[] => {
    const { id } = payer;
    const typed = settled[id] ?? "";
    if (typed.trim() === "") return [];
    const digits = readAmount(typed);
    if (digits === undefined) return [{ payer, settled: typed }];
    const taken = sheet.includes(id) && id !== COMPUTED;
    const ours = amountIn(taken ? result : copy, id) ?? 0;
    const notice = copy.notices.find((each) => each.visit === visit && each.differs_at?.layer === id);
    const amount = Number(digits);
    const fits = least(ours) <= amount && amount <= most(ours) && !notice;
    return [{ payer, settled: typed, ours, fits, differs: notice?.differs_at }];
  });
}
