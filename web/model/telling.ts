// What there is to tell: a range as wide as the bill is no answer but a question, and only what the person can be asked
// is a question.

import type { Ask, Form, Result, Unknown } from "../loader/contract.js";
import { isRange, most } from "./money.js";

export function tellsNothing({ personal, total }: Result): boolean {
  return isRange(personal.total) && personal.total.min === 0 && personal.total.max >= most(total);
}

/** What surely narrows the answer most; where no single thing surely does, the first that the engine met. */
export function nextQuestion({ ask, unknown }: Result): Ask | Unknown | undefined {
  return ask.find(({ now, left }) => left < now.max - now.min) ?? unknown[0];
}

/** The same with the questions that this form can ask; a figure that the policy itself leaves open is none. */
export function withQuestionsOf({ facts, sheet }: Form, result: Result): Result {
  const asked = new Set(["identities", ...facts.map(({ id }) => id), ...sheet.map(({ id }) => id)]);
  const isAsked = ({ fact, at }: Unknown) => asked.has(fact) || at.startsWith("/before/");
  return { ...result, unknown: result.unknown.filter(isAsked), ask: result.ask.filter(isAsked) };
}
