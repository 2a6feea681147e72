// What is said about the categories that a person may belong to.

import type { Category, Fact, Recognition } from "../loader/contract.js";
import { personField } from "../model/fields.js";
import { say, sayAmount, sayChoice, type Speaker } from "./say.js";

/** What is open only because the office has the last word is worth a question there. */
export type Group = Recognition["state"] | "office";

export const GROUPS: readonly Group[] = ["likely", "office", "open", "held", "not"];

export const MARKS: Readonly<Record<string, string>> = { true: "✓", false: "✗", null: "？", office: "？" };

export function groupOf({ state, depends_on }: Recognition): Group {
  return state === "open" && depends_on.length === 0 ? "office" : state;
}

/** What would come of it, beside the answer and never in it. */
export function supposedWords(speaker: Speaker, category: string): string | undefined {
  const { outcome } = speaker.check;
  if (outcome.kind !== "settled" || outcome.supposed?.category !== category) return undefined;
  return speaker.text.thenYouPay(sayAmount(speaker, outcome.supposed.result.personal.total));
}

export function answered(speaker: Speaker, { id, choices }: Fact): string {
  const { facts, unsure } = speaker.check.state;
  if (unsure[personField(id)]) return speaker.text.notSure;
  return facts[id] ? sayChoice(speaker, choices, facts[id]) : "";
}

/** What the form says of a category besides its name. */
export function categoryHints(speaker: Speaker, { note, recognised_by }: Category): readonly string[] {
  return [
    note ? say(speaker, note) : "",
    recognised_by ? speaker.text.recognisedBy(say(speaker, recognised_by)) : "",
  ].filter(Boolean);
}

/** The name by which the form offers a category. */
export function nameOfCategory(speaker: Speaker, id: string): string {
  const category = speaker.check.form?.categories.find((each) => each.id === id);
  return category ? say(speaker, category.label) : id;
}
