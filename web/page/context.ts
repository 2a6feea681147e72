// What every view is given: the state to show, the words to show it in, and the two things that a view may do.

import type { Amount, Choice, Language, SettledVisit, Words } from "../loader/contract.js";
import type { Change } from "../model/actions.js";
import { endsOf, isRange, money } from "../model/money.js";
import { NATION } from "../model/places.js";
import type { SelfCheck } from "../model/self-check.js";
import type { RulesUsed } from "../model/take-along/document.js";
import { printedIn, textsIn, wordsIn, type DateParts, type Text } from "../text/index.js";
import type { Voice } from "./voice.js";

export interface Context {
  readonly check: SelfCheck;
  readonly language: Language;
  readonly text: Text;
  /** The text field that is being typed into: nobody is told that half a date is no date. */
  readonly typing: string | undefined;
  /** There is no network now. */
  readonly offline: boolean;
  /** A newer version did not arrive whole. */
  readonly stale: boolean;
  /** The page around it has a head. */
  readonly bare: boolean;
  /** One person comes after the other: no files, no other looks. */
  readonly kiosk: boolean;
  readonly voice: Voice;
  change(change: Change): void;
  setTyping(field: string | undefined): void;
  /** To the stop before this one. */
  back(): void;
  /** Shows the field (opening what hides it) and puts the focus there. */
  goTo(id: string): void;
}

/** What the component adds to what the view-model knows. */
export type Host = Pick<
  Context,
  "typing" | "offline" | "bare" | "kiosk" | "stale" | "voice" | "setTyping" | "back" | "goTo"
>;

export function contextOf(check: SelfCheck, host: Host): Context {
  const { language } = check.state;
  return { ...host, check, language, text: textsIn(language), change: (change) => check.change(change) };
}

export function say(context: Context, words: Words): string {
  return wordsIn(context.language, words);
}

/** What a document prints, such as its number or `30万元`: it stays Chinese on an English page. */
export function sayPrinted({ language }: Context, printed: string): string {
  return printedIn(language, printed);
}

/** The language of what is printed where it is not that of the page. */
export function printedLanguage({ language }: Context, printed: string): string | undefined {
  return language === "en" && /[\u4e00-\u9fff]/.test(printed) ? "zh-Hans" : undefined;
}

/** `¥9,100.00`, or both ends of a range in words. */
export function sayAmount({ text }: Context, amount: Amount): string {
  if (!isRange(amount)) return money(amount);
  const [from, to] = endsOf(amount);
  return to === undefined ? text.atLeast(from) : text.range(from, to);
}

/** `2024-03-01` as people write it. */
export function sayDate({ text }: Context, date: string): string {
  return text.date(partsOf(date));
}

function partsOf(date: string): DateParts {
  const [year = "", month = "", day = ""] = date.split("-");
  return [year, month, day];
}

export function sayPeriod(context: Context, from: string, until: string): string {
  if (until === "" || until === from) return sayDate(context, from);
  return context.text.dateRange(partsOf(from), partsOf(until));
}

export function sayChoice(context: Context, choices: readonly Choice[] | undefined, value: unknown): string {
  const choice = choices?.find(({ id }) => String(id) === String(value));
  if (choice) return say(context, choice.label);
  if (typeof value === "boolean") return value ? context.text.yes : context.text.no;
  return String(value);
}

/** Whose rules, since when, and which version of them. */
export function sayRules(context: Context, { id, from, version }: RulesUsed): string {
  const { own, nation } = context.check.atlas;
  const place = id === NATION ? nation : own.find(({ code }) => code === id);
  return context.text.take.rulesOf(place ? say(context, place.name) : id, sayDate(context, from), version);
}

/** Number, kind and dates of a settled visit. */
export function sayVisit(context: Context, visit: SettledVisit): string {
  const kinds = context.check.form?.facts.find(({ id }) => id === "kind")?.choices;
  const kind = visit.kind === null ? [] : [sayChoice(context, kinds, visit.kind)];
  return [
    context.text.visitNumber(Number(visit.id)),
    ...kind,
    sayPeriod(context, visit.from, visit.until),
  ].join(" · ");
}
