// Printed sums that have no field of ours, held against the lines that make them up.

import { PAYERS, sumOf, type Span, type Spans } from "./fits.js";
import { isSumId, type SheetId, type SumId } from "./names.js";
import type { StatedBy } from "./payers.js";

export interface SumCheck {
  readonly printed: string;
  readonly id: SumId;
  readonly fen: number;
  /** `open`: lines are missing that may make up for it. */
  readonly state: "fits" | "open" | "differs";
  /** What the lines let it be. */
  readonly lines: Span;
}

const BEFORE: readonly SheetId[] = ["fully_own", "over_limit", "own_first"];

/** The sum and these come to the total; with nothing to stand beside it, it is what the lines come to. */
const BESIDE: Readonly<Record<SumId, readonly SheetId[]>> = {
  funds: [],
  before_scope: [],
  supplement: [],
  person: PAYERS,
  // Own share first and what is above price limits are in it too, so it is not the own share in scope.
  own: [...PAYERS, "fully_own"],
  own_one: [...PAYERS, "fully_own", "own_first"],
  in_band: [...PAYERS, ...BEFORE],
};
const OF: Readonly<Partial<Record<SumId, readonly SheetId[]>>> = {
  funds: PAYERS,
  before_scope: BEFORE,
  supplement: ["civil_servant", "serious_illness", "large_amount"],
};

/** What is paid in cash may be rounded to a tenth of a yuan. */
const ROUNDING = 10;

export function sumChecks(sheet: Readonly<Partial<Record<SheetId, number>>>, stated: StatedBy): SumCheck[] {
  const spans: Partial<Record<string, Span>> = {};
  for (const [field, fen] of Object.entries(sheet)) spans[field] = { least: fen, most: fen };
  const checks: SumCheck[] = [];
  for (const [id, all] of stated) {
    if (!isSumId(id)) continue;
    const beside = sumOf(spans as Spans, BESIDE[id]);
    const of = sumOf(spans as Spans, OF[id] ?? ["total"]);
    const lines = { least: of.least - beside.most, most: of.most - beside.least };
    for (const { printed, fen } of all) {
      const within = fen >= lines.least - ROUNDING && fen <= lines.most + ROUNDING;
      const state = !within ? "differs" : lines.least === lines.most ? "fits" : "open";
      checks.push({ printed, id, fen, state, lines });
    }
  }
  return checks;
}
