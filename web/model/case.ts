// From what was entered to the case that the engine reads. Nothing is computed and nothing is assumed:
// an entry that cannot be read becomes a problem at its field, an empty one is left out.

import type { Fact, Form, Words } from "../loader/contract.js";
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
import { isBlank, type Entries, type State, type Visit } from "./state.js";
import { readAmount, readDate, readWholeNumber } from "./typed.js";

export type ProblemKind = "missing" | "amount" | "date" | "whole_number" | "rejected";

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

class Writer {
  readonly problems: Problem[] = [];

  constructor(private readonly year: string) {}

  #read<T>(
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
    const digits = this.#read(entry, field, "amount", readAmount);
    return digits === undefined ? undefined : new Digits(digits);
  }

  date(entry: string, field: string): string | undefined {
    return this.#read(entry, field, "date", (typed) => readDate(typed, this.year));
  }

  fact(fact: Fact, entry: string | undefined, field: string): Json | undefined {
    if (fact.type === "amount") return this.amount(entry, field);
    if (fact.type === "whole_number") return this.wholeNumber(entry, field);
    return fact.choices?.find((choice) => String(choice.id) === entry)?.id;
  }

  wholeNumber(entry: string | undefined, field: string): Json | undefined {
    const digits = this.#read(entry, field, "whole_number", readWholeNumber);
    return digits === undefined ? undefined : new Digits(digits);
  }

  #named(ids: readonly string[], read: (id: string) => Json | undefined): Members | undefined {
    const members: Members = {};
    for (const id of ids) members[id] = read(id);
    return Object.values(members).some((member) => member !== undefined) ? members : undefined;
  }

  amounts(entries: Entries, field: (id: string) => string, ids: readonly string[]): Members | undefined {
    return this.#named(ids, (id) => this.amount(entries[id], field(id)));
  }

  wholeNumbers(entries: Entries, field: (id: string) => string, ids: readonly string[]): Members | undefined {
    return this.#named(ids, (id) => this.wholeNumber(entries[id], field(id)));
  }

  visit(visit: Visit, position: number, form: Form): Members {
    const members: Members = {
      id: String(position + 1),
      from: this.date(visit.from, visitField(position, "from")),
      until: this.date(visit.until, visitField(position, "until")),
    };
    for (const fact of form.facts.filter(({ of }) => of === "visit")) {
      members[fact.id] = this.fact(fact, visit.facts[fact.id], visitField(position, fact.id));
    }
    const names = form.sheet.map(({ id }) => id);
    members["sheet"] = this.amounts(visit.sheet, (id) => visitField(position, id), names) ?? {};
    return members;
  }
}

export function writeCase(state: State, form: Form): CaseText {
  const writer = new Writer(state.year);

  const held = form.categories.flatMap(({ id }) => {
    const holding = state.holdings[id];
    return holding?.held ? holding.periods.map((period, index) => ({ category: id, period, index })) : [];
  });
  const person: Members = {};
  for (const fact of form.facts.filter(({ of }) => of === "person")) {
    person[fact.id] = writer.fact(fact, state.facts[fact.id], personField(fact.id));
  }
  person["identities"] = held.map(({ category, period, index }) => ({
    category,
    from: writer.date(period.from, periodField(category, index, "from")),
    until: writer.date(period.until, periodField(category, index, "until")),
  }));

  const sent = state.visits.flatMap((visit, position) => (isBlank(visit) ? [] : [{ visit, position }]));
  const visits = sent.map(({ visit, position }) => writer.visit(visit, position, form));

  const pools = writer.amounts(
    state.before.pools,
    (id) => beforeField("pools", id),
    form.pools.map(({ id }) => id),
  );
  const cumulative = writer.amounts(
    state.before.cumulative,
    (id) => beforeField("cumulative", id),
    form.cumulative.map(({ id }) => id),
  );
  const counts = writer.wholeNumbers(
    state.before.counts,
    (id) => beforeField("counts", id),
    form.counts.map(({ id }) => id),
  );
  const readings: Members = {};
  for (const { id } of form.readings) readings[id] = state.readings[id] || undefined;

  const missing: Problem[] = [];
  if (state.year === "") missing.push({ field: YEAR, kind: "missing" });
  if (held.length === 0 && !state.noCategory) missing.push({ field: IDENTITIES, kind: "missing" });
  if (visits.length === 0) missing.push({ field: VISITS, kind: "missing" });

  const text = writeJson({
    schema: new Digits("1"),
    place: state.place,
    year: state.year === "" ? undefined : new Digits(state.year),
    person,
    visits,
    before: pools || cumulative || counts ? { pools, cumulative, counts } : undefined,
    readings,
  });
  const origins = {
    visits: sent.map(({ position }) => position),
    identities: held.map(({ category, index }) => ({ category, period: index })),
  };
  return { text, origins, problems: [...writer.problems, ...missing] };
}
