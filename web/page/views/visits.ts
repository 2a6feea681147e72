// The bills: a list of cards, and one of them open.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { addVisit, removeVisit, restoreVisit } from "../../model/actions.js";
import { VISITS, fieldAt, visitCard, visitField } from "../../model/fields.js";
import { groupedDigits } from "../../model/money.js";
import { readAmount, readDay } from "../../model/typed.js";
import { isBlank, type Visit } from "../../model/state.js";
import { say, sayChoice, sayPeriod, type Context } from "../context.js";
import { problemOf } from "./field.js";
import { fitsView, importView } from "./import.js";
import { remarkView } from "./notices.js";
import { editorView } from "./visit-editor.js";

/** Kind and dates, as far as they are known. */
function subtitle(context: Context, form: Form, visit: Visit): string {
  const { year } = context.check.state;
  const kind = visit.facts["kind"];
  const kinds = form.facts.find(({ id }) => id === "kind")?.choices;
  const from = readDay(visit.from, year);
  const until = readDay(visit.until, year) ?? "";
  return [kind ? sayChoice(context, kinds, kind) : "", from ? sayPeriod(context, from, until) : ""]
    .filter(Boolean)
    .join(" · ");
}

/** What there is to mind about this bill. */
function remarksView(context: Context, position: number) {
  const { outcome } = context.check;
  if (outcome.kind !== "settled") return nothing;
  const { result } = outcome;
  const here = result.notices.filter(({ visit }) => Number(visit) === position + 1);
  return here.map((notice) => remarkView(context, result, notice));
}

/** What the engine says about the sheet's sum. */
function sheetCheck({ check, text }: Context, position: number) {
  const { outcome } = check;
  if (outcome.kind !== "settled") return nothing;
  const settled = outcome.result.visits.find(
    ({ at }) => fieldAt(at, outcome.origins) === visitCard(position),
  );
  switch (settled?.adds_up) {
    case true:
      return html`<p class="check check-on">${text.addsUp}</p>`;
    case false:
      return html`<p class="check check-off">${text.doesNotAddUp}</p>`;
    default:
      return nothing;
  }
}

function typedAmount(entry: string): string {
  const digits = readAmount(entry);
  return digits === undefined ? entry : groupedDigits(digits);
}

function amountsView(context: Context, form: Form, visit: Visit) {
  const { text } = context;
  const shown = ["total", "in_scope"].flatMap((id) => {
    const field = form.sheet.find((each) => each.id === id);
    const entry = visit.sheet[id] ?? "";
    return field && entry !== ""
      ? [
          html`<div>
            <dt>${say(context, field.label)}</dt>
            <dd>${typedAmount(entry)}</dd>
          </div>`,
        ]
      : [];
  });
  if (shown.length > 0) return html`<dl class="visit-amounts">${shown}</dl>`;
  return isBlank(visit) ? html`<p class="hint">${text.blankVisit}</p>` : nothing;
}

/** That something in a bill which is folded in asks for attention. */
function foldedProblem({ check, text }: Context, position: number) {
  const { outcome } = check;
  if (outcome.kind !== "incomplete") return nothing;
  const inside = outcome.problems.filter(({ field }) => field.startsWith(visitField(position, "")));
  if (inside.length === 0) return nothing;
  return inside.some(({ kind }) => kind !== "missing")
    ? html`<p class="problem problem-wrong">${text.wrongVisit}</p>`
    : html`<p class="problem problem-missing">${text.unfinishedVisit}</p>`;
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
        <p class="visit-subtitle">${subtitle(context, form, visit)}</p>
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

/** The one bill that is there from the start, as long as nothing was entered into it, is none yet. */
function isUntouched(visits: readonly Visit[]): boolean {
  const [first] = visits;
  return visits.length === 1 && first !== undefined && isBlank(first);
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
