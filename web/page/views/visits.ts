// The bills: a list of cards, and one of them open.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { addVisit, removeVisit, restoreVisit } from "../../model/actions.js";
import { VISITS, visitCard, visitField } from "../../model/fields.js";
import { isBlank, type Visit } from "../../model/state.js";
import { amountsOf, billName, isUntouched, sumWords, unfinishedWords } from "../../speech/bill.js";
import type { Context } from "../context.js";
import { problemOf } from "./field.js";
import { fitsView, importView } from "./import.js";
import { remarkView } from "./notices.js";
import { editorView } from "./visit-editor.js";

/** What there is to mind about this bill. */
function remarksView(context: Context, position: number) {
  const { outcome } = context.check;
  if (outcome.kind !== "settled") return nothing;
  const { result } = outcome;
  const here = result.notices.filter(({ visit }) => Number(visit) === position + 1);
  return here.map((notice) => remarkView(context, result, notice));
}

/** What the engine says about the sheet's sum. */
function sheetCheck(context: Context, position: number) {
  const sum = sumWords(context, position);
  return sum ? html`<p class="check check-${sum.fits ? "on" : "off"}">${sum.words}</p>` : nothing;
}

function amountsView(context: Context, form: Form, visit: Visit) {
  const { text } = context;
  const shown = amountsOf(context, form, visit).map(
    ({ label, amount }) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${amount}</dd>
      </div>`,
  );
  if (shown.length > 0) return html`<dl class="visit-amounts">${shown}</dl>`;
  return isBlank(visit) ? html`<p class="hint">${text.blankVisit}</p>` : nothing;
}

/** That something in a bill which is folded in asks for attention. */
function foldedProblem(context: Context, position: number) {
  const found = unfinishedWords(context, position);
  if (!found) return nothing;
  return html`<p class="problem problem-${found.wrong ? "wrong" : "missing"}">${found.words}</p>`;
}

function cardView(context: Context, form: Form, visit: Visit, position: number): TemplateResult {
  const { text, change, goTo } = context;
  const id = visitCard(position);
  const name = text.visitNumber(position + 1);
  const remove = () => {
    change(removeVisit(visit.key));
    goTo("undo-remove");
  };
  return html`<li>
    <article class="visit" id=${id} tabindex="-1" aria-labelledby="${id}-title">
      <header>
        <h3 id="${id}-title">${name}</h3>
        <div class="visit-actions">
          <button
            type="button"
            class="quiet"
            aria-label=${text.editVisit(name)}
            @click=${() => goTo(visitField(position, "kind"))}
          >
            ${text.edit}
          </button>
          <button type="button" class="quiet" aria-label=${text.removeVisit(name)} @click=${remove}>
            ${text.remove}
          </button>
        </div>
        <p class="visit-subtitle">${billName(context, form, visit)}</p>
      </header>
      ${amountsView(context, form, visit)} ${problemOf(context, id)} ${foldedProblem(context, position)}
      ${sheetCheck(context, position)} ${remarksView(context, position)}
    </article>
  </li>`;
}

function removedView({ check, text, change, goTo }: Context) {
  const { removed } = check.state;
  if (!removed) return nothing;
  const undo = () => {
    change(restoreVisit);
    goTo(visitCard(removed.index));
  };
  return html`<p class="undo">
    ${text.removed(text.visitNumber(removed.index + 1))}
    <button type="button" class="quiet" id="undo-remove" @click=${undo}>${text.undo}</button>
  </p>`;
}

/** The bills as cards; each opens into a screen of its own. */
export function visitsView(context: Context, form: Form): TemplateResult {
  const { check, text, change, goTo } = context;
  const { visits } = check.state;
  const none = visits.length === 0 || isUntouched(visits);
  const add = () => {
    const position = isUntouched(visits) ? 0 : visits.length;
    if (!isUntouched(visits)) change(addVisit);
    goTo(visitField(position, "kind"));
  };
  return html`<section class="bills" id=${VISITS} tabindex="-1" aria-label=${text.visitsHeading}>
    ${none || !check.state.look.elder ? html`<p class="lead">${text.visitsLead}</p>` : nothing}
    ${
      none
        ? nothing
        : html`<ol class="visits">
            ${visits.map((visit, position) => cardView(context, form, visit, position))}
          </ol>`
    }
    ${removedView(context)}
    <button type="button" class=${none ? "main-action" : "plain"} id="add-visit" @click=${add}>
      ${none ? text.addFirstVisit : text.addVisit}
    </button>
    ${check.state.look.elder ? nothing : importView(context, form)}
  </section>`;
}

/** One bill, open. */
export function visitView(context: Context, form: Form): TemplateResult | typeof nothing {
  const { visits, openVisit } = context.check.state;
  const position = visits.findIndex(({ key }) => key === openVisit);
  const visit = visits[position];
  if (!visit) return nothing;
  return html`${editorView(context, form, visit, position)}
    <div class="bill-check" id="bill-check">
      ${fitsView(context, form, visit)} ${remarksView(context, position)}
    </div>`;
}
