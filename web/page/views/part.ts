// A section of what belongs to the answer.

import { html, type TemplateResult } from "lit";

export function part(id: string, heading: string, body: TemplateResult): TemplateResult {
  return html`<section class="detail" id=${id} aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${body}
  </section>`;
}
