// All that the person has entered, word for word. Nothing here is ever corrected, so nothing typed is ever lost.

import type { Language } from "../loader/contract.js";
import { START, type Trail } from "./trail.js";

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

/** Said expressly: "I don't know". What was typed or chosen before stays beside it. */
export type Unsure = Readonly<Record<string, boolean>>;

/**
 * What was said instead of a category: none of them; one of those for people with a low income, but not which; not
 * known at all. An empty list alone is no answer.
 */
export type Standing = "" | "none" | "low_income" | "unknown";

export interface Visit {
  /** Stays with the visit when others before it are removed. */
  readonly key: number;
  readonly from: string;
  readonly until: string;
  readonly facts: Entries;
  readonly sheet: Entries;
  /** By the names of facts and of fields of the sheet. */
  readonly unsure: Unsure;
}

export interface Removed {
  readonly visit: Visit;
  readonly index: number;
}

/** The kinds of paper that the form can look like: settlement list, receipt, receipt of Beijing. */
export type Paper = "settlement" | "receipt" | "beijing";

/** Empty: as the device has it. */
export const THEMES = ["", "light", "dark"] as const;

/** How the page looks and reads; `theme` empty: as the device has it, `paper`: as is usual at the place. */
export interface Look {
  readonly elder: boolean;
  readonly theme: (typeof THEMES)[number];
  readonly contrast: boolean;
  readonly paper: Paper | "";
}

export interface State {
  readonly language: Language;
  readonly look: Look;
  readonly trail: Trail;
  /** The person wanted to go on from here and something was in the way. */
  readonly tried: boolean;
  /** The province that was opened to look for the place; empty where the place was picked from the first list. */
  readonly province: string;
  readonly place: string;
  readonly year: string;
  readonly holdings: Readonly<Record<string, Holding>>;
  readonly standing: Standing;
  /** Asked for: which category it may be. */
  readonly help: boolean;
  /** Facts that were answered where they were asked to find that out, in that order. */
  readonly asked: readonly string[];
  /** A category taken as recognised, to see what would come of it; empty: none. It is never part of the answer. */
  readonly supposed: string;
  readonly facts: Entries;
  /** Of facts of the person and of what the year started with, by their fields. */
  readonly unsure: Unsure;
  readonly visits: readonly Visit[];
  readonly nextKey: number;
  readonly openVisit: number | undefined;
  readonly removed: Removed | undefined;
  readonly before: { readonly pools: Entries; readonly cumulative: Entries; readonly counts: Entries };
  readonly readings: Entries;
}

export function emptyVisit(key: number): Visit {
  return { key, from: "", until: "", facts: {}, sheet: {}, unsure: {} };
}

/** One empty visit is there and open: most people hold one sheet. */
export function initialState(language: Language): State {
  return {
    language,
    look: { elder: false, theme: "", contrast: false, paper: "" },
    trail: { stops: [START], at: 0 },
    tried: false,
    province: "",
    place: "",
    year: "",
    holdings: {},
    standing: "",
    help: false,
    asked: [],
    supposed: "",
    facts: {},
    unsure: {},
    visits: [emptyVisit(1)],
    nextKey: 2,
    openVisit: 1,
    removed: undefined,
    before: { pools: {}, cumulative: {}, counts: {} },
    readings: {},
  };
}

/** Nobody has gone anywhere or entered anything, the place aside. */
export function isUntouched({ trail, year, visits, holdings, standing }: State): boolean {
  const isNothing = year === "" && standing === "" && Object.keys(holdings).length === 0;
  return isNothing && trail.stops.length === 1 && visits.every(isBlank);
}

export function isBlank(visit: Visit): boolean {
  const entries = [visit.from, visit.until, ...Object.values(visit.facts), ...Object.values(visit.sheet)];
  return entries.every((entry) => entry.trim() === "") && !Object.values(visit.unsure).includes(true);
}
