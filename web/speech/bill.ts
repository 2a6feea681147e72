// What is said about a bill that is folded in.

import type { Form } from "../loader/contract.js";
import { fieldAt, visitCard, visitField } from "../model/fields.js";
import { groupedDigits } from "../model/money.js";
import { isBlank, type Visit } from "../model/state.js";
import { readAmount, readDay } from "../model/typed.js";
import { say, sayChoice, sayPeriod, type Speaker } from "./say.js";

/** Kind and dates, as far as they are known. */
export function billName(speaker: Speaker, form: Form, visit: Visit): string {
  const { year } = speaker.check.state;
  const kind = visit.facts["kind"];
  const kinds = form.facts.find(({ id }) => id === "kind")?.choices;
  const from = readDay(visit.from, year);
  const until = readDay(visit.until, year) ?? "";
  return [kind ? sayChoice(speaker, kinds, kind) : "", from ? sayPeriod(speaker, from, until) : ""]
    .filter(Boolean)
    .join(" · ");
}

/** Whether the sheet's parts come to its total, where the engine can tell. */
export function sumWords(
  { check, text }: Speaker,
  position: number,
): { readonly fits: boolean; readonly words: string } | undefined {
  const { outcome } = check;
  if (outcome.kind !== "settled") return undefined;
  const settled = outcome.result.visits.find(
    ({ at }) => fieldAt(at, outcome.origins) === visitCard(position),
  );
  const fits = settled?.adds_up ?? undefined;
  return fits === undefined ? undefined : { fits, words: fits ? text.addsUp : text.doesNotAddUp };
}

function typedAmount(entry: string): string {
  const digits = readAmount(entry);
  return digits === undefined ? entry : groupedDigits(digits);
}

/** The amounts by which a bill is known again. */
export function amountsOf(
  speaker: Speaker,
  form: Form,
  visit: Visit,
): readonly { readonly label: string; readonly amount: string }[] {
  return ["total", "in_scope"].flatMap((id) => {
    const field = form.sheet.find((each) => each.id === id);
    const entry = visit.sheet[id] ?? "";
    return field && entry !== "" ? [{ label: say(speaker, field.label), amount: typedAmount(entry) }] : [];
  });
}

/** That something in it asks for attention. */
export function unfinishedWords(
  { check, text }: Speaker,
  position: number,
): { readonly wrong: boolean; readonly words: string } | undefined {
  const { outcome } = check;
  if (outcome.kind !== "incomplete") return undefined;
  const inside = outcome.problems.filter(({ field }) => field.startsWith(visitField(position, "")));
  if (inside.length === 0) return undefined;
  const wrong = inside.some(({ kind }) => kind !== "missing");
  return { wrong, words: wrong ? text.wrongVisit : text.unfinishedVisit };
}

/** The one bill that is there from the start, as long as nothing was entered into it, is none yet. */
export function isUntouched(visits: readonly Visit[]): boolean {
  const [first] = visits;
  return visits.length === 1 && first !== undefined && isBlank(first);
}
