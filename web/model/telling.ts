// Whether an answer says anything: a range as wide as the bill is no answer but a question.

import type { Result } from "../loader/contract.js";
import { isRange, most } from "./money.js";

export function tellsNothing({ personal, total }: Result): boolean {
  return isRange(personal.total) && personal.total.min === 0 && personal.total.max >= most(total);
}
