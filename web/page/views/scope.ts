// The person's own part, split into what the policy looks at and what it does not.

import { html, nothing, type TemplateResult } from "lit";
import type { Personal } from "../../loader/contract.js";
import { money } from "../../model/money.js";
import { say, type Context } from "../context.js";

export function scopeView(context: Context, personal: Personal): TemplateResult {
  const { text } = context;
  const parts = personal.out_of_scope_parts
    .filter(({ amount }) => amount > 0)
    .map(({ label, amount }) => `${say(context, label)} ${money(amount)}`)
    .join(text.list);
  return html`${text.inOutOfScope(
    money(personal.in_scope),
    money(personal.out_of_scope),
  )}${parts ? html`<span class="scope-parts">${text.outOfScopeNote(parts)}</span>` : nothing}`;
}
