// What a field is called, where it is spoken of away from it.

import { IDENTITIES, PLACE, VISITS, YEAR, allNamed, visitOfField } from "../model/fields.js";
import { say, type Speaker } from "./say.js";

/** What the field is called, for the list of what is left to do. */
export function fieldName(speaker: Speaker, id: string): string {
  const { check, text } = speaker;
  const known: Readonly<Record<string, string>> = {
    [PLACE]: text.placeMissing,
    [YEAR]: text.yearMissing,
    [IDENTITIES]: text.identitiesMissing,
    [VISITS]: text.visitsMissing,
  };
  if (known[id]) return known[id];
  const position = visitOfField(id);
  const name = id.replace(/^(visit-\d+|person|identity|reading|before-(pools|cumulative|counts))-?/, "");
  const { form } = check;
  const named = form && allNamed(form).find(({ id: each }) => each === name || name.startsWith(`${each}-`));
  const words = named
    ? say(speaker, named.label)
    : ({ from: text.visitFrom, until: text.visitUntil }[name] ?? "");
  if (position === undefined) return words;
  const visit = text.visitNumber(position + 1);
  return words ? `${visit} · ${words}` : visit;
}
