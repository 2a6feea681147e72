// Whether a sheet adds up, while it is being filled in. The rules and tolerances are those of the engine's notices
// about a sheet; here what is still to come is told as well.

import { fenOf } from "./amounts.js";
import type { SheetId } from "./names.js";
import { readAmount, readAmountRange } from "../typed.js";
import type { Visit } from "../state.js";

/** What is known of an amount, in fen. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export type Spans = Readonly<Partial<Record<SheetId, Span>>>;

export const PAYERS: readonly SheetId[] = [
  "basic",
  "civil_servant",
  "enterprise",
  "serious_illness",
  "large_amount",
  "assistance",
  "other",
];

export type Rule = "parts" | "payments" | "taken";

export interface Fit {
  readonly rule: Rule;
  /** `open`: nothing is wrong, but what is missing may be what still lacks. */
  readonly state: "fits" | "open" | "over" | "short";
  /** What the amounts come to, and what they should. */
  readonly sum: Span;
  readonly of: Span;
  /** How far apart, in fen: too much, too little, or still to come. At least, where an amount is a range. */
  readonly apart: number;
  readonly missing: readonly SheetId[];
}

interface Sums {
  readonly rule: Rule;
  readonly fields: readonly SheetId[];
  readonly of: SheetId;
  readonly tolerance: number;
}

/** Few people have these: on a sheet that states `basic` they are nothing if left out. */
const FEW: ReadonlySet<SheetId> = new Set(["civil_servant", "enterprise", "large_amount", "other"]);
const NOTHING: Span = { least: 0, most: 0 };

const RULES: readonly Sums[] = [
  { rule: "parts", fields: ["fully_own", "over_limit", "own_first", "in_scope"], of: "total", tolerance: 0 },
  // At the counter cash may be rounded to a tenth of a yuan.
  { rule: "payments", fields: [...PAYERS, "account", "cash"], of: "total", tolerance: 10 },
  // The deductible lies in scope, and basic insurance pays what is above it.
  { rule: "taken", fields: ["deductible", "basic"], of: "in_scope", tolerance: 0 },
];

const inSheet = (sheet: Spans, field: SheetId): Span | undefined =>
  sheet[field] ?? (sheet.basic && FEW.has(field) ? NOTHING : undefined);

export function sumOf(sheet: Spans, fields: readonly SheetId[]): Span {
  let least = 0;
  let most = 0;
  for (const field of fields) {
    const { least: from, most: to } = inSheet(sheet, field) ?? { least: 0, most: Infinity };
    least += from;
    most += to;
  }
  return { least, most };
}

function fit(sheet: Spans, { rule, fields, of, tolerance }: Sums): Fit | undefined {
  const whole = sheet[of];
  if (!whole || !fields.some((field) => sheet[field])) return undefined;
  const sum = sumOf(sheet, fields);
  const over = sum.least - whole.most;
  const short = whole.least - sum.most;
  const missing = fields.filter((field) => !inSheet(sheet, field));
  const told = (state: Fit["state"], apart: number): Fit => ({ rule, state, sum, of: whole, apart, missing });
  if (over > tolerance) return rule === "taken" && !sheet.deductible?.least ? undefined : told("over", over);
  if (rule === "taken") return undefined;
  if (short > tolerance) return told("short", short);
  // Who has not come to what they paid themselves is not asked for it.
  if (rule === "payments" && !sheet.account && !sheet.cash && missing.length > 0) return undefined;
  // What is left out has no room any more.
  if (over >= -tolerance && (rule === "parts" || missing.length === 0 || over === 0)) return told("fits", 0);
  return told("open", Math.max(0, whole.least - sum.least));
}

/** Nothing about what has no amount yet. */
export function fits(sheet: Spans): readonly Fit[] {
  return RULES.flatMap((rule) => fit(sheet, rule) ?? []);
}

function spanOf(typed: string): Span | undefined {
  const one = readAmount(typed);
  const ends = (one === undefined ? readAmountRange(typed) : [one, one])?.map(fenOf) ?? [];
  const [least, most] = ends;
  return typeof least === "number" && typeof most === "number" && least <= most ? { least, most } : undefined;
}

/** What a form's boxes say so far; what cannot be read, or is set aside, is not known. */
export function spansOf({ sheet, unsure }: Pick<Visit, "sheet" | "unsure">): Spans {
  const spans: Partial<Record<string, Span>> = {};
  for (const [field, typed] of Object.entries(sheet)) {
    const span = unsure[field] ? undefined : spanOf(typed);
    if (span) spans[field] = span;
  }
  return spans;
}
