// What is still to be filled in or put right, and the way there.

import { html, type TemplateResult } from "lit/html.js";
import type { Problem } from "../../model/case.js";
import { IDENTITIES, PLACE, VISITS, YEAR, allNamed, visitOfField } from "../../model/fields.js";
import { say, type Context } from "../context.js";

/** What the field is called, for the list of what is left to do. */
export function fieldName(context: Context, id: string): string {
  const { check, text } = context;
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
    ? say(context, named.label)
    : ({ from: text.visitFrom, until: text.visitUntil }[name] ?? "");
  if (position === undefined) return words;
  const visit = text.visitNumber(position + 1);
  return words ? `${visit} · ${words}` : visit;
}

export function todoView(context: Context, problems: readonly Problem[]): TemplateResult {
  const { text, goTo } = context;
  const wrong = problems.some(({ kind }) => kind !== "missing");
  return html`<p class="lead">${wrong ? text.answerFix : text.answerNext}</p>
    <ul class="todo">
      ${problems.map(
        ({ field }) =>
          html`<li>
            <button type="button" class="link" @click=${() => goTo(field)}>
              ${fieldName(context, field)}
            </button>
          </li>`,
      )}
    </ul>`;
}
