// A QR code: black on white in every mode, with its quiet zone.

import { html, type TemplateResult } from "lit/html.js";
import type { Code } from "../../model/take-along/qr.js";

export function codeView({ path, size }: Code, words: string): TemplateResult {
  return html`<svg
    class="code"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${words}
    shape-rendering="crispEdges"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>`;
}
