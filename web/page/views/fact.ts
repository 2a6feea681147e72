// A fact that the place's rules look at, asked in the way its type wants.

import type { TemplateResult } from "lit";
import type { Fact } from "../../loader/contract.js";
import { say, sayChoice, type Context } from "../context.js";
import { radioField, selectField } from "./choices.js";
import { amountField, numberField, type EntryOptions } from "./inputs.js";

const MANY = 5;

export function factField(
  context: Context,
  fact: Fact,
  id: string,
  entry: string,
  onEntry: (entry: string) => void,
): TemplateResult {
  const { text } = context;
  const assumed = fact.assumed !== undefined;
  const hint = [
    fact.help ? say(context, fact.help) : "",
    assumed ? text.assumedHint(sayChoice(context, fact.choices, fact.assumed)) : "",
  ]
    .filter(Boolean)
    .join(text.gap);
  const options: EntryOptions = {
    id,
    label: say(context, fact.question ?? fact.label),
    hint,
    entry,
    onEntry,
  };
  if (fact.type === "amount") return amountField(context, options);
  if (fact.type === "whole_number") return numberField(context, options);

  const choices = (fact.choices ?? []).map((choice) => ({
    value: String(choice.id),
    label: say(context, choice.label),
  }));
  // Only where something is taken for granted does "not sure" lead on; elsewhere the rules need an answer.
  const unsure = assumed && entry !== "" ? [{ value: "", label: text.notSure }] : [];
  const fieldOf = choices.length > MANY ? selectField : radioField;
  return fieldOf(context, options, [...choices, ...unsure]);
}
