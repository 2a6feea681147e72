// The person's own part, split into what the policy looks at and what it does not.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Personal } from "../../loader/contract.js";
import { inOutOfScope, outOfScopeParts } from "../../speech/answer.js";
import type { Context } from "../context.js";

export function scopeView(context: Context, personal: Personal): TemplateResult {
  const { text } = context;
  const parts = outOfScopeParts(context, personal);
  // The comma stays with the part before it, wherever the line breaks.
  const listed = parts.map((part, index) => {
    const comma = index < parts.length - 1 ? text.list.trim() : nothing;
    return html`<span class="scope-part">${part}${comma}</span>${text.gap}`;
  });
  return html`${inOutOfScope(context, personal)}${parts.length > 0 ? html`<span class="scope-parts">${text.outOfScope}${listed}</span>` : nothing}`;
}
