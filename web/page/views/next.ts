// What to do next: where to apply, what to bring, how long it takes, and whom to tell if a figure looks wrong. What the
// rules say about it comes with its article; the rest is no more than a clerk's advice.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { most } from "../../model/money.js";
import { say, type Context } from "../context.js";
import { applyView } from "./categories.js";
import { part } from "./part.js";

/** With a receipt alone in hand, the sheet is what to ask for. */
function lacksScope({ unknown }: Result): boolean {
  return unknown.some(({ fact }) => fact === "in_scope");
}

function isAssisted({ payers }: Result): boolean {
  return payers.some(({ id, amount }) => (id === "assistance" || id === "top_up") && most(amount) > 0);
}

export function nextView(context: Context, result: Result): TemplateResult {
  const { text } = context;
  const likely = result.categories?.filter(({ state }) => state === "likely") ?? [];
  const offices = [
    ...new Set(result.identities.flatMap(({ recognised_by: by }) => (by ? [say(context, by)] : []))),
  ];
  return part(
    "next-steps",
    text.nextHeading,
    html`<ul class="next-steps">
        ${lacksScope(result) ? html`<li>${text.nextSheet}</li>` : nothing}
        ${isAssisted(result) ? html`<li>${text.nextSettle}</li>` : nothing}
        ${isAssisted(result) ? html`<li>${text.nextBring}</li>` : nothing}
        ${offices.length > 0 ? html`<li>${text.nextOffice(offices.join(text.list))}</li>` : nothing}
        <li>${text.nextTime}</li>
        <li>${text.nextWrong}</li>
      </ul>
      ${
        likely.length > 0
          ? html`<ul class="plain-list cards">
              ${likely.map((each) => applyView(context, result, each))}
            </ul>`
          : nothing
      }`,
  );
}
