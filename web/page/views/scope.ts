// The person's own part, split into what the policy looks at and what it does not.

import { html, nothing, type TemplateResult } from "lit";
import type { Personal } from "../../loader/contract.js";
import { most } from "../../model/money.js";
import { say, sayAmount, type Context } from "../context.js";

export function scopeView(context: Context, personal: Personal): TemplateResult {
  const { text } = context;
  const parts = personal.out_of_scope_parts.filter(({ amount }) => most(amount) > 0);
  // The comma stays with the part before it, wherever the line breaks.
  const listed = parts.map(({ label, amount }, index) => {
    const comma = index < parts.length - 1 ? text.list.trim() : nothing;
    return html`<span class="scope-part">${say(context, label)} ${sayAmount(context, amount)}${comma}</span
      >${text.gap}`;
  });
  return html`${text.inOutOfScope(
    sayAmount(context, personal.in_scope),
    sayAmount(context, personal.out_of_scope),
  )}${parts.length > 0 ? html`<span class="scope-parts">${text.outOfScope}${listed}</span>` : nothing}`;
}
