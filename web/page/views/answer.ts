// The answer in short: one number, who pays the rest, and what is still to be filled in before there is one.

import { html, type TemplateResult } from "lit";
import type { Result } from "../../loader/contract.js";
import { IDENTITIES, PLACE, VISITS, YEAR, visitOfField } from "../../model/fields.js";
import { figure, money } from "../../model/money.js";
import type { Problem } from "../../model/case.js";
import { say, type Context } from "../context.js";
import { scopeView } from "./scope.js";
import { pictureView, swatchView, YOU } from "./picture.js";

function startView({ text }: Context) {
  return html`<p class="lead">${text.answerStart}</p>
    <ol class="answer-steps">
      ${text.answerStartSteps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
}

/** What the field is called, for the list of what is left to do. */
export function fieldName(context: Context, id: string): string {
  const { check, text } = context;
  const known: Readonly<Record<string, string>> = {
    [PLACE]: text.placeMissing,
    [YEAR]: text.yearMissing,
    [IDENTITIES]: text.identitiesMissing,
    [VISITS]: text.visitsMissing,
  };
  if (known[id]) return known[id];
  const position = visitOfField(id);
  const name = id.replace(/^(visit-\d+|person|identity|reading|before-(pools|cumulative|counts))-?/, "");
  const { form } = check;
  const named = [
    ...(form?.facts ?? []),
    ...(form?.sheet ?? []),
    ...(form?.readings ?? []),
    ...(form?.pools ?? []),
    ...(form?.cumulative ?? []),
    ...(form?.counts ?? []),
    ...(form?.categories ?? []),
  ].find((each) => each.id === name || name.startsWith(`${each.id}-`));
  const words = named
    ? say(context, named.label)
    : ({ from: text.visitFrom, until: text.visitUntil }[name] ?? "");
  if (position === undefined) return words;
  const visit = text.visitNumber(position + 1);
  return words ? `${visit} · ${words}` : visit;
}

function todoView(context: Context, problems: readonly Problem[]) {
  const { text, goTo } = context;
  const wrong = problems.some(({ kind }) => kind !== "missing");
  return html`<p class="lead">${wrong ? text.answerFix : text.answerNext}</p>
    <ul class="todo">
      ${problems.map(
        ({ field }) =>
          html`<li>
            <button type="button" class="link" @click=${() => goTo(field)}>
              ${fieldName(context, field)}
            </button>
          </li>`,
      )}
    </ul>`;
}

function headlineView(context: Context, result: Result) {
  return html`<p class="headline-label">${context.text.headline}</p>
    <p class="headline" id="answer-total">${money(result.personal.total)}</p>
    <p class="headline-parts">${scopeView(context, result.personal)}</p>`;
}

/** What asks for attention and belongs to no single bill is said right at the answer, and again with its article below. */
function attentionView(context: Context, result: Result) {
  return result.notices
    .filter(({ level, visit }) => level === "attention" && visit === undefined)
    .map(({ code, message }) => html`<p class="remark" data-code=${code}>${say(context, message)}</p>`);
}

function payerRow(id: string, words: string, amount: number) {
  return html`<tr class=${id === YOU ? "row-you" : ""}>
    <th scope="row">
      <span class="payer-name">${swatchView(id)}<span>${words}</span></span>
    </th>
    <td id="answer-payer-${id}">${figure(amount)}</td>
  </tr>`;
}

function payersView(context: Context, result: Result) {
  const { text } = context;
  return html`<table class="payers">
    <caption>
      ${text.whoPays}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.payer}</th>
        <th scope="col">${text.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${result.payers.map(({ id, label, amount }) => payerRow(id, say(context, label), amount))}
      ${payerRow(YOU, text.you, result.personal.total)}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${text.totalCost}</th>
        <td id="answer-total-cost">${figure(result.total)}</td>
      </tr>
    </tfoot>
  </table>`;
}

function settledView(context: Context, result: Result) {
  const { text } = context;
  return html`<p class="answer-for">
      ${text.headlineFor(say(context, result.name), result.year, result.visits.length)}
    </p>
    ${headlineView(context, result)} ${attentionView(context, result)} ${pictureView(context, result)}
    ${payersView(context, result)}
    <p class="hint">${text.estimateNote}</p>`;
}

function bodyView(context: Context) {
  const { check, text } = context;
  const { outcome } = check;
  switch (outcome.kind) {
    case "start":
      return startView(context);
    case "incomplete":
      return todoView(context, outcome.problems);
    case "settled":
      return settledView(context, outcome.result);
    case "failed":
      return html`<p class="lead">${text.failed}</p>
        <p data-code=${outcome.error.code}>${say(context, outcome.error.message)}</p>
        <p class="hint">${text.failedHelp}</p>`;
  }
}

export function answerView(context: Context): TemplateResult {
  return html`<section
    class="answer answer-${context.check.outcome.kind}"
    id="answer"
    tabindex="-1"
    aria-labelledby="answer-heading"
  >
    <h2 id="answer-heading">${context.text.answerHeading}</h2>
    ${bodyView(context)}
  </section>`;
}

/** One sentence for the live region. */
export function announcement(context: Context): string {
  const { check, text } = context;
  const { outcome } = check;
  if (outcome.kind === "settled") return text.announce(money(outcome.result.personal.total));
  const next = outcome.kind === "incomplete" ? outcome.problems[0] : undefined;
  if (next) return text.announceWaiting(fieldName(context, next.field));
  return outcome.kind === "failed" ? text.failed : "";
}
