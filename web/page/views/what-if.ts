// What is in the person's own hands, each with what it would change.

import { html, nothing } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { savesWords } from "../../speech/answer.js";
import { nameOfCategory, supposedWords } from "../../speech/category.js";
import { say, sayAmount, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { part } from "./part.js";

/** A category that the person wanted to see as recognised. */
function supposedView(context: Context) {
  const { check, text } = context;
  const { supposed } = check.state;
  const words = supposedWords(context, supposed);
  if (words === undefined) return nothing;
  return html`<li class="card" data-what-if=${supposed}>
    <h3>${text.onceRecognised(nameOfCategory(context, supposed))}</h3>
    <p>${words}</p>
    <p class="hint">${text.supposeHint}</p>
  </li>`;
}

export function whatIfView(context: Context, result: Result) {
  const { text } = context;
  const supposed = supposedView(context);
  if (result.what_if.length === 0 && supposed === nothing) return nothing;
  const items = result.what_if.map(
    ({ id, label, text: words, personal_total, saves, cite }) =>
      html`<li class="card" data-what-if=${id}>
        <h3>${say(context, label)}</h3>
        <p>${say(context, words)}</p>
        <p class="saves">${savesWords(context, saves)}</p>
        <p>${text.thenYouPay(sayAmount(context, personal_total))}</p>
        ${citationsView(context, result, cite)}
      </li>`,
  );
  return part(
    "what-if",
    text.whatIfHeading,
    html`<ul class="plain-list cards">
      ${items} ${supposed}
    </ul>`,
  );
}
