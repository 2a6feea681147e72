// Each bill on its own, the year as a whole, and why for every figure.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Amount, Form, Payer, Personal, Result, SettledVisit } from "../../loader/contract.js";
import { layerLedgers, personalLedger, yearLedger, type Ledger } from "../../model/ledger.js";
import { figure } from "../../model/money.js";
import { categoryWords, lowerTrust } from "../../speech/answer.js";
import { say, sayVisit, type Context } from "../context.js";
import { ledgerView } from "./ledger.js";
import { foldedPart } from "./part.js";
import { scopeView } from "./scope.js";

interface Why {
  readonly id: string;
  readonly words: string;
  readonly amount: Amount;
  readonly ledgers: readonly Ledger[];
  readonly below?: TemplateResult;
}

function whyView(context: Context, result: Result, { id, words, amount, ledgers, below }: Why) {
  const printed = figure(amount);
  return html`<details class="why" id="why-${id}">
    <summary>
      <span class="why-name"
        >${words}${lowerTrust(result, ledgers) ? html` <span class="trust-mark">${context.text.lowerTrust}</span>` : nothing}</span
      >
      <span class="why-figure" id="answer-${id}">${printed}</span>
      <span class="why-ask">${context.text.why(printed)}</span>
    </summary>
    ${ledgers.map((ledger) => ledgerView(context, result, words, ledger))} ${below ?? nothing}
  </details>`;
}

interface Part {
  /** `visit-1` or `year` */
  readonly id: string;
  readonly heading: string;
  readonly lead?: string;
  readonly total: Amount;
  readonly payers: readonly Payer[];
  readonly personal: Personal;
  readonly ledgersOf: (payer: Payer) => readonly Ledger[];
}

function partView(context: Context, result: Result, part: Part): TemplateResult {
  const { id, heading, lead, total, payers, personal } = part;
  return html`<li>
    <article class="explained" aria-labelledby="explained-${id}">
      <h3 id="explained-${id}">${heading}</h3>
      ${lead ? html`<p class="hint">${lead}</p>` : nothing}
      ${payers.map((payer) =>
        whyView(context, result, {
          id: `${id}-payer-${payer.id}`,
          words: say(context, payer.label),
          amount: payer.amount,
          ledgers: part.ledgersOf(payer),
        }),
      )}
      ${whyView(context, result, {
        id: `${id}-personal`,
        words: context.text.yourPart,
        amount: personal.total,
        ledgers: [{ lines: personalLedger(total, payers, personal) }],
        below: html`<p class="hint">${scopeView(context, personal)}</p>`,
      })}
    </article>
  </li>`;
}

function visitView(context: Context, form: Form, result: Result, visit: SettledVisit) {
  return partView(context, result, {
    ...visit,
    id: `visit-${visit.id}`,
    heading: sayVisit(context, visit),
    lead: categoryWords(context, form, visit),
    ledgersOf: ({ id }) => layerLedgers(visit, id),
  });
}

function yearView(context: Context, result: Result) {
  return partView(context, result, {
    ...result,
    id: "year",
    heading: context.text.wholeYear,
    ledgersOf: (payer) => [{ lines: yearLedger(result, payer) }],
  });
}

export function explainedView(context: Context, form: Form, result: Result): TemplateResult {
  return foldedPart(
    "explained",
    context.text.detailHeading,
    html`<ol class="visits">
      ${result.visits.map((visit) => visitView(context, form, result, visit))}
      ${result.visits.length > 1 ? yearView(context, result) : nothing}
    </ol>`,
  );
}
