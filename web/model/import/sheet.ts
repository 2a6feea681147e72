// What was pasted or dropped, whatever it is: the interface's JSON, a table, or lines of printed words.

import { readInterface } from "./interface.js";
import { readJson } from "./json.js";
import { readLines } from "./lines.js";
import { meaningOf } from "./names.js";
import type { NotUnderstood, Problem, Read } from "./records.js";
import { readTable } from "./table.js";
import { understand, type ImportedVisit } from "./understand.js";

export interface Imported {
  readonly visits: readonly ImportedVisit[];
  /** What belongs to none of them. */
  readonly notUnderstood: readonly NotUnderstood[];
  /** Why there is none. */
  readonly problem?: Problem;
}

const LONGEST = 300_000;
const MOST_VISITS = 200;

const nothing = (problem: Problem): Imported => ({ visits: [], notUnderstood: [], problem });

/** Archives and office files, PDF, pictures, pages. */
const NO_TEXT = /^(PK|%PDF|ÐÏ|.PNG|ÿØÿ|\s*<)|[^\s -\uffff]/;

function read(text: string): Read | Problem {
  if (/^\s*[{[]/.test(text)) {
    const root = readJson(text);
    return typeof root === "string" ? root : readInterface(root);
  }
  const plain = text.normalize("NFKC").replace(/\r\n?/g, "\n");
  return readTable(plain) ?? readLines(plain);
}

function twice(visit: ImportedVisit, all: readonly ImportedVisit[]): ImportedVisit {
  const told = ({ sheet, facts }: ImportedVisit) => JSON.stringify([sheet, facts.from, facts.until]);
  const again = !visit.refund && all.filter((other) => told(other) === told(visit)).length > 1;
  return again ? { ...visit, notes: [...visit.notes, "twice"] } : visit;
}

export function importSheet(pasted: string): Imported {
  const text = pasted.replace(/^\ufeff/, "");
  if (text.trim() === "") return nothing("empty");
  if (text.length > LONGEST) return nothing("too_long");
  if (NO_TEXT.test(text)) return nothing("no_text");
  const found = read(text);
  if (typeof found === "string") return nothing(found);
  if (found.bills.length > MOST_VISITS) return nothing("too_long");
  const visits = found.bills.map(understand);
  const some = visits.filter(({ understood, refund }) => understood.length > 0 || refund);
  const rest = visits.filter((visit) => !some.includes(visit)).flatMap(({ notUnderstood }) => notUnderstood);
  const withoutPerson = (each: NotUnderstood) =>
    meaningOf(each.name)?.target === "private" ? { ...each, value: "" } : each;
  return {
    visits: some.map((visit) => twice(visit, some)),
    notUnderstood: [...found.rest, ...rest].map(withoutPerson),
    ...(some.length === 0 && { problem: text.includes("\ufffd") ? "encoding" : "nothing" }),
  };
}
