// For the clerk at the window: what was really settled beside what the rules give, payer by payer.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result, SettledVisit } from "../../loader/contract.js";
import { figure } from "../../model/money.js";
import type { Verdict } from "../../model/take-along/settlement.js";
import { say, sayVisit, type Context } from "../context.js";
import { amountField } from "./inputs.js";
import { partingView } from "./notices.js";

function verdictView(context: Context, result: Result, verdict: Verdict, first: boolean) {
  const { take } = context.text;
  const { payer, settled, ours, fits, differs } = verdict;
  const name = say(context, payer.label);
  if (ours === undefined) return html`<li data-verdict=${payer.id}>${take.notReadable(name)}</li>`;
  if (fits) return html`<li class="verdict-fits" data-verdict=${payer.id}>✓ ${take.fits(name)}</li>`;
  return html`<li class="notice notice-attention" data-verdict=${payer.id}>
    ${first ? html`<p class="level">${take.lookHereFirst}</p>` : nothing}
    <p>${take.differs(name, settled, figure(ours))}</p>
    ${differs ? partingView(context, result, differs) : nothing}
  </li>`;
}

function visitView(context: Context, result: Result, visit: SettledVisit, position: number) {
  const { check, text } = context;
  const { along, state } = check;
  const key = state.visits[position]?.key;
  if (key === undefined) return nothing;
  const verdicts = along.verdicts(position);
  const first = verdicts.find(({ fits }) => fits === false);
  const heading = `settlement-${position + 1}`;
  return html`<div class="settlement" role="group" aria-labelledby=${heading}>
    <h3 id=${heading}>${sayVisit(context, visit)}</h3>
    <div class="settled">
      ${visit.payers.map(({ id, label }) =>
        amountField(context, {
          id: `settled-${position + 1}-${id}`,
          label: text.take.settledBy(say(context, label)),
          entry: along.settlements[key]?.[id] ?? "",
          onEntry: (typed) => along.settle(key, id, typed),
        }),
      )}
    </div>
    <div role="status">
      <ul class="plain-list">
        ${verdicts.map((verdict) => verdictView(context, result, verdict, verdict === first))}
      </ul>
    </div>
  </div>`;
}

export function settlementView(context: Context, result: Result): TemplateResult {
  const { take } = context.text;
  return html`<details class="fold" id="settlement">
    <summary>${take.compareHeading}</summary>
    <div class="unfolded">
      <p class="hint">${take.compareLead}</p>
      ${result.visits.map((visit) => visitView(context, result, visit, Number(visit.id) - 1))}
    </div>
  </details>`;
}
