// The case as a document: all that stands on the page, word for word, and what came of it under which rules. It is
// written out of a state and turned back into the same one.

import type { Amount, Form, Result } from "../../loader/contract.js";
import { BEFORE, allNamed, beforeField, personField } from "../fields.js";
import type { Atlas } from "../places.js";
import type { Entries, Holding, Period, Standing, State, Unsure, Visit } from "../state.js";

/** The format that is written; older ones are brought up to it when they are read. */
export const FORMAT = 1;

export interface EnteredVisit extends Period {
  readonly facts: Entries;
  readonly sheet: Entries;
  readonly unsure: readonly string[];
}

/** What was entered; where nothing was, it may be left out of the text. */
export interface Entered {
  readonly place: string;
  readonly province: string;
  readonly year: string;
  readonly identities: readonly (Period & { readonly category: string })[];
  readonly standing: Standing;
  readonly help: boolean;
  readonly asked: readonly string[];
  readonly supposed: string;
  readonly facts: Entries;
  readonly unsure: readonly string[];
  readonly visits: readonly EnteredVisit[];
  readonly before: { readonly pools: Entries; readonly cumulative: Entries; readonly counts: Entries };
  readonly readings: Entries;
}

/** One version of a place's rules: `from` is its first day in force, `version` counts what was mended in it. */
export interface RulesUsed {
  readonly id: string;
  readonly from: string;
  readonly version: string;
  readonly hash: string;
}

export interface Answered {
  readonly packs: readonly RulesUsed[];
  readonly payers: Readonly<Record<string, Amount>>;
  readonly personal_total: Amount;
}

export interface CaseDocument {
  readonly aidcheck: typeof FORMAT;
  /** The day on which it was written. */
  readonly on: string;
  readonly lang: string;
  readonly case: Entered;
  readonly answered?: Answered;
}

const chosen = (unsure: Unsure, known: (name: string) => boolean) =>
  Object.keys(unsure).filter((name) => unsure[name] === true && known(name));

const namesOf = (form: Form) => new Set(allNamed(form).map(({ id }) => id));

/** What stands on the page, and nothing that an earlier choice left behind it. */
export function enteredIn(state: State, form: Form): Entered {
  const names = namesOf(form);
  const on = (name: string) => names.has(name);
  const kept = (entries: Entries) =>
    Object.fromEntries(Object.entries(entries).filter(([name, entry]) => on(name) && entry !== ""));
  const fields = new Set(
    [...names].flatMap((name) => [personField(name), ...BEFORE.map((part) => beforeField(part, name))]),
  );
  const { place, province, year, standing, help, supposed, before } = state;
  return {
    place,
    province,
    year,
    identities: Object.entries(state.holdings).flatMap(([category, { held, periods }]) =>
      held && on(category) ? periods.map(({ from, until }) => ({ category, from, until })) : [],
    ),
    standing,
    help,
    asked: state.asked.filter(on),
    supposed: on(supposed) ? supposed : "",
    facts: kept(state.facts),
    unsure: chosen(state.unsure, (field) => fields.has(field)),
    visits: state.visits.map(({ from, until, facts, sheet, unsure }) => ({
      from,
      until,
      facts: kept(facts),
      sheet: kept(sheet),
      unsure: chosen(unsure, on),
    })),
    before: { pools: kept(before.pools), cumulative: kept(before.cumulative), counts: kept(before.counts) },
    readings: kept(state.readings),
  };
}

/** Names in a document that this form does not have: nothing is made of them. */
export function unknownTo(form: Form, { identities, facts, visits, before, readings }: Entered): string[] {
  const names = namesOf(form);
  const entries = [
    facts,
    readings,
    ...Object.values(before),
    ...visits.flatMap((visit) => [visit.facts, visit.sheet]),
  ];
  const said = [...identities.map(({ category }) => category), ...entries.flatMap(Object.keys)];
  return [...new Set(said)].filter((name) => !names.has(name));
}

const unsureOf = (names: readonly string[]): Unsure => Object.fromEntries(names.map((name) => [name, true]));

/** How the page stands, whatever was entered. */
export type Shown = Pick<State, "language" | "look" | "trail">;

/** The state in which it was entered, every bill folded in. */
export function stateOf(entered: Entered, { language, look, trail }: Shown): State {
  const { identities, visits, unsure, ...same } = entered;
  const holdings: Record<string, Holding> = {};
  for (const { category, from, until } of identities) {
    holdings[category] = { held: true, periods: [...(holdings[category]?.periods ?? []), { from, until }] };
  }
  return {
    ...same,
    language,
    look,
    trail,
    tried: false,
    holdings,
    unsure: unsureOf(unsure),
    visits: visits.map((visit, index): Visit => ({
      ...visit,
      key: index + 1,
      unsure: unsureOf(visit.unsure),
    })),
    nextKey: visits.length + 1,
    openVisit: undefined,
    removed: undefined,
  };
}

/** The rules that a result rests on, as the index of the rules lists them. */
export function rulesUsed({ packs }: Result, atlas: Atlas): RulesUsed[] {
  return packs.map(({ id, from, version }) => ({
    id,
    from,
    version,
    hash: atlas.version(id, from)?.hash ?? "",
  }));
}

export function answeredBy(result: Result, atlas: Atlas): Answered {
  return {
    packs: rulesUsed(result, atlas),
    payers: Object.fromEntries(result.payers.map(({ id, amount }) => [id, amount])),
    personal_total: result.personal.total,
  };
}

const isNothing = (value: unknown): boolean =>
  value === "" ||
  value === false ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** Without what says nothing, down to the names. */
export function slim(entered: Entered): object {
  const bare = (value: object): object =>
    Object.fromEntries(Object.entries(value).filter(([, member]) => !isNothing(member)));
  const { identities, visits, before } = entered;
  return bare({
    ...entered,
    identities: identities.map(bare),
    visits: visits.map(bare),
    before: bare(before),
  });
}

export function writeDocument({ case: entered, ...rest }: CaseDocument): string {
  return `${JSON.stringify({ ...rest, case: slim(entered) }, undefined, 2)}\n`;
}

/** `aidcheck-无锡-2026-11-22.json` */
export function fileName(place: string, { on }: CaseDocument): string {
  return `aidcheck-${place.replace(/市$/, "")}-${on}.json`;
}
