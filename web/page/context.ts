// What every view is given: the state to show, the words to show it in, and the two things that a view may do.

import type { Change } from "../model/actions.js";
import type { SelfCheck } from "../model/self-check.js";
import type { Speaker } from "../speech/say.js";
import { textsIn } from "../text/index.js";
import type { Voice } from "./voice.js";

export {
  printedLanguage,
  say,
  sayAmount,
  sayChoice,
  sayDate,
  sayPeriod,
  sayPrinted,
  sayRules,
  sayVisit,
} from "../speech/say.js";

export interface Context extends Speaker {
  /** The text field that is being typed into: nobody is told that half a date is no date. */
  readonly typing: string | undefined;
  /** There is no network now. */
  readonly offline: boolean;
  /** A newer version did not arrive whole. */
  readonly stale: boolean;
  /** The page around it has a head. */
  readonly bare: boolean;
  /** The page to which a link leads. */
  readonly home: string;
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
  "typing" | "offline" | "bare" | "home" | "kiosk" | "stale" | "voice" | "setTyping" | "back" | "goTo"
>;

export function contextOf(check: SelfCheck, host: Host): Context {
  const { language } = check.state;
  return { ...host, check, language, text: textsIn(language), change: (change) => check.change(change) };
}
