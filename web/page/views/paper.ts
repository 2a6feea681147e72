// The sheet of paper: the answer, who pays, what was entered, how it was worked out and by which rules.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form, Result, SettledVisit } from "../../loader/contract.js";
import { layerLedgers } from "../../model/ledger.js";
import { figure } from "../../model/money.js";
import { enteredIn, rulesUsed } from "../../model/take-along/document.js";
import { dayOf } from "../../model/take-along/take-along.js";
import { YOU } from "../../speech/picture.js";
import { say, sayAmount, sayDate, sayRules, sayVisit, type Context } from "../context.js";
import { codeView } from "./code.js";
import { contentsView, placeAndYear } from "./contents.js";
import { ledgerView } from "./ledger.js";
import { pictureView, swatchView } from "./picture.js";
import { scopeView } from "./scope.js";

function payersView(context: Context, result: Result) {
  const { text } = context;
  const rows = [
    ...result.payers.map(({ id, label, amount }) => ({ id, words: say(context, label), amount })),
    { id: YOU, words: text.you, amount: result.personal.total },
  ];
  return html`<table>
    <tbody>
      ${rows.map(
        ({ id, words, amount }) =>
          html`<tr>
            <th scope="row">
              <span class="payer-name">${swatchView(id)}<span>${words}</span></span>
            </th>
            <td>${figure(amount)}</td>
          </tr>`,
      )}
      <tr>
        <th scope="row">${text.totalCost}</th>
        <td>${figure(result.total)}</td>
      </tr>
    </tbody>
  </table>`;
}

/** The sums of the payers that the rules work out; what the sheet says stands among the entries. */
function stepsView(context: Context, result: Result, visit: SettledVisit) {
  const sums = visit.payers.flatMap(({ id, label }) => {
    const ledgers = layerLedgers(visit, id).filter(({ lines }) => lines.length > 1);
    return ledgers.map((ledger) => ledgerView(context, result, say(context, label), ledger));
  });
  if (sums.length === 0) return nothing;
  return html`<div>
    <h3>${sayVisit(context, visit)}</h3>
    ${sums}
  </div>`;
}

function rulesView(context: Context, result: Result) {
  const { text, check } = context;
  return html`<h2>${text.take.paperRules}</h2>
    <ul>
      ${rulesUsed(result, check.atlas).map(
        (rules) =>
          html`<li>${sayRules(context, rules)} <span class="hash">${rules.id} ${rules.hash}</span></li>`,
      )}
      ${result.sources.map(({ number, title }) => html`<li>${number} ${say(context, title)}</li>`)}
    </ul>`;
}

export function paperView(context: Context, form: Form, result: Result, now: Date): TemplateResult {
  const { text, check } = context;
  const { take } = text;
  const entered = enteredIn(check.state, form);
  const code = check.along.link?.code;
  return html`<header>
      <h1>${text.title} · ${placeAndYear(context, form, entered)}</h1>
      <p>${take.paperMade(sayDate(context, dayOf(now)))}</p>
    </header>
    <section class="paper-answer">
      <div>
        <h2>${text.headline} ${sayAmount(context, result.personal.total)}</h2>
        <p>${scopeView(context, result.personal)}</p>
        ${pictureView(context, result)} ${payersView(context, result)}
      </div>
      ${code ? codeView(code, take.linkCode) : nothing}
    </section>
    <h2>${take.paperEntered}</h2>
    ${contentsView(context, form, entered)}
    <h2>${take.paperSteps}</h2>
    ${result.visits.map((visit) => stepsView(context, result, visit))} ${rulesView(context, result)}
    <p class="paper-caution">${text.estimateNote} ${text.footer}</p>`;
}
