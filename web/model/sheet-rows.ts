// The rows of the sheet that nearly every bill has; the rest is folded away until it is needed.

import type { Form, SheetField } from "../loader/contract.js";

const COMMON = new Set([
  "total",
  "fully_own",
  "over_limit",
  "own_first",
  "in_scope",
  "basic",
  "serious_illness",
]);

const isCommon = ({ id, needed }: SheetField): boolean => needed || COMMON.has(id);

export function commonRows({ sheet }: Form): readonly SheetField[] {
  return sheet.filter(isCommon);
}

export function otherRows({ sheet }: Form): readonly SheetField[] {
  return sheet.filter((field) => !isCommon(field));
}
