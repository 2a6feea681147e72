// What is in the person's own hands, each with what it would change.

import { html, nothing } from "lit";
import type { Result } from "../../loader/contract.js";
import { least, most } from "../../model/money.js";
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
        <p class="saves">
          ${least(saves) > 0 ? text.saves(sayAmount(context, saves)) : text.savesUpTo(sayAmount(context, most(saves)))}
        </p>
        <p>${text.thenYouPay(sayAmount(context, personal_total))}</p>
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
