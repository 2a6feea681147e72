// Reads a document strictly: every name and every value is one that the format has, or the first that is not is told.

import type { Amount } from "../../loader/contract.js";
import type { Standing } from "../state.js";
import { FORMAT, type Answered, type CaseDocument, type Entered } from "./document.js";
import { isObject, upToDate, type Members } from "./migrate.js";

export type Unread =
  /** No JSON; or JSON, but no document of ours. */
  | { readonly why: "syntax" | "foreign" }
  /** A link that lost something on its way. */
  | { readonly why: "cut" }
  /** Written by a page that is newer than this one. */
  | { readonly why: "newer" }
  /** `at` is no entry of the format. */
  | { readonly why: "broken"; readonly at: string };

export type Reading = CaseDocument | Unread;

export const isUnread = (reading: Reading): reading is Unread => "why" in reading;

const STANDINGS: readonly string[] = ["", "none", "low_income", "unknown"] satisfies Standing[];

/** JSON may hold a number beyond all numbers. */
const isFigure = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

type Read<T> = (value: unknown, at: string) => T;

class Reader {
  broken: string | undefined;

  private mind<T>(at: string, fallback: T): T {
    this.broken ??= at;
    return fallback;
  }

  readonly text: Read<string> = (value = "", at) => (typeof value === "string" ? value : this.mind(at, ""));

  matching(pattern: RegExp): Read<string> {
    return (value, at) => {
      const text = this.text(value, at);
      return pattern.test(text) ? text : this.mind(at, "");
    };
  }

  readonly flag: Read<boolean> = (value = false, at) =>
    typeof value === "boolean" ? value : this.mind(at, false);

  readonly amount: Read<Amount> = (value, at) => {
    if (isFigure(value)) return value;
    const { min, max } = isObject(value) ? value : {};
    return isFigure(min) && isFigure(max) ? { min, max } : this.mind(at, 0);
  };

  list<T>(read: Read<T>): Read<T[]> {
    return (value = [], at) =>
      Array.isArray(value) ? value.map((item, index) => read(item, `${at}/${index}`)) : this.mind(at, []);
  }

  named<T>(read: Read<T>): Read<Record<string, T>> {
    return (value = {}, at) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, read(each, `${at}/${name}`)]))
        : this.mind(at, {});
  }

  /** An object of which every member has its reader. */
  object<T extends object>(readers: { readonly [Name in keyof T]: Read<T[Name]> }): Read<T> {
    return (value = {}, at) => {
      const members: Members = isObject(value) ? value : this.mind(at, {});
      const names = Object.keys(readers);
      for (const name of Object.keys(members)) if (!names.includes(name)) this.mind(`${at}/${name}`, 0);
      const read = Object.entries<Read<unknown>>(readers).map(
        ([name, each]) => [name, each(members[name], `${at}/${name}`)] as const,
      );
      return Object.fromEntries(read) as T;
    };
  }
}

function readMembers(members: Members): Reading {
  const reader = new Reader();
  const { text } = reader;
  const texts = reader.list(text);
  const entries = reader.named(text);
  const day = reader.matching(/^\d{4}-\d\d-\d\d$/);
  const code = reader.matching(/^(\d{6})?$/);
  const document = reader.object<Omit<CaseDocument, "answered"> & { answered: Answered | undefined }>({
    aidcheck: () => FORMAT,
    on: day,
    lang: text,
    case: reader.object<Entered>({
      place: code,
      province: code,
      year: reader.matching(/^(\d{4})?$/),
      identities: reader.list(reader.object({ category: text, from: text, until: text })),
      standing: reader.matching(new RegExp(`^(${STANDINGS.join("|")})$`)) as Read<Standing>,
      help: reader.flag,
      asked: texts,
      supposed: text,
      facts: entries,
      unsure: texts,
      visits: reader.list(
        reader.object({ from: text, until: text, facts: entries, sheet: entries, unsure: texts }),
      ),
      before: reader.object({ pools: entries, cumulative: entries, counts: entries }),
      readings: entries,
    }),
    answered: (value, at) =>
      value === undefined
        ? undefined
        : reader.object<Answered>({
            packs: reader.list(reader.object({ id: text, from: text, version: text, hash: text })),
            payers: reader.named(reader.amount),
            personal_total: reader.amount,
          })(value, at),
  })(members, "");
  if (reader.broken !== undefined) return { why: "broken", at: reader.broken };
  const { answered, ...rest } = document;
  return answered ? { ...rest, answered } : rest;
}

/** What the page made of a JSON value. */
export function readDocument(value: unknown): Reading {
  const format = isObject(value) ? value["aidcheck"] : undefined;
  if (!isObject(value) || typeof format !== "number" || !Number.isInteger(format) || format < 0)
    return { why: "foreign" };
  return format > FORMAT ? { why: "newer" } : readMembers(upToDate(value, format));
}

export function readFile(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: "syntax" };
  }
  return readDocument(value);
}
