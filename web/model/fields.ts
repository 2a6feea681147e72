// One name for each place where something can be entered. The names are the ids of the elements on the page,
// and the engine's JSON pointers lead back to them.

import type { Form, Named } from "../loader/contract.js";
import type { Period } from "./state.js";

export const PLACE = "place";
export const PLACE_IN_PROVINCE = "place-in-province";
export const YEAR = "year";
export const IDENTITIES = "identities";
export const CATEGORIES = "categories";
export const VISITS = "visits";

export const personField = (fact: string): string => `person-${fact}`;
/** What the city has laid down itself; people know it of their city, not of themselves. */
export const isOfCity = (fact: string): boolean => fact.startsWith("city_");
export const categoryField = (category: string): string => `identity-${category}`;
export const periodField = (category: string, index: number, end: keyof Period): string =>
  `identity-${category}-${index + 1}-${end}`;
/** `position` counts from 0; people count from 1. */
export const visitCard = (position: number): string => `visit-${position + 1}`;
export const visitField = (position: number, name: string): string => `visit-${position + 1}-${name}`;
/** Of what the year started with. */
export const BEFORE = ["pools", "cumulative", "counts"] as const;
export type BeforePart = (typeof BEFORE)[number];
export const beforeField = (part: BeforePart, id: string): string => `before-${part}-${id}`;
export const readingField = (id: string): string => `reading-${id}`;

/** All that the form has a name for. */
export function allNamed(form: Form): readonly Named[] {
  const { facts, recognition_facts = [], sheet, categories, readings } = form;
  return [facts, recognition_facts, sheet, readings, ...BEFORE.map((part) => form[part]), categories].flat();
}

/** Which visit on the page a field belongs to, counted from 0. */
export function visitOfField(field: string): number | undefined {
  const found = /^visit-(\d+)/.exec(field);
  return found ? Number(found[1]) - 1 : undefined;
}

/** Where the entries of the case that was sent stand on the page; blank visits are not sent. */
export interface Origins {
  /** Position on the page of each visit sent. */
  readonly visits: readonly number[];
  /** Category and period of each identity sent. */
  readonly identities: readonly { readonly category: string; readonly period: number }[];
}

const NO_ORIGINS: Origins = { visits: [], identities: [] };

/** The field that a pointer into the case means, or the nearest thing around it; undefined: nothing on the page. */
export function fieldAt(pointer: string, origins = NO_ORIGINS): string | undefined {
  const [top, first = "", second = "", third = ""] = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  switch (top) {
    case "place":
      return PLACE;
    case "year":
      return YEAR;
    case "person": {
      if (first !== "identities") return first ? personField(first) : undefined;
      const origin = origins.identities[Number(second || NaN)];
      if (!origin) return IDENTITIES;
      const end = third === "from" || third === "until" ? third : undefined;
      return end ? periodField(origin.category, origin.period, end) : categoryField(origin.category);
    }
    case "visits": {
      const position = origins.visits[Number(first || NaN)];
      if (position === undefined) return VISITS;
      if (second === "sheet") return third ? visitField(position, third) : visitCard(position);
      return second && second !== "id" ? visitField(position, second) : visitCard(position);
    }
    case "before":
      return (first === "pools" || first === "cumulative" || first === "counts") && second
        ? beforeField(first, second)
        : undefined;
    case "readings":
      return first ? readingField(first) : undefined;
    default:
      return undefined;
  }
}
