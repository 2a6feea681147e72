// Step three: the bills, each a card that opens into its editor.

import { html, nothing, type TemplateResult } from "lit";
import type { Form, Notice } from "../../loader/contract.js";
import { addVisit, openVisit, removeVisit, restoreVisit } from "../../model/actions.js";
import { VISITS, fieldAt, visitCard, visitField } from "../../model/fields.js";
import { groupedDigits } from "../../model/money.js";
import { readAmount, readDay } from "../../model/typed.js";
import { isBlank, type Visit } from "../../model/state.js";
import { say, sayChoice, sayPeriod, type Context } from "../context.js";
import { problemOf } from "./field.js";
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

/** What asks for attention is said at the bill too; the rest stands with the answer. */
function noticesAt(context: Context, position: number): readonly Notice[] {
  const { outcome } = context.check;
  if (outcome.kind !== "settled") return [];
  const field = visitField(position, "");
  return outcome.result.notices.filter(
    ({ at, level }) =>
      level === "attention" && at !== undefined && `${fieldAt(at, outcome.origins) ?? ""}-`.startsWith(field),
  );
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

function remarks(context: Context, notices: readonly Notice[]) {
  return notices.map(
    (notice) => html`<p class="remark" data-code=${notice.code}>${say(context, notice.message)}</p>`,
  );
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
  const { check, text, change, goTo } = context;
  const id = visitCard(position);
  const name = text.visitNumber(position + 1);
  const open = check.state.openVisit === visit.key;
  const notices = noticesAt(context, position);
  const remove = () => {
    change(removeVisit(visit.key));
    goTo("undo-remove");
  };
  return html`<li>
    <article class="visit" id=${id} tabindex="-1" aria-labelledby="${id}-title">
      <header>
        <h3 id="${id}-title">${name}</h3>
        <div class="visit-actions">
          ${
            open
              ? nothing
              : html`<button
                  type="button"
                  class="quiet"
                  aria-label=${text.editVisit(name)}
                  @click=${() => goTo(visitField(position, "kind"))}
                >
                  ${text.edit}
                </button>`
          }
          <button type="button" class="quiet" aria-label=${text.removeVisit(name)} @click=${remove}>
            ${text.remove}
          </button>
        </div>
        <p class="visit-subtitle">${subtitle(context, form, visit)}</p>
      </header>
      ${open ? editorView(context, form, visit, position) : amountsView(context, form, visit)}
      ${problemOf(context, id)} ${open ? nothing : foldedProblem(context, position)}
      ${sheetCheck(context, position)} ${remarks(context, notices)}
      ${
        open
          ? html`<button
              type="button"
              class="plain"
              @click=${() => {
                change(openVisit(undefined));
                goTo(id);
              }}
            >
              ${text.done}
            </button>`
          : nothing
      }
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

export function visitsView(context: Context, form: Form): TemplateResult {
  const { check, text, change, goTo } = context;
  const { visits } = check.state;
  const add = () => {
    change(addVisit);
    goTo(visitField(visits.length, "kind"));
  };
  return html`<section class="step" id=${VISITS} tabindex="-1" aria-labelledby="visits-heading">
    <h2 id="visits-heading">${text.visitsHeading}</h2>
    <p class="lead">${text.visitsLead}</p>
    <ol class="visits">
      ${visits.map((visit, position) => cardView(context, form, visit, position))}
    </ol>
    ${removedView(context)}
    <button type="button" class="plain" id="add-visit" @click=${add}>
      ${visits.length === 0 ? text.addFirstVisit : text.addVisit}
    </button>
  </section>`;
}
