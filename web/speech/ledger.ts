// The words on the lines of a sum.

import type { LedgerLine } from "../model/ledger.js";
import { say, sayVisit, type Speaker } from "./say.js";

export function lineName(speaker: Speaker, name: LedgerLine["name"]): string {
  if (typeof name === "string") return speaker.text[name];
  return "visit" in name ? sayVisit(speaker, name.visit) : say(speaker, name);
}

/** What is left of a limit. */
export function poolWords({ text }: Speaker, { before, after }: NonNullable<LedgerLine["pool"]>): string {
  return before === after ? text.poolLeftUnchanged(after) : text.poolLeft(before, after);
}
