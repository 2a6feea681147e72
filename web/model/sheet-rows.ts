// The rows of the paper in hand; all others are folded away until they are needed.

import type { Form, SheetField } from "../loader/contract.js";
import type { Paper, State } from "./state.js";

const ROWS: Readonly<Record<Paper, ReadonlySet<string>>> = {
  settlement: new Set([
    "total",
    "fully_own",
    "over_limit",
    "own_first",
    "in_scope",
    "basic",
    "serious_illness",
  ]),
  // A receipt shows neither what is in scope nor who paid the rest (facts: 医疗住院收费票据 "其他信息").
  receipt: new Set(["total", "fully_own", "basic", "account", "cash"]),
  beijing: new Set(["total", "fully_own", "own_first", "in_scope", "basic"]),
};

const isBeijing = ({ place }: Pick<State, "place">): boolean => place.startsWith("11");

/** Those that are to be had at the place. */
export function papersAt(state: Pick<State, "place">): readonly Paper[] {
  return isBeijing(state) ? ["beijing", "receipt", "settlement"] : ["settlement", "receipt"];
}

/** The one that was chosen, else the one that is usual at the place. */
export function paperOf(state: Pick<State, "look" | "place">): Paper {
  const [usual = "settlement", ...others] = papersAt(state);
  return others.find((paper) => paper === state.look.paper) ?? usual;
}

function isCommon({ id, needed }: SheetField, paper: Paper): boolean {
  return ROWS[paper].has(id) || (needed && paper !== "receipt");
}

export function commonRows({ sheet }: Form, paper: Paper): readonly SheetField[] {
  return sheet.filter((field) => isCommon(field, paper));
}

export function otherRows({ sheet }: Form, paper: Paper): readonly SheetField[] {
  return sheet.filter((field) => !isCommon(field, paper));
}
