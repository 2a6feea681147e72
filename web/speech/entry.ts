// What is said about one entry: how its question reads, how it was understood, and what is wrong with it.

import type { Fact } from "../loader/contract.js";
import type { Problem } from "../model/case.js";
import { isOfCity } from "../model/fields.js";
import { groupedDigits } from "../model/money.js";
import { readAmount, readAmountRange, readDay } from "../model/typed.js";
import { say, sayChoice, sayDate, type Speaker } from "./say.js";

/** Nobody is told what is missing before they want to go on, nor that half an entry cannot be read. */
export function problemToShow(
  { check, typing }: Pick<Speaker, "check"> & { readonly typing: string | undefined },
  id: string,
): Problem | undefined {
  const problem = check.problemAt(id);
  const early = problem?.kind === "missing" ? !check.state.tried : typing === id;
  return early ? undefined : problem;
}

export function problemWords(speaker: Speaker, { kind, message }: Problem): string {
  const { text } = speaker;
  if (kind === "missing") return text.fillIn;
  return message ? say(speaker, message) : text.problems[kind];
}

/** Said only where the typed text is not plainly the number itself. */
export function amountWords({ text }: Speaker, entry: string): string | undefined {
  const ends = readAmountRange(entry);
  if (ends) return text.range(groupedDigits(ends[0]), groupedDigits(ends[1]));
  const digits = readAmount(entry);
  if (digits === undefined || /^[\d.,]*$/.test(entry)) return undefined;
  return `${groupedDigits(digits)} ${text.yuan}`;
}

export function dateWords(speaker: Speaker, entry: string): string | undefined {
  const date = readDay(entry, speaker.check.state.year);
  return date === undefined || date === entry ? undefined : sayDate(speaker, date);
}

export function factWords(speaker: Speaker, fact: Fact): { readonly label: string; readonly hint: string } {
  const { text } = speaker;
  const { assumed } = fact;
  const hint = [
    fact.help ? say(speaker, fact.help) : "",
    assumed === undefined ? "" : text.assumedHint(sayChoice(speaker, fact.choices, assumed)),
  ]
    .filter(Boolean)
    .join(text.gap);
  // Two questions about the city may be the same but for whom they are about; their names tell them apart.
  const asked = isOfCity(fact.id) ? fact.label : (fact.question ?? fact.label);
  return { label: say(speaker, asked), hint };
}
