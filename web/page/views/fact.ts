// A fact that the place's rules look at, asked in the way its type wants.

import type { TemplateResult } from "lit/html.js";
import type { Fact } from "../../loader/contract.js";
import { setPersonFact, setUnsure } from "../../model/actions.js";
import { personField } from "../../model/fields.js";
import { factWords } from "../../speech/entry.js";
import { say, type Context } from "../context.js";
import { radioField, selectField } from "./choices.js";
import { amountField, numberField, percentField, type Entry, type EntryOptions } from "./inputs.js";

const MANY = 5;

export function factField(context: Context, fact: Fact, id: string, entry: Entry): TemplateResult {
  const options: EntryOptions = { id, ...factWords(context, fact), ...entry };
  if (fact.type === "amount") return amountField(context, options);
  if (fact.type === "percent") return percentField(context, options);
  if (fact.type === "whole_number") return numberField(context, options);

  const choices = (fact.choices ?? []).map((choice) => ({
    value: String(choice.id),
    label: say(context, choice.label),
  }));
  return (choices.length > MANY ? selectField : radioField)(context, options, choices);
}

export function personFactField(context: Context, fact: Fact): TemplateResult {
  const { check, change } = context;
  const id = personField(fact.id);
  return factField(context, fact, id, {
    entry: check.state.facts[fact.id] ?? "",
    onEntry: (entry) => change(setPersonFact(fact.id, entry)),
    unsure: { on: check.state.unsure[id] ?? false, set: (on) => change(setUnsure(id, on)) },
  });
}
