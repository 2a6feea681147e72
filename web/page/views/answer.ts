// The answer in short: one figure or range, what would narrow it most, who pays the rest, and what is still to be filled
// in before there is one.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Amount, Result } from "../../loader/contract.js";
import type { Origins } from "../../model/fields.js";
import { figure } from "../../model/money.js";
import { NATION } from "../../model/places.js";
import { nextQuestion, tellsNothing } from "../../model/telling.js";
import { say, sayAmount, type Context } from "../context.js";
import { askView, nameOf } from "./ask.js";
import { headlineView } from "./headline.js";
import { pictureView, swatchView, YOU } from "./picture.js";
import { termView } from "./term.js";
import { fieldName, todoView } from "./todo.js";

function startView({ text }: Context) {
  return html`<p class="lead">${text.answerStart}</p>
    <ol class="answer-steps">
      ${text.answerStartSteps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
}

/**
 * What asks for attention and belongs to no single bill is said right at the answer, and again with its article below;
 * so is, first of all, that the national frame stands in for rules of the place.
 */
function attentionView(context: Context, result: Result) {
  const national = isNational(result);
  return result.notices
    .filter(
      ({ level, visit }, index) =>
        (national && index === 0) || (level === "attention" && visit === undefined),
    )
    .map(
      ({ code, message }) =>
        html`<p class="remark remark-attention" data-code=${code}>${say(context, message)}</p>`,
    );
}

function payerRow(context: Context, id: string, words: string, amount: Amount) {
  return html`<tr class=${id === YOU ? "row-you" : ""}>
    <th scope="row">
      <div class="words">
        <span class="payer-name">${swatchView(id)}<span>${words}</span></span
        >${termView(context, id, words)}
      </div>
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
      ${result.payers.map(({ id, label, amount }) => payerRow(context, id, say(context, label), amount))}
      ${payerRow(context, YOU, text.you, result.personal.total)}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${text.totalCost}</th>
        <td id="answer-total-cost">${figure(result.total)}</td>
      </tr>
    </tfoot>
  </table>`;
}

function isNational({ packs }: Result): boolean {
  return packs[0]?.id === NATION;
}

/** Of a place that the national frame serves, the place's own name. */
function placeName(context: Context, result: Result): string {
  const { atlas, state } = context.check;
  return (isNational(result) && atlas.nameOf(state.place)) || say(context, result.name);
}

/** What is read aloud. */
function spokenWords(context: Context, { personal }: Result): string {
  const { text } = context;
  const amounts = [personal.total, personal.in_scope, personal.out_of_scope];
  const [total = "", inScope = "", outOfScope = ""] = amounts.map((amount) => sayAmount(context, amount));
  return `${text.headline} ${total}\n${text.inOutOfScope(inScope, outOfScope)}`;
}

function voiceView(context: Context, result: Result) {
  const { voice, language, text, check } = context;
  if (!check.state.look.elder || !voice.canRead(language)) return nothing;
  const press = () => (voice.speaking ? voice.stop() : voice.read(spokenWords(context, result), language));
  return html`<button type="button" class="plain" id="read-aloud" @click=${press}>
    ${voice.speaking ? text.stopReading : text.readAloud}
  </button>`;
}

function settledView(context: Context, result: Result, origins: Origins, isRunning: boolean) {
  const { text } = context;
  if (tellsNothing(result)) {
    return html`${attentionView(context, result)}
      <p class="lead">${text.tooWide}</p>
      ${askView(context, result, origins)}`;
  }
  return html`<div class="bright" part="headline">
      <p>${text.headlineFor(placeName(context, result), result.year, result.visits.length)}</p>
      ${headlineView(context, result)}
    </div>
    ${voiceView(context, result)} ${attentionView(context, result)}
    ${isRunning ? askView(context, result, origins) : nothing} ${pictureView(context, result)}
    ${payersView(context, result)}
    <p class="hint">${text.estimateNote}</p>`;
}

function bodyView(context: Context, isRunning: boolean) {
  const { check, text } = context;
  const { outcome } = check;
  switch (outcome.kind) {
    case "start":
      return startView(context);
    case "incomplete":
      return todoView(context, outcome.problems);
    case "settled":
      return settledView(context, outcome.result, outcome.origins, isRunning);
    case "failed":
      return html`<p class="lead">${text.failed}</p>
        <p class="remark remark-attention" data-code=${outcome.error.code}>
          ${say(context, outcome.error.message)}
        </p>
        <p>${text.failedHelp}</p>`;
  }
}

/** What the answer looks like: one that tells nothing is not shown as one. */
function stateOf({ check: { outcome } }: Context): string {
  return outcome.kind === "settled" && tellsNothing(outcome.result) ? "open" : outcome.kind;
}

/** `isRunning`: beside what is still being filled in. */
export function answerView(context: Context, isRunning: boolean): TemplateResult {
  return html`<section
    class="answer answer-${stateOf(context)}"
    id="answer"
    part="answer"
    tabindex="-1"
    aria-labelledby="answer-heading"
  >
    <h2 id="answer-heading">${context.text.answerHeading}</h2>
    ${bodyView(context, isRunning)}
  </section>`;
}

/** One sentence for the live region. */
export function announcement(context: Context): string {
  const { check, text } = context;
  const { outcome } = check;
  if (outcome.kind === "settled") {
    const { result } = outcome;
    if (!tellsNothing(result)) return text.announce(sayAmount(context, result.personal.total));
    const next = nextQuestion(result);
    return next ? text.announceWaiting(nameOf(context, result, next)) : text.tooWide;
  }
  const next = outcome.kind === "incomplete" ? outcome.problems[0] : undefined;
  if (next) return text.announceWaiting(fieldName(context, next.field));
  return outcome.kind === "failed" ? text.failed : "";
}
