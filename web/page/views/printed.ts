// What a document prints: its number, `30万元`, `5个百分点`.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { printedLanguage, sayPrinted, type Context } from "../context.js";

export function printedView(context: Context, printed: string): TemplateResult {
  return html`<span lang=${printedLanguage(context, printed) ?? nothing}
    >${sayPrinted(context, printed)}</span
  >`;
}
