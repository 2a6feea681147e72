// What was entered, in short, each with the way back to it.

import { html, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { IDENTITIES, PLACE, VISITS } from "../../model/fields.js";
import { identityWords } from "../../speech/identity.js";
import { say, sayPrinted, type Context } from "../context.js";

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
