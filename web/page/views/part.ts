// A section of what belongs to the answer: in sight, or folded away under its heading.

import { html, type TemplateResult } from "lit/html.js";

export function part(id: string, heading: string, body: TemplateResult): TemplateResult {
  return html`<section class="detail" id=${id} aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${body}
  </section>`;
}

export function foldedPart(id: string, heading: string, body: TemplateResult): TemplateResult {
  return html`<section class="detail detail-folded" id=${id} aria-labelledby="${id}-heading">
    <details class="fold">
      <summary><h2 id="${id}-heading">${heading}</h2></summary>
      ${body}
    </details>
  </section>`;
}
