// From the names and values of one bill to what our case says of it. What cannot be taken stands in a list with the
// reason; nothing is guessed, and what was worked out is marked.

import { amountOf, yuanOf } from "./amounts.js";
import { dayOf, hospitalOf, insuranceOf, kindOf } from "./facts.js";
import { sumChecks, type SumCheck } from "./sums.js";
import { SHEET, isCumulative, isSheetId, isSumId, meaningOf, type SheetId, type Target } from "./names.js";
import { add, addFunds, type StatedBy } from "./payers.js";
import type { Bill, Entry, NotUnderstood, Reason } from "./records.js";

export type FactField = "kind" | "insurance" | "hospital" | "from" | "until";

export interface Understood {
  /** Empty where it was worked out. */
  readonly printed: string;
  readonly field: SheetId | FactField;
  /** Yuan, a day, or the name of a choice. */
  readonly value: string;
}

/** What to say of a bill beside the lists. */
export type Note = "refund" | "settled_day" | "standard" | "own" | "words_count" | "twice";

export interface ImportedVisit {
  /** In fen. */
  readonly sheet: Readonly<Partial<Record<SheetId, number>>>;
  readonly facts: Readonly<Partial<Record<FactField, string>>>;
  /** Cancels an earlier settlement: nothing of it is taken. */
  readonly refund: boolean;
  readonly understood: readonly Understood[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly sums: readonly SumCheck[];
  readonly notes: readonly Note[];
}

const READ = { kind: kindOf, insurance: insuranceOf, hospital: hospitalOf };
const isChoice = (target: string): target is keyof typeof READ => /^(kind|insurance|hospital)$/.test(target);

class Understanding {
  private readonly sheet: Partial<Record<SheetId, number>> = {};
  private readonly facts: Partial<Record<FactField, string>> = {};
  private understood: Understood[] = [];
  private readonly left: NotUnderstood[] = [];
  private readonly notes = new Set<Note>();
  private readonly stated: StatedBy = new Map();
  private settled: Entry | undefined;
  private stay: string | undefined;
  private refund = false;

  private leave(name: string, value: string, reason: Reason): void {
    this.left.push({ name, value: reason === "private" ? "" : value, reason });
  }

  private know(field: SheetId | FactField, printed: string, value: string): void {
    this.understood.push({ printed, field, value });
  }

  private fact(field: FactField, printed: string, value: string | undefined, raw: string): void {
    const before = this.facts[field];
    if (value === undefined) this.leave(printed, raw, "unclear");
    else if (before !== undefined && before !== value) this.leave(printed, raw, "conflict");
    else this.know(field, printed, (this.facts[field] = value));
  }

  /** `2024-03-01至2024-03-12` says both days. */
  private days(first: "from" | "until", printed: string, raw: string): void {
    const [from = "", until] = raw.split(/[至到~～]/);
    this.fact(first, printed, dayOf(from), from);
    if (until !== undefined) this.fact("until", printed, dayOf(until), until);
    if (/^(入院|出院|住院|adm|dscg)/i.test(printed)) this.stay = printed;
  }

  private amount(target: Target, name: string, value: string): void {
    const fen = amountOf(value);
    if (typeof fen === "number") {
      add(this.stated, target, [{ printed: name, fen }]);
    } else {
      this.leave(name, value, fen);
      if (fen === "negative" && target === "total") this.refund = true;
    }
  }

  private entry({ name, value: raw, reason, target: known }: Entry): void {
    const value = raw.trim();
    if (/^[\s/-]*$/.test(value)) return;
    const { target = known, against } = known ? {} : (meaningOf(name) ?? {});
    if (!reason && against) this.notes.add("words_count");
    if (reason) this.leave(name, value, reason);
    else if (!target) this.leave(name, value, isCumulative(name) ? "cumulative" : "name");
    else if (target === "hint" || target === "private") this.leave(name, value, target);
    else if (target === "refund_flag") this.refund ||= value === "1" || value === "是";
    else if (isChoice(target)) this.fact(target, name, READ[target](value), value);
    else if (target === "from" || target === "until") this.days(target, name, value);
    else if (target === "stay") this.days("from", name, value);
    else if (target === "settled") this.settled = { name, value };
    else this.amount(target, name, value);
  }

  /** All that means one field must be one amount. */
  private settle(field: SheetId): void {
    const all = this.stated.get(field) ?? [];
    const same = all.every(({ fen }) => fen === all[0]?.fen);
    for (const { printed, fen } of all) {
      if (same) this.know(field, printed, yuanOf((this.sheet[field] = fen)));
      else this.leave(printed, yuanOf(fen), "conflict");
    }
  }

  private move(from: Target, to: SheetId): void {
    add(this.stated, to, this.stated.get(from) ?? []);
    this.stated.delete(from);
  }

  private has(...fields: readonly SheetId[]): boolean {
    return fields.every((field) => this.sheet[field] !== undefined);
  }

  /** Lines whose meaning hangs on which others stand there. */
  private place(): void {
    const states = (target: Target) => (this.stated.get(target)?.length ?? 0) > 0;
    if (states("standard") && !states("deductible")) {
      this.move("standard", "deductible");
      this.notes.add("standard");
    }
    const told = states("assistance") && (states("serious_illness") || states("large_amount"));
    if (told || this.stated.get("mixed")?.every(({ fen }) => fen === 0)) this.move("mixed", "other");
    const extra = this.stated.get("extra") ?? [];
    const fen = extra.reduce((sum, each) => sum + each.fen, 0);
    if (states("other") || fen === 0) return;
    this.stated.delete("extra");
    this.stated.set("other", [{ printed: extra.map(({ printed }) => printed).join(" + "), fen }]);
  }

  private derive(field: SheetId, fen: number): void {
    if (this.stated.get(field)?.length || fen < 0) return;
    this.know(field, "", yuanOf((this.sheet[field] = fen)));
  }

  private work(): void {
    const { total = 0, fully_own = 0, over_limit = 0, own_first = 0, in_scope = 0 } = this.sheet;
    const before = this.stated.get("before_scope") ?? [];
    const parts = fully_own + over_limit + own_first;
    if (this.has("total", "fully_own", "over_limit", "own_first")) this.derive("in_scope", total - parts);
    else if (this.has("total") && before[0] && before.length === 1)
      this.derive("in_scope", total - before[0].fen);
    if (this.has("in_scope", "fully_own", "over_limit", "own_first")) this.derive("total", parts + in_scope);
  }

  /** The day of the settlement ends a stay, and is the day of any other care. */
  private date(): void {
    if (this.stay && !this.facts.kind) this.fact("kind", this.stay, "inpatient", "");
    if (!this.settled) return;
    const { name, value } = this.settled;
    const field = this.facts.kind === "inpatient" || this.facts.from ? "until" : "from";
    if (this.facts.until) return this.leave(name, value, "hint");
    this.fact(field, name, dayOf(value), value);
    if (this.facts.kind !== "outpatient") this.notes.add("settled_day");
  }

  private refuse(): void {
    for (const { printed, field, value } of this.understood)
      if (isSheetId(field)) this.leave(printed, value, "negative");
    this.understood = this.understood.filter(({ field }) => !isSheetId(field));
    this.notes.add("refund");
  }

  read({ entries, funds }: Bill): ImportedVisit {
    for (const entry of entries) this.entry(entry);
    for (const { name, value, reason } of addFunds(this.stated, funds)) {
      this.leave(name, value, reason);
      if (reason === "words_count") this.notes.add(reason);
    }
    this.place();
    for (const field of SHEET) this.settle(field);
    this.work();
    this.date();
    for (const [target, all] of this.stated) {
      if (isSheetId(target)) continue;
      const reason = isSumId(target) ? "sum" : target === "standard" ? "hint" : (target as Reason);
      for (const { printed, fen } of all) this.leave(printed, yuanOf(fen), reason);
    }
    if (this.stated.has("own")) this.notes.add("own");
    const paid = Object.values(this.sheet).some((fen) => fen > 0);
    this.refund ||= !paid && this.left.some(({ reason }) => reason === "negative");
    const sums = this.refund ? [] : sumChecks(this.sheet, this.stated);
    if (this.refund) this.refuse();
    return {
      sheet: this.refund ? {} : this.sheet,
      facts: this.facts,
      refund: this.refund,
      understood: this.understood,
      notUnderstood: this.left,
      sums,
      notes: [...this.notes],
    };
  }
}

export const understand = (bill: Bill): ImportedVisit => new Understanding().read(bill);
