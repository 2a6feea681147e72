// What goes between page and engine, as docs/formats.md has it. Only what the page reads is named here.

/** Of the page; engine and packs say nothing in zh-Hant, the page makes it of zh-Hans. */
export type Language = "zh-Hans" | "zh-Hant" | "en";
export type Words = Readonly<Record<Exclude<Language, "zh-Hant">, string>>;

export interface Citation {
  readonly source: string;
  readonly article: string;
}

/** All that is known of a figure: it lies between these, ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** `false`: it may be wider than it need be. */
  readonly tight?: boolean;
}

/** A figure in yuan. */
export type Amount = number | Range;

export interface EngineError {
  readonly kind: "bad_pack" | "bad_case" | "internal";
  readonly code: string;
  readonly at?: string;
  readonly nearest?: string;
  readonly message: Words;
}

/** What the engine gives back: the thing that was asked for, or the reason why not. */
export type Answer<T> = T | { readonly error: EngineError };

export function isError<T extends object>(answer: Answer<T>): answer is { readonly error: EngineError } {
  return "error" in answer;
}

export interface Choice {
  readonly id: string | boolean;
  readonly label: Words;
  readonly note?: Words;
}

export interface Fact {
  readonly id: string;
  readonly of: "person" | "visit";
  readonly type: "choice" | "yes_no" | "whole_number" | "amount" | "percent";
  readonly label: Words;
  readonly question?: Words;
  readonly help?: Words;
  readonly assumed?: string | boolean | number;
  readonly choices?: readonly Choice[];
}

export interface SheetField {
  readonly id: string;
  readonly label: Words;
  readonly interface: string;
  readonly needed: boolean;
}

export interface Named {
  readonly id: string;
  readonly label: Words;
}

export interface Category extends Named {
  readonly recognised_by?: Words;
  readonly note?: Words;
  readonly cite: readonly Citation[];
}

export interface ReadingOffer extends Named {
  readonly default: string;
  readonly choices: readonly Named[];
}

export interface PoolOffer extends Named {
  readonly parameter: string;
}

/** What a form needs for one place. */
export interface Form {
  readonly place: string;
  readonly name: Words;
  readonly categories: readonly Category[];
  readonly facts: readonly Fact[];
  /** Of the person; only which category it may be hangs on them. */
  readonly recognition_facts?: readonly Fact[];
  readonly sheet: readonly SheetField[];
  readonly readings: readonly ReadingOffer[];
  readonly pools: readonly PoolOffer[];
  readonly cumulative: readonly Named[];
  readonly counts: readonly Named[];
}

export interface Payer extends Named {
  readonly amount: Amount;
}

export interface OutOfScopePart {
  readonly field: string;
  readonly label: Words;
  readonly amount: Amount;
}

export interface Personal {
  readonly in_scope: Amount;
  readonly out_of_scope: Amount;
  readonly total: Amount;
  readonly out_of_scope_parts: readonly OutOfScopePart[];
}

export type StepOp =
  | "take"
  | "less"
  | "base"
  | "year_before"
  | "year_now"
  | "first_bear"
  | "deductible"
  | "rate"
  | "band"
  | "adjust"
  | "lump"
  | "cost_cap"
  | "deductible_cap"
  | "paid_before"
  | "cap"
  | "pays"
  | "not_paid";

export interface Step {
  readonly layer: string;
  readonly op: StepOp;
  readonly label: Words;
  readonly cite: readonly Citation[];
  readonly at?: string;
  readonly amount?: Amount;
  readonly so_far?: Amount;
  readonly parameter?: string;
  readonly band?: Words;
  readonly limit?: Amount;
  readonly left_before?: Amount;
  readonly left_after?: Amount;
  /** Of `pays`: where the figure comes from. Of `adjust`: how the rate changes. */
  readonly from?: "sheet" | "rule" | "many_ways" | "add" | "subtract" | "times";
  /** Of one of the ways in which the visit may have gone; a layer's ways stand one after the other. */
  readonly sometimes?: boolean;
}

/** The identity used: none (`null`), or one of several, `null` among them where it may be none. */
export type CategoryUsed = string | null | { readonly one_of: readonly (string | null)[] };

export interface SettledVisit {
  readonly id: string;
  readonly kind: string | null;
  readonly from: string;
  readonly until: string;
  readonly at: string;
  readonly category: CategoryUsed;
  readonly total: Amount;
  /** Whether the sheet's parts come to its total; null where that cannot be told. */
  readonly adds_up: boolean | null;
  readonly payers: readonly Payer[];
  readonly personal: Personal;
  readonly steps: readonly Step[];
}

export interface Identity {
  readonly category: string;
  readonly label: Words;
  readonly assisted: boolean;
  readonly counts: boolean | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly holds_until?: string | null;
  readonly used_at: readonly string[];
  readonly maybe_used_at?: readonly string[];
  readonly recognised_by?: Words;
  readonly cite: readonly Citation[];
}

export interface Entitlement extends Named {
  readonly text: Words;
  /** Only once this category is recognised. */
  readonly if?: string;
  readonly cite: readonly Citation[];
}

export interface Notice {
  readonly code: string;
  readonly level: "info" | "attention";
  readonly at?: string;
  readonly visit?: string;
  readonly message: Words;
  /** Of what does not fit: how to check it, and whom to ask. */
  readonly check?: Words;
  readonly report?: Words;
  readonly differs_at?: DiffersAt;
  readonly cite: readonly Citation[];
}

/** The first step at which what was settled and the rules part. */
export interface DiffersAt {
  readonly layer: string;
  readonly op: StepOp;
  readonly explained: boolean;
  readonly ours: Step;
  readonly theirs?: Step;
  readonly message: Words;
}

export interface ReadingChoice extends Named {
  readonly chosen: boolean;
  readonly personal_total: Amount;
}

export interface Reading extends Named {
  readonly chosen: string;
  readonly default: string;
  readonly cite: readonly Citation[];
  readonly choices: readonly ReadingChoice[];
}

export interface Assumption {
  readonly fact: string;
  readonly label: Words;
}

/** A fact or amount that is not known and that the figures depend on. */
export interface Unknown {
  readonly at: string;
  readonly fact: string;
  readonly visit?: string;
  readonly label: Words;
}

/** What to find out: `left` is the widest range of what the person pays that any answer leaves. */
export interface Ask extends Unknown {
  readonly now: Range;
  readonly left: number;
  readonly text: Words;
}

export interface Told {
  readonly text: Words;
  readonly cite: readonly Citation[];
}

/** A condition of a category; what the text leaves to the office never holds before the office has said so. */
export interface Condition extends Told {
  readonly holds: boolean | null;
  /** The text leaves it to the office. */
  readonly office?: boolean;
}

export interface CategoryQuestion {
  readonly fact: string;
  readonly label: Words;
  readonly at: string;
  readonly question: Words;
}

/** Whether the person may belong to a category, and why. */
export interface Recognition {
  readonly category: string;
  readonly label: Words;
  readonly state: "held" | "likely" | "not" | "open";
  readonly because: readonly Condition[];
  readonly depends_on: readonly CategoryQuestion[];
  readonly recognised_by: Words;
  readonly note?: Words;
  readonly apply_at?: Told;
  readonly takes?: Told;
  readonly papers?: readonly Told[];
  readonly cite: readonly Citation[];
}

export interface EarlyWarning extends Named {
  readonly state: "certain" | "possible";
  readonly text: Words;
  readonly because: readonly Condition[];
  readonly cite: readonly Citation[];
}

export interface WhatIf extends Named {
  readonly text: Words;
  readonly personal_total: Amount;
  readonly saves: Amount;
  readonly cite: readonly Citation[];
}

export interface Pool extends Named {
  readonly parameter: string;
  readonly limit: Amount;
  readonly before: Amount;
  readonly drawn: Amount;
  readonly left: Amount;
  readonly cite: readonly Citation[];
}

export interface Article {
  readonly id: string;
  readonly label: Words;
  readonly text: Words;
}

export interface Source {
  readonly id: string;
  readonly number: string;
  readonly title: Words;
  readonly issuer: Words;
  readonly issued: string;
  readonly trust: string;
  readonly articles: readonly Article[];
}

export interface Result {
  readonly place: string;
  readonly name: Words;
  readonly year: number;
  readonly packs: readonly { readonly id: string; readonly version: string; readonly from: string }[];
  readonly payers: readonly Payer[];
  readonly personal: Personal;
  readonly total: Amount;
  readonly visits: readonly SettledVisit[];
  readonly identities: readonly Identity[];
  readonly entitlements: readonly Entitlement[];
  readonly notices: readonly Notice[];
  readonly readings: readonly Reading[];
  readonly unknown: readonly Unknown[];
  readonly ask: readonly Ask[];
  readonly what_if: readonly WhatIf[];
  readonly categories?: readonly Recognition[];
  readonly category_questions?: readonly CategoryQuestion[];
  readonly early_warning?: readonly EarlyWarning[];
  readonly assumed: readonly Assumption[];
  readonly pools: readonly Pool[];
  readonly sources: readonly Source[];
}

/** What the loader offers, and what the view-model asks for: the real engine or a stand-in. */
export interface Estimator {
  load(packText: string): Promise<Answer<object>>;
  estimate(caseText: string): Promise<Answer<Result>>;
  describe(requestText: string): Promise<Answer<Form>>;
}
