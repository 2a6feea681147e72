// The answer in short: one figure or range, what would narrow it most, who pays the rest, and what is still to be filled
// in before there is one.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Amount, Result } from "../../loader/contract.js";
import type { Origins } from "../../model/fields.js";
import { figure } from "../../model/money.js";
import { tellsNothing } from "../../model/telling.js";
import { attentionAtAnswer, placeName, spokenWords } from "../../speech/answer.js";
import { YOU } from "../../speech/picture.js";
import { say, type Context } from "../context.js";
import { askView } from "./ask.js";
import { headlineView } from "./headline.js";
import { pictureView, swatchView } from "./picture.js";
import { termView } from "./term.js";
import { todoView } from "./todo.js";

function startView({ text }: Context) {
  return html`<p class="lead">${text.answerStart}</p>
    <ol class="answer-steps">
      ${text.answerStartSteps.map((step) => html`<li>${step}</li>`)}
    </ol>`;
}

function attentionView(context: Context, result: Result) {
  return attentionAtAnswer(result).map(
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
