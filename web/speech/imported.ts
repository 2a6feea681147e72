// What was read from a sheet, field by field.

import type { Form } from "../loader/contract.js";
import type { Understood } from "../model/import/understand.js";
import { groupedDigits } from "../model/money.js";
import { importTextsIn } from "../text/import/index.js";
import { say, sayChoice, sayDate, type Speaker } from "./say.js";

export function labelOf(speaker: Speaker, form: Form, field: string): string {
  const words = importTextsIn(speaker.language);
  if (field === "from" || field === "until") return words[field];
  const named = [...form.sheet, ...form.facts].find(({ id }) => id === field);
  return named ? say(speaker, named.label) : field;
}

export function valueOf(speaker: Speaker, form: Form, { field, value }: Understood): string {
  if (field === "from" || field === "until") return sayDate(speaker, value);
  const fact = form.facts.find(({ id }) => id === field);
  return fact
    ? sayChoice(speaker, fact.choices, value)
    : importTextsIn(speaker.language).yuan(groupedDigits(value));
}
