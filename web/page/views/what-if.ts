// What is in the person's own hands, each with what it would change.

import { html, nothing } from "lit";
import type { Result } from "../../loader/contract.js";
import { say, sayAmount, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { part } from "./part.js";

export function whatIfView(context: Context, result: Result) {
  const { text } = context;
  if (result.what_if.length === 0) return nothing;
  const items = result.what_if.map(
    ({ id, label, text: words, personal_total, saves, cite }) =>
      html`<li class="card" data-what-if=${id}>
        <h3>${say(context, label)}</h3>
        <p>${say(context, words)}</p>
        <p class="saves">${text.saves(sayAmount(context, saves))}</p>
        <p>${text.readingTotal(sayAmount(context, personal_total))}</p>
        ${citationsView(context, result, cite)}
      </li>`,
  );
  return part(
    "what-if",
    text.whatIfHeading,
    html`<ul class="plain-list cards">
      ${items}
    </ul>`,
  );
}
