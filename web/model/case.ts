// From what was entered to the case that the engine reads. Nothing is computed and nothing is assumed: an entry that
// cannot be read becomes a problem at its field, an empty one is left out, "I don't know" is said as such.

import type { Fact, Form, Named, Words } from "../loader/contract.js";
import {
  IDENTITIES,
  VISITS,
  YEAR,
  beforeField,
  periodField,
  personField,
  visitField,
  type Origins,
} from "./fields.js";
import { Digits, writeJson, type Json } from "./json.js";
import { lowIncomeCategories } from "./low-income.js";
import { isBlank, type Entries, type Standing, type State, type Visit } from "./state.js";
import {
  readAmount,
  readAmountRange,
  readDate,
  readPercent,
  readWholeNumber,
  type Decimal,
} from "./typed.js";

export type ProblemKind = "missing" | "amount" | "percent" | "date" | "whole_number" | "rejected";

/** Something to fill in (`missing`) or to put right, at one field. */
export interface Problem {
  readonly field: string;
  readonly kind: ProblemKind;
  /** The engine's own words, where it was the engine that minded. */
  readonly message?: Words;
}

export interface CaseText {
  readonly text: string;
  readonly origins: Origins;
  readonly problems: readonly Problem[];
}

type Members = Record<string, Json | undefined>;
type FieldOf = (id: string) => string;
type IsUnsure = (id: string) => boolean | undefined;

const idsOf = (named: readonly Named[]) => named.map(({ id }) => id);
const factsOf = ({ facts }: Form, of: Fact["of"]) => facts.filter((fact) => fact.of === of);

class Writer {
  readonly problems: Problem[] = [];

  constructor(private readonly year: string) {}

  private read<T>(
    entry: string | undefined,
    field: string,
    kind: ProblemKind,
    read: (typed: string) => T | undefined,
  ) {
    if (entry === undefined || entry.trim() === "") return undefined;
    const value = read(entry);
    if (value === undefined) this.problems.push({ field, kind });
    return value;
  }

  amount(entry: string | undefined, field: string): Json | undefined {
    return this.read<Json>(entry, field, "amount", (typed) => {
      const digits = readAmount(typed);
      if (digits !== undefined) return new Digits(digits);
      const ends = readAmountRange(typed);
      return ends && { min: new Digits(ends[0]), max: new Digits(ends[1]) };
    });
  }

  date(entry: string, field: string): string | undefined {
    return this.read(entry, field, "date", (typed) => readDate(typed, this.year));
  }

  fact({ type, choices }: Fact, entry: string | undefined, field: string): Json | undefined {
    if (type === "amount") return this.amount(entry, field);
    if (type === "percent") return this.digits(entry, field, type, readPercent);
    if (type === "whole_number") return this.wholeNumber(entry, field);
    return choices?.find((choice) => String(choice.id) === entry)?.id;
  }

  wholeNumber(entry: string | undefined, field: string): Json | undefined {
    return this.digits(entry, field, "whole_number", readWholeNumber);
  }

  private digits(
    entry: string | undefined,
    field: string,
    kind: ProblemKind,
    read: (typed: string) => Decimal | undefined,
  ) {
    const digits = this.read(entry, field, kind, read);
    return digits === undefined ? undefined : new Digits(digits);
  }

  private named(ids: readonly string[], read: (id: string) => Json | undefined): Members | undefined {
    const members: Members = {};
    for (const id of ids) members[id] = read(id);
    return Object.values(members).some((member) => member !== undefined) ? members : undefined;
  }

  amounts(entries: Entries, field: FieldOf, unsure: IsUnsure, ids: readonly string[]): Members | undefined {
    return this.named(ids, (id) => (unsure(id) ? null : this.amount(entries[id], field(id))));
  }

  wholeNumbers(entries: Entries, field: FieldOf, ids: readonly string[]): Members | undefined {
    return this.named(ids, (id) => this.wholeNumber(entries[id], field(id)));
  }

  facts(facts: readonly Fact[], entries: Entries, field: FieldOf, unsure: IsUnsure): Members {
    const members: Members = {};
    for (const fact of facts) {
      members[fact.id] = unsure(fact.id) ? null : this.fact(fact, entries[fact.id], field(fact.id));
    }
    return members;
  }

  visit(visit: Visit, position: number, form: Form): Members {
    const field = (name: string) => visitField(position, name);
    const unsure = (name: string) => visit.unsure[name];
    return {
      id: String(position + 1),
      from: this.date(visit.from, field("from")),
      until: this.date(visit.until, field("until")),
      ...this.facts(factsOf(form, "visit"), visit.facts, field, unsure),
      sheet: this.amounts(visit.sheet, field, unsure, idsOf(form.sheet)) ?? {},
    };
  }
}

/** Nobody knows which: any or none. A low income: one of those that rest on it. */
function identitiesOf(standing: Standing, form: Form, held: Json): Json {
  if (standing === "unknown") return null;
  if (standing !== "low_income") return held;
  return [{ category: { one_of: lowIncomeCategories(form).map(({ id }) => id) } }];
}

/** Whether the person wants to find out which category it may be. */
export function helpsWith({ help, standing }: State): boolean {
  return help || standing === "unknown" || standing === "low_income";
}

export function writeCase(state: State, form: Form): CaseText {
  const writer = new Writer(state.year);

  const held = form.categories.flatMap(({ id }) => {
    const holding = state.holdings[id];
    return holding?.held ? holding.periods.map((period, index) => ({ category: id, period, index })) : [];
  });
  const person = writer.facts(
    [...factsOf(form, "person"), ...(form.recognition_facts ?? [])],
    state.facts,
    personField,
    (id) => state.unsure[personField(id)],
  );
  const identities: Json = held.map(({ category, period, index }) => ({
    category,
    from: writer.date(period.from, periodField(category, index, "from")),
    until: writer.date(period.until, periodField(category, index, "until")),
  }));

  const sent = state.visits.flatMap((visit, position) => (isBlank(visit) ? [] : [{ visit, position }]));
  const visits = sent.map(({ visit, position }) => writer.visit(visit, position, form));

  const amountsBefore = (part: "pools" | "cumulative") =>
    writer.amounts(
      state.before[part],
      (id) => beforeField(part, id),
      (id) => state.unsure[beforeField(part, id)],
      idsOf(form[part]),
    );
  const pools = amountsBefore("pools");
  const cumulative = amountsBefore("cumulative");
  const counts = writer.wholeNumbers(
    state.before.counts,
    (id) => beforeField("counts", id),
    idsOf(form.counts),
  );
  const readings: Members = {};
  for (const { id } of form.readings) readings[id] = state.readings[id] || undefined;

  const missing: Problem[] = [];
  if (state.year === "") missing.push({ field: YEAR, kind: "missing" });
  if (held.length === 0 && state.standing === "") missing.push({ field: IDENTITIES, kind: "missing" });
  if (visits.length === 0) missing.push({ field: VISITS, kind: "missing" });

  const text = writeJson({
    schema: new Digits("1"),
    place: state.place,
    year: state.year === "" ? undefined : new Digits(state.year),
    person: { ...person, identities: identitiesOf(state.standing, form, identities) },
    visits,
    before: pools || cumulative || counts ? { pools, cumulative, counts } : undefined,
    readings,
    // Who holds none may be told of what there is for a heavy burden.
    help: form.recognition_facts && (state.help || state.standing !== "") ? ["categories"] : undefined,
  });
  const origins = {
    visits: sent.map(({ position }) => position),
    identities: held.map(({ category, index }) => ({ category, period: index })),
  };
  return { text, origins, problems: [...writer.problems, ...missing] };
}
