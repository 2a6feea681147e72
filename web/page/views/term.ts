// A word of the trade, explained in place on demand.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Context } from "../context.js";

/** A "?" beside the word, or where it stands in the midst of others, the whole question. */
export function termView(
  { text }: Context,
  id: string,
  name: string,
  inFull = false,
): TemplateResult | typeof nothing {
  const meaning = text.terms[id] ?? text.sheetWords[id];
  if (!meaning) return nothing;
  const question = text.whatIs(name);
  return html`<details class="term">
    ${
      inFull
        ? html`<summary class="term-question"><span>${question}</span></summary>`
        : html`<summary aria-label=${question}><span aria-hidden="true">?</span></summary>`
    }
    <p>${meaning}</p>
  </details>`;
}
