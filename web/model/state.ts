// All that the person has entered, word for word. Nothing here is ever corrected, so nothing typed is ever lost.

import type { Language } from "../loader/contract.js";

/** A stretch of time in which an identity was held; either end may be empty. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export interface Holding {
  readonly held: boolean;
  readonly periods: readonly Period[];
}

export type Entries = Readonly<Record<string, string>>;

export interface Visit {
  /** Stays with the visit when others before it are removed. */
  readonly key: number;
  readonly from: string;
  readonly until: string;
  readonly facts: Entries;
  readonly sheet: Entries;
}

export interface Removed {
  readonly visit: Visit;
  readonly index: number;
}

export interface State {
  readonly language: Language;
  readonly place: string;
  readonly year: string;
  readonly holdings: Readonly<Record<string, Holding>>;
  /** Said expressly: none of the categories. An empty list alone is not an answer. */
  readonly noCategory: boolean;
  readonly facts: Entries;
  readonly visits: readonly Visit[];
  readonly nextKey: number;
  readonly openVisit: number | undefined;
  readonly removed: Removed | undefined;
  readonly before: { readonly pools: Entries; readonly cumulative: Entries; readonly counts: Entries };
  readonly readings: Entries;
}

export function emptyVisit(key: number): Visit {
  return { key, from: "", until: "", facts: {}, sheet: {} };
}

/** One empty visit is there and open: most people hold one sheet. */
export function initialState(language: Language): State {
  return {
    language,
    place: "",
    year: "",
    holdings: {},
    noCategory: false,
    facts: {},
    visits: [emptyVisit(1)],
    nextKey: 2,
    openVisit: 1,
    removed: undefined,
    before: { pools: {}, cumulative: {}, counts: {} },
    readings: {},
  };
}

export function isBlank(visit: Visit): boolean {
  return [visit.from, visit.until, ...Object.values(visit.facts), ...Object.values(visit.sheet)].every(
    (entry) => entry.trim() === "",
  );
}
