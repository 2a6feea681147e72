// What was entered, in short, each with the way back to it.

import { html, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { enteredRows } from "../../speech/entered.js";
import type { Context } from "../context.js";

export function enteredView(context: Context, result: Result): TemplateResult {
  const { text, goTo } = context;
  return html`<section class="detail entered" id="entered" aria-labelledby="entered-heading">
    <h2 id="entered-heading">${text.enteredHeading}</h2>
    <ul class="plain-list">
      ${enteredRows(context, result).map(
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
