// The answer in one figure or one range, in large type.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { isRange } from "../../model/money.js";
import { rangeWords } from "../../speech/answer.js";
import { sayAmount, type Context } from "../context.js";
import { scopeView } from "./scope.js";
import { termView } from "./term.js";

export function headlineView(context: Context, { personal, unknown }: Result): TemplateResult {
  const { text } = context;
  const { total } = personal;
  const range = isRange(total);
  const why = range
    ? html`<span class="headline-why">${rangeWords(context, total, unknown.length)}</span>`
    : nothing;
  return html`<p class="headline-label">${text.headline}</p>
    <p class="headline ${range ? "headline-range" : ""}" id="answer-total">${sayAmount(context, total)}</p>
    <p class="headline-parts">${why}${scopeView(context, personal)}</p>
    ${termView(context, "in_scope", context.text.scopeTerm, true)}`;
}
