// What the person takes along and brings back: the document out of the page's state and back into it, the link that they
// agreed to, and a clerk's comparison. Nothing is kept anywhere, nothing is sent.

import type { Language, Result } from "../../loader/contract.js";
import { guideOf, problemsOf } from "../outcome.js";
import { ledTo } from "../path.js";
import type { SelfCheck } from "../self-check.js";
import { isBlank, type State } from "../state.js";
import type { Trail } from "../trail.js";
import { FORMAT, answeredBy, enteredIn, stateOf, unknownTo, type CaseDocument } from "./document.js";
import { fragmentOf } from "./link.js";
import { codeOf, type Code } from "./qr.js";
import { isUnread, type Reading, type Unread } from "./read.js";
import { verdictsOf, withSettlements, type Settlements, type Verdict } from "./settlement.js";
import { since, type Since } from "./since.js";

export interface Link {
  readonly address: string;
  /** Undefined: too long for one that can be read. */
  readonly code: Code | undefined;
}

export interface Opened {
  readonly document: CaseDocument;
  /** What was on the page before. */
  readonly replaced: State | undefined;
}

/** What the page says of the document on it. */
export interface OpenedNow extends Opened {
  /** Undefined: the document holds no answer, or there is none now. */
  readonly since: Since | undefined;
  readonly unused: readonly string[];
}

const LANGUAGES: Readonly<Record<Language, true>> = { "zh-Hans": true, "zh-Hant": true, en: true };
const isLanguage = (lang: string): lang is Language => Object.keys(LANGUAGES).includes(lang);

/** As the calendar on the wall has it. */
export function dayOf(time: Date): string {
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

export class TakeAlong {
  settlements: Settlements = {};

  /** What is opened waits for the engine, and nothing else is on the page yet. */
  isOpening = false;

  private failed: { readonly unread: Unread; readonly at: Trail } | undefined;
  private opened: Opened | undefined;
  private made: { readonly of: State; readonly link: Link } | undefined;
  private copy: { readonly of: State; readonly result: Result | undefined } | undefined;

  constructor(private readonly check: SelfCheck) {
    check.subscribe(() => void this.settleCopy());
  }

  /** Undefined: no place is chosen yet. */
  document(time: Date): CaseDocument | undefined {
    const { state, form, outcome, atlas } = this.check;
    if (!form) return undefined;
    const document = {
      aidcheck: FORMAT,
      on: dayOf(time),
      lang: state.language,
      case: enteredIn(state, form),
    } as const;
    return outcome.kind === "settled"
      ? { ...document, answered: answeredBy(outcome.result, atlas) }
      : document;
  }

  /** Leads to the answer, or where there is none to what is missing. */
  async open(reading: Reading): Promise<void> {
    const { check } = this;
    if (isUnread(reading)) return this.fail(reading);
    const language = isLanguage(reading.lang) ? reading.lang : check.state.language;
    const opened = () => stateOf(reading.case, { ...check.state, language });
    this.isOpening = check.state.place === "";
    check.notify();
    const { form, outcome } = await check.ask(opened());
    this.isOpening = false;
    if (!form) return this.fail({ why: "broken", at: "/case/place" });
    this.failed = undefined;
    const { state: before } = check;
    const empty = before.place === "" && before.visits.every(isBlank);
    this.opened = { document: reading, replaced: empty ? undefined : before };
    this.settlements = {};
    const problems = problemsOf(outcome);
    const walk = { state: opened(), form, guide: guideOf(outcome), problems };
    check.change(() => ledTo(walk, problems[0]?.field ?? "answer"));
  }

  private fail(unread: Unread): void {
    this.failed = { unread, at: this.check.state.trail };
    this.check.notify();
  }

  /** Why nothing was opened, until the person goes on. */
  get unread(): Unread | undefined {
    return this.failed?.at === this.check.state.trail ? this.failed.unread : undefined;
  }

  /** Back to what was on the page before. */
  putBack(): void {
    const { replaced } = this.opened ?? {};
    if (!replaced) return;
    this.opened = undefined;
    this.settlements = {};
    this.check.change(() => replaced);
  }

  /** Whether the same is entered in a state as in the one on the page. */
  private isEntered(other: State): boolean {
    const { state, form } = this.check;
    const on = (shown: State) => form && JSON.stringify(enteredIn(shown, form));
    return state === other || on(state) === on(other);
  }

  /** While what was opened still stands on the page as it was. */
  get openedNow(): OpenedNow | undefined {
    const { state, form, outcome, atlas } = this.check;
    if (!this.opened || !form) return undefined;
    const { document } = this.opened;
    if (!this.isEntered(stateOf(document.case, state))) return undefined;
    const { answered } = document;
    return {
      ...this.opened,
      since: answered && outcome.kind === "settled" ? since(answered, outcome.result, atlas) : undefined,
      unused: unknownTo(form, document.case),
    };
  }

  /** Only once the person has seen what it will hold. */
  makeLink(page: string, time: Date): void {
    const document = this.document(time);
    if (!document) return;
    const address = page + fragmentOf(document);
    this.made = { of: this.check.state, link: { address, code: codeOf(address) } };
    this.check.notify();
  }

  /** As long as it says what the page says. */
  get link(): Link | undefined {
    return this.made && this.isEntered(this.made.of) ? this.made.link : undefined;
  }

  private get payersOnSheet(): string[] {
    return this.check.form?.sheet.map(({ id }) => id) ?? [];
  }

  settle(key: number, payer: string, typed: string): void {
    this.settlements = { ...this.settlements, [key]: { ...this.settlements[key], [payer]: typed } };
    this.copy = undefined;
    this.check.notify();
  }

  private async settleCopy(): Promise<void> {
    const { state } = this.check;
    if (Object.keys(this.settlements).length === 0 || this.copy?.of === state) return;
    const asked = { of: state, result: undefined };
    this.copy = asked;
    const { outcome } = await this.check.ask(withSettlements(state, this.settlements, this.payersOnSheet));
    if (this.copy !== asked) return;
    this.copy = { of: state, result: outcome.kind === "settled" ? outcome.result : undefined };
    this.check.notify();
  }

  /** How what was settled at one bill compares, payer by payer; `position` counts from 0. */
  verdicts(position: number): Verdict[] {
    const { state, outcome } = this.check;
    const copy = this.copy?.of === state ? this.copy.result : undefined;
    const settled = this.settlements[state.visits[position]?.key ?? 0];
    if (outcome.kind !== "settled" || !copy || !settled) return [];
    return verdictsOf(outcome.result, copy, String(position + 1), this.payersOnSheet, settled);
  }
}
