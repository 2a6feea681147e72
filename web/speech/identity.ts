// What is said about the identities that a person holds.

import type { Identity } from "../loader/contract.js";
import { say, sayDate, type Speaker } from "./say.js";

export function identityState(speaker: Speaker, identity: Identity): string {
  const { text } = speaker;
  if (!identity.assisted) return text.notAssisted;
  if (identity.counts === false) return text.notCounted;
  const bills = (ids: readonly string[]) => ids.map((id) => text.visitNumber(Number(id))).join(text.list);
  const used = bills(identity.used_at);
  const maybe = bills(identity.maybe_used_at ?? []);
  const until = identity.holds_until ? text.holdsUntil(sayDate(speaker, identity.holds_until)) : "";
  return [used ? text.usedAt(used) : maybe ? "" : text.notUsed, maybe && text.maybeUsedAt(maybe), until]
    .filter(Boolean)
    .join(" · ");
}

/** What was said about them, in short. */
export function identityWords(speaker: Speaker): string {
  const { check, text } = speaker;
  const { standing, holdings } = check.state;
  if (standing !== "") return text.take.standingWords[standing];
  const held = check.form?.categories.filter(({ id }) => holdings[id]?.held) ?? [];
  return held.map(({ label }) => say(speaker, label)).join(text.list);
}
