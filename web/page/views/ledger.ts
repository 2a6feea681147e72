// The sum on paper: sign and figure, what it is, where it comes from.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import type { Ledger, LedgerLine } from "../../model/ledger.js";
import { lineName, poolWords } from "../../speech/ledger.js";
import { say, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { printedView } from "./printed.js";

function originView(context: Context, result: Result, { origin }: LedgerLine) {
  const { text } = context;
  if (origin === "sheet") return text.fromSheet;
  if (origin === "settled") return text.fromAbove;
  return citationsView(context, result, origin);
}

function nameView(context: Context, { name, printed, pool }: LedgerLine) {
  const words = lineName(context, name);
  const left = pool ? poolWords(context, pool) : "";
  return html`${words}${
    printed === undefined
      ? nothing
      : html` <b class="printed"
          >${typeof printed === "string" ? printedView(context, printed) : say(context, printed)}</b
        >`
  }${left ? html`<span class="ledger-left">${left}</span>` : nothing}`;
}

export function ledgerView(
  context: Context,
  result: Result,
  caption: string,
  { lines, sometimes }: Ledger,
): TemplateResult {
  const { text } = context;
  const way = sometimes ? text.sometimes : "";
  return html`${way ? html`<p class="hint" aria-hidden="true">${way}</p>` : nothing}
    <ol class="ledger" aria-label=${way + text.ledgerCaption(caption)}>
      ${lines.map(
        (line) =>
          html`<li class=${line.last ? "ledger-last" : line.sign === "=" ? "ledger-sum" : ""}>
            <span class="ledger-figure"
              ><span class="ledger-sign">${line.sign}</span>${printedView(context, line.figure)}</span
            >
            <span class="ledger-name">${nameView(context, line)}</span>
            <span class="ledger-origin">${originView(context, result, line)}</span>
          </li>`,
      )}
    </ol>`;
}
