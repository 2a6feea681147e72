// What is said with the answer, beside its figures.

import type {
  Amount,
  Entitlement,
  Form,
  Notice,
  Personal,
  Range,
  Result,
  SettledVisit,
  Unknown,
} from "../loader/contract.js";
import { helpsWith } from "../model/case.js";
import type { Ledger } from "../model/ledger.js";
import { endsOf, least, most } from "../model/money.js";
import { NATION } from "../model/places.js";
import { nextQuestion, tellsNothing } from "../model/telling.js";
import { fieldName } from "./field-name.js";
import { say, sayAmount, type Speaker } from "./say.js";

function isNational({ packs }: Result): boolean {
  return packs[0]?.id === NATION;
}

/** Of a place that the national frame serves, the place's own name. */
export function placeName(speaker: Speaker, result: Result): string {
  const { atlas, state } = speaker.check;
  return (isNational(result) && atlas.nameOf(state.place)) || say(speaker, result.name);
}

/**
 * What asks for attention and belongs to no single bill is said right at the answer, and again with its article below;
 * so is, first of all, that the national frame stands in for rules of the place.
 */
export function attentionAtAnswer(result: Result): readonly Notice[] {
  const national = isNational(result);
  return result.notices.filter(
    ({ level, visit }, index) => (national && index === 0) || (level === "attention" && visit === undefined),
  );
}

/** Why the answer is a range, and from where to where it goes. */
export function rangeWords({ text }: Speaker, total: Range, unknowns: number): string {
  const wider = total.tight === false ? text.mayBeWider : "";
  return text.leastAndMost(...endsOf(total)) + text.whyRange(unknowns) + wider;
}

/** The person's own part, split into what the policy looks at and what it does not. */
export function inOutOfScope(speaker: Speaker, { in_scope, out_of_scope }: Personal): string {
  return speaker.text.inOutOfScope(sayAmount(speaker, in_scope), sayAmount(speaker, out_of_scope));
}

/** What of it is out of scope. */
export function outOfScopeParts(speaker: Speaker, { out_of_scope_parts }: Personal): readonly string[] {
  return out_of_scope_parts
    .filter(({ amount }) => most(amount) > 0)
    .map(({ label, amount }) => `${say(speaker, label)} ${sayAmount(speaker, amount)}`);
}

export function savesWords(speaker: Speaker, saves: Amount): string {
  const { text } = speaker;
  return least(saves) > 0
    ? text.saves(sayAmount(speaker, saves))
    : text.savesUpTo(sayAmount(speaker, most(saves)));
}

/** All but that it is an estimate, which stands right under the figures; what asks for attention comes first. */
export function noticesShown({ notices }: Result): readonly Notice[] {
  return notices
    .filter(({ code }) => code !== "estimate.only")
    .sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0));
}

/** What a category would bring stands at the category, once it was asked which it may be. */
export function entitlementsDue({ check }: Speaker, { entitlements }: Result): readonly Entitlement[] {
  return entitlements.filter((each) => !each.if || !helpsWith(check.state));
}

/** What is read aloud. */
export function spokenWords(speaker: Speaker, { personal }: Result): string {
  const total = sayAmount(speaker, personal.total);
  return `${speaker.text.headline} ${total}\n${inOutOfScope(speaker, personal)}`;
}

/** With several bills, the bill that it is about. */
export function nameOf(speaker: Speaker, result: Result, { label, visit }: Unknown): string {
  const words = say(speaker, label);
  if (visit === undefined || result.visits.length < 2) return words;
  return `${speaker.text.visitNumber(Number(visit))} · ${words}`;
}

/** One sentence for the live region. */
export function announcement(speaker: Speaker): string {
  const { check, text } = speaker;
  const { outcome } = check;
  if (outcome.kind === "settled") {
    const { result } = outcome;
    if (!tellsNothing(result)) return text.announce(sayAmount(speaker, result.personal.total));
    const next = nextQuestion(result);
    return next ? text.announceWaiting(nameOf(speaker, result, next)) : text.tooWide;
  }
  const next = outcome.kind === "incomplete" ? outcome.problems[0] : undefined;
  if (next) return text.announceWaiting(fieldName(speaker, next.field));
  return outcome.kind === "failed" ? text.failed : "";
}

/** Which identity was used, or which it may be. */
export function categoryWords(speaker: Speaker, form: Form, { category }: SettledVisit): string {
  const used = category !== null && typeof category === "object" ? category.one_of : [category];
  const named = form.categories.filter(({ id }) => used.includes(id)).map(({ label }) => say(speaker, label));
  const { text } = speaker;
  if (named.length === 0) return text.noCategoryUsed;
  return text.asCategory(named) + (used.includes(null) ? text.orNone : "");
}

/** Whether a figure rests on a source whose official text was not seen. */
export function lowerTrust(result: Result, ledgers: readonly Ledger[]): boolean {
  const cited = ledgers.flatMap(({ lines }) =>
    lines.flatMap(({ origin }) => (typeof origin === "string" ? [] : origin)),
  );
  return cited.some(({ source }) => result.sources.some(({ id, trust }) => id === source && trust === "T3"));
}

/** With a receipt alone in hand, the sheet is what to ask for. */
function lacksScope({ unknown }: Result): boolean {
  return unknown.some(({ fact }) => fact === "in_scope");
}

function isAssisted({ payers }: Result): boolean {
  return payers.some(({ id, amount }) => (id === "assistance" || id === "top_up") && most(amount) > 0);
}

/** What to do next: where the rules say nothing of it, a clerk's advice. */
export function nextStepWords(speaker: Speaker, result: Result): readonly string[] {
  const { text } = speaker;
  const offices = [
    ...new Set(result.identities.flatMap(({ recognised_by: by }) => (by ? [say(speaker, by)] : []))),
  ];
  return [
    ...(lacksScope(result) ? [text.nextSheet] : []),
    ...(isAssisted(result) ? [text.nextSettle, text.nextBring] : []),
    ...(offices.length > 0 ? [text.nextOffice(offices.join(text.list))] : []),
    text.nextTime,
    text.nextWrong,
  ];
}
