// What was entered, in short, with the field that leads back to it.

import type { Result } from "../loader/contract.js";
import { IDENTITIES, PLACE, VISITS } from "../model/fields.js";
import { identityWords } from "./identity.js";
import { say, sayPrinted, type Speaker } from "./say.js";

export function enteredRows(
  speaker: Speaker,
  result: Result,
): readonly { readonly field: string; readonly words: string }[] {
  const { text, check } = speaker;
  const name = check.atlas.nameOf(check.state.place);
  const place = name ? sayPrinted(speaker, name) : say(speaker, result.name);
  return [
    { field: PLACE, words: `${place} · ${check.state.year}` },
    { field: IDENTITIES, words: identityWords(speaker) },
    { field: VISITS, words: text.billCount(result.visits.length) },
  ];
}
