// What is said of the way: what a screen is called, where it leads, what is in the way.

import { inTheWay, nextStop, stopNow } from "../model/path.js";
import type { Screen } from "../model/trail.js";
import { fieldName } from "./field-name.js";
import type { Speaker } from "./say.js";

export function screenHeading({ check, text }: Speaker, screen: Screen): string {
  const { visits, openVisit } = check.state;
  const open = visits.findIndex(({ key }) => key === openVisit) + 1;
  return {
    where: text.placeHeading,
    who: text.whoHeading,
    help: text.whichCategory,
    person: text.personHeading,
    bills: text.visitsHeading,
    bill: text.visitNumber(open),
    answer: text.answerHeading,
  }[screen];
}

/** What the way on is called from here. */
export function onwardWords({ check, text }: Speaker): string {
  const next = nextStop(check);
  if (next.screen === "answer") return text.seeAnswer;
  return stopNow(check).screen === "bill" && next.screen === "bills" ? text.done : text.next;
}

/** Nothing before the person wants to go on. */
export function inTheWayWords(speaker: Speaker): string {
  const { check, text } = speaker;
  if (!check.state.tried) return "";
  const names = inTheWay(check).map(({ field }) => fieldName(speaker, field));
  if (names.length > 0) return text.announceWaiting(names.join(text.list));
  return check.waits ? text.preparing : "";
}
