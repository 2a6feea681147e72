// What was entered, in short, each with the way back to it.

import { html, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { IDENTITIES, PLACE, VISITS } from "../../model/fields.js";
import { say, sayPrinted, type Context } from "../context.js";

function identityWords(context: Context): string {
  const { check, text } = context;
  const { standing, holdings } = check.state;
  if (standing !== "") return text.take.standingWords[standing];
  const held = check.form?.categories.filter(({ id }) => holdings[id]?.held) ?? [];
  return held.map(({ label }) => say(context, label)).join(text.list);
}

export function enteredView(context: Context, result: Result): TemplateResult {
  const { text, check, goTo } = context;
  const name = check.atlas.nameOf(check.state.place);
  const place = name ? sayPrinted(context, name) : say(context, result.name);
  const rows = [
    { field: PLACE, words: `${place} · ${check.state.year}` },
    { field: IDENTITIES, words: identityWords(context) },
    { field: VISITS, words: text.billCount(result.visits.length) },
  ];
  return html`<section class="detail entered" id="entered" aria-labelledby="entered-heading">
    <h2 id="entered-heading">${text.enteredHeading}</h2>
    <ul class="plain-list">
      ${rows.map(
        ({ field, words }) =>
          html`<li>
            <span>${words}</span>
            <button
              type="button"
              class="quiet"
              aria-label=${text.editVisit(words)}
              @click=${() => goTo(field)}
            >
              ${text.edit}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
