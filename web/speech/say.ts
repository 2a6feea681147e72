// What is said of the model in the language of the person, for every view: page and mini-program say the same.

import type { Amount, Choice, Language, SettledVisit, Words } from "../loader/contract.js";
import { endsOf, isRange, money } from "../model/money.js";
import { NATION } from "../model/places.js";
import type { SelfCheck } from "../model/self-check.js";
import type { RulesUsed } from "../model/take-along/document.js";
import { printedIn, wordsIn, type DateParts, type Text } from "../text/index.js";

/** What was entered and answered, and the words to say it in. */
export interface Speaker {
  readonly check: SelfCheck;
  readonly language: Language;
  readonly text: Text;
}

export function say(speaker: Speaker, words: Words): string {
  return wordsIn(speaker.language, words);
}

/** What a document prints, such as its number or `30万元`: it stays Chinese on an English page. */
export function sayPrinted({ language }: Speaker, printed: string): string {
  return printedIn(language, printed);
}

/** The language of what is printed where it is not that of the page. */
export function printedLanguage({ language }: Speaker, printed: string): string | undefined {
  return language === "en" && /[\u4e00-\u9fff]/.test(printed) ? "zh-Hans" : undefined;
}

/** `¥9,100.00`, or both ends of a range in words. */
export function sayAmount({ text }: Speaker, amount: Amount): string {
  if (!isRange(amount)) return money(amount);
  const [from, to] = endsOf(amount);
  return to === undefined ? text.atLeast(from) : text.range(from, to);
}

/** `2024-03-01` as people write it. */
export function sayDate({ text }: Speaker, date: string): string {
  return text.date(partsOf(date));
}

function partsOf(date: string): DateParts {
  const [year = "", month = "", day = ""] = date.split("-");
  return [year, month, day];
}

export function sayPeriod(speaker: Speaker, from: string, until: string): string {
  if (until === "" || until === from) return sayDate(speaker, from);
  return speaker.text.dateRange(partsOf(from), partsOf(until));
}

export function sayChoice(speaker: Speaker, choices: readonly Choice[] | undefined, value: unknown): string {
  const choice = choices?.find(({ id }) => String(id) === String(value));
  if (choice) return say(speaker, choice.label);
  if (typeof value === "boolean") return value ? speaker.text.yes : speaker.text.no;
  return String(value);
}

/** Whose rules, since when, and which version of them. */
export function sayRules(speaker: Speaker, { id, from, version }: RulesUsed): string {
  const { own, nation } = speaker.check.atlas;
  const place = id === NATION ? nation : own.find(({ code }) => code === id);
  return speaker.text.take.rulesOf(place ? say(speaker, place.name) : id, sayDate(speaker, from), version);
}

/** Number, kind and dates of a settled visit. */
export function sayVisit(speaker: Speaker, visit: SettledVisit): string {
  const kinds = speaker.check.form?.facts.find(({ id }) => id === "kind")?.choices;
  const kind = visit.kind === null ? [] : [sayChoice(speaker, kinds, visit.kind)];
  return [
    speaker.text.visitNumber(Number(visit.id)),
    ...kind,
    sayPeriod(speaker, visit.from, visit.until),
  ].join(" · ");
}
