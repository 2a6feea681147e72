// Which questions about the person are asked, and where: those that decide about a category, one after the other, and
// the rest of what the rules look at.

import type { CategoryQuestion, Fact, Form, Result } from "../loader/contract.js";
import { helpsWith } from "./case.js";
import { isOfCity } from "./fields.js";
import type { State } from "./state.js";

/** What is known while questions are asked. */
export interface Asking {
  readonly form: Form | undefined;
  readonly guide: Result | undefined;
  readonly state: State;
}

/** What can be asked to find the category; a question about the city has its place elsewhere. */
function factsToAsk({ recognition_facts, facts }: Form): readonly Fact[] {
  return recognition_facts ? [...facts.filter(({ id }) => !isOfCity(id)), ...recognition_facts] : [];
}

export function nextCategoryQuestion({ form, guide }: Asking): CategoryQuestion | undefined {
  const questions = guide?.category_questions ?? [];
  const here = form ? factsToAsk(form) : [];
  return questions.find(({ fact }) => here.some(({ id }) => id === fact)) ?? questions[0];
}

/** What was answered to find the category, in that order, and behind it the one question that comes next. */
export function factsAsked(asking: Asking): readonly Fact[] {
  const { form, state } = asking;
  if (!form || !helpsWith(state)) return [];
  const here = factsToAsk(form);
  const asked = new Set([...state.asked, nextCategoryQuestion(asking)?.fact]);
  return [...asked].flatMap((fact) => here.find(({ id }) => id === fact) ?? []);
}

/** What is left to ask about the person. */
export function personFacts(asking: Asking): readonly Fact[] {
  const asked = factsAsked(asking);
  const facts = asking.form?.facts ?? [];
  return facts.filter((fact) => fact.of === "person" && !isOfCity(fact.id) && !asked.includes(fact));
}
