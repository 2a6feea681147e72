// What the person takes along and brings back: the document out of the page's state and back into it, the link that they
// agreed to, and a clerk's comparison. Nothing is kept anywhere, nothing is sent.

import type { Language, Result } from "../../loader/contract.js";
import type { SelfCheck } from "../self-check.js";
import { isBlank, type State } from "../state.js";
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
  unread: Unread | undefined;
  settlements: Settlements = {};

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

  open(reading: Reading): void {
    this.unread = undefined;
    if (isUnread(reading)) {
      this.unread = reading;
      this.check.notify();
      return;
    }
    const { state } = this.check;
    const language = isLanguage(reading.lang) ? reading.lang : state.language;
    const empty = state.place === "" && state.visits.every(isBlank);
    this.opened = { document: reading, replaced: empty ? undefined : state };
    this.settlements = {};
    this.check.change(() => stateOf(reading.case, { ...state, language }));
  }

  /** Back to what was on the page before. */
  putBack(): void {
    const { replaced } = this.opened ?? {};
    if (!replaced) return;
    this.opened = undefined;
    this.check.change(() => replaced);
  }

  /** While what was opened still stands on the page as it was. */
  get openedNow(): OpenedNow | undefined {
    const { state, form, outcome, atlas } = this.check;
    if (!this.opened || !form) return undefined;
    const { document } = this.opened;
    const on = (shown: State) => JSON.stringify(enteredIn(shown, form));
    if (on(state) !== on(stateOf(document.case, state))) return undefined;
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
    return this.made?.of === this.check.state ? this.made.link : undefined;
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
