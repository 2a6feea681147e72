// A sheet from pasted words or a file: what was understood, what was not, and the button that fills in the form.
// Text of the sheet only ever becomes text.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Form } from "../../loader/contract.js";
import { VISITS } from "../../model/fields.js";
import { yuanOf } from "../../model/import/amounts.js";
import type { NotUnderstood } from "../../model/import/records.js";
import type { Imported } from "../../model/import/sheet.js";
import type { Import } from "../../model/import/source.js";
import { takeOver } from "../../model/import/take.js";
import type { ImportedVisit, Understood } from "../../model/import/understand.js";
import { groupedDigits } from "../../model/money.js";
import type { Visit } from "../../model/state.js";
import { fitsWords } from "../../speech/fits.js";
import { labelOf, valueOf } from "../../speech/imported.js";
import { importTextsIn } from "../../text/import/index.js";
import type { Context } from "../context.js";
import { fileButton } from "./file-button.js";

const SHEETS = ".json,.csv,.tsv,.txt,text/*,application/json";

/** More lines than that are a file of something else. */
const LONGEST_LIST = 100;

const wordsOf = ({ language }: Context) => importTextsIn(language);
const grouped = (fen: number) => groupedDigits(yuanOf(fen));

function understoodView(context: Context, form: Form, understood: readonly Understood[]) {
  const words = wordsOf(context);
  if (understood.length === 0) return nothing;
  return html`<details class="fold" open>
    <summary>${words.understood(understood.length)}</summary>
    <dl class="visit-amounts">
      ${understood.map((each) => {
        const label = labelOf(context, form, each.field);
        const printed = each.printed === label ? "" : each.printed || words.derived;
        return html`<div data-field=${each.field}>
          <dt>
            ${label}
            <span class="hint" lang=${each.printed ? "zh-Hans" : nothing}>${printed}</span>
          </dt>
          <dd>${valueOf(context, form, each)}</dd>
        </div>`;
      })}
    </dl>
  </details>`;
}

function leftView(context: Context, left: readonly NotUnderstood[]) {
  const words = wordsOf(context);
  if (left.length === 0) return nothing;
  return html`<details class="fold">
    <summary>${words.notUnderstood(left.length)}</summary>
    <ul>
      ${left.slice(0, LONGEST_LIST).map(
        ({ name, value, reason }) =>
          html`<li data-reason=${reason}>
            <span lang="zh-Hans">${name} ${value}</span>
            <span class="hint">${words.reasons[reason]}</span>
          </li>`,
      )}
      ${left.length > LONGEST_LIST ? html`<li>…</li>` : nothing}
    </ul>
  </details>`;
}

function billView(context: Context, form: Form, visit: ImportedVisit, position: number): TemplateResult {
  const words = wordsOf(context);
  const sums = visit.sums.filter(({ state }) => state !== "open");
  return html`<li class="card" data-refund=${visit.refund ? "" : nothing}>
    <h4>${words.bill(position + 1)}</h4>
    ${visit.notes.map((note) => html`<p class="remark" data-note=${note}>${words.notes[note]}</p>`)}
    ${sums.map(({ printed, fen, state }) =>
      state === "fits"
        ? html`<p class="check check-on">${words.sumFits(printed)}</p>`
        : html`<p class="check check-off">${words.sumDiffers(printed, grouped(fen))}</p>`,
    )}
    ${understoodView(context, form, visit.understood)} ${leftView(context, visit.notUnderstood)}
  </li>`;
}

function resultView(context: Context, form: Form, source: Import, imported: Imported) {
  const words = wordsOf(context);
  const { visits, notUnderstood, problem } = imported;
  if (problem) {
    return html`<p class="problem" role="alert" id="import-problem">${words.problems[problem]}</p>
      ${leftView(context, notUnderstood)}`;
  }
  const bills = visits.filter(({ refund }) => !refund).length;
  const take = () => {
    context.change(takeOver(visits));
    source.done(bills);
    context.goTo(VISITS);
  };
  return html`<ol class="plain-list cards">
      ${visits.map((visit, position) => billView(context, form, visit, position))}
    </ol>
    ${
      notUnderstood.length > 0
        ? html`<h4>${words.outside}</h4>
            ${leftView(context, notUnderstood)}`
        : nothing
    }
    ${
      bills > 0
        ? html`<button type="button" class="main-action" id="import-take" @click=${take}>
            ${words.takeOver(bills)}
          </button>`
        : nothing
    }`;
}

/** What came of it in short, for those who do not see it. */
function statusOf(context: Context, { taken, imported }: Import) {
  const words = wordsOf(context);
  if (taken > 0) return html`<p class="understood">${words.takenOver(taken)}</p>`;
  if (!imported || imported.problem) return nothing;
  const left = [imported, ...imported.visits].reduce((sum, each) => sum + each.notUnderstood.length, 0);
  const understood = imported.visits.reduce((sum, each) => sum + each.understood.length, 0);
  return html`<p class="visually-hidden">
    ${words.understood(understood)}${words.list}${words.notUnderstood(left)}
  </p>`;
}

function entryView(context: Context, source: Import) {
  const words = wordsOf(context);
  // Pasted is read at once, typed when the person says so.
  const typed = (event: Event) => {
    source.pasted = (event.target as HTMLTextAreaElement).value;
    if ((event as InputEvent).inputType === "insertFromPaste") source.read(source.pasted);
  };
  return html`<p id="import-lead">${words.lead}</p>
    <div class="field">
      <label for="import-text">${words.paste}</label>
      <textarea
        id="import-text"
        rows="5"
        autocomplete="off"
        spellcheck="false"
        lang="zh-Hans"
        placeholder="医疗费总额：52,000.00元"
        aria-describedby="import-lead"
        .value=${live(source.pasted)}
        @input=${typed}
      ></textarea>
    </div>
    <div class="take-actions">
      <button type="button" class="plain" id="import-read" @click=${() => source.read(source.pasted)}>
        ${words.read}
      </button>
      ${fileButton({ words: words.file, kind: "plain", id: "import-file", accept: SHEETS }, (file) => void source.open(file))}
    </div>`;
}

export function importView(context: Context, form: Form): TemplateResult {
  const source = context.check.imported;
  const { imported } = source;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void source.open(event.dataTransfer?.files[0]);
  };
  return html`<section
    id="import"
    aria-labelledby="import-heading"
    @dragover=${(event: DragEvent) => event.preventDefault()}
    @drop=${drop}
  >
    <details class="fold" ?open=${imported !== undefined}>
      <summary><h3 id="import-heading">${wordsOf(context).heading}</h3></summary>
      <div class="unfolded">
        ${entryView(context, source)} ${imported ? resultView(context, form, source, imported) : nothing}
      </div>
    </details>
    <div role="status">${statusOf(context, source)}</div>
  </section>`;
}

/** Whether the sheet adds up so far, under its boxes. */
export function fitsView(context: Context, form: Form, visit: Visit): TemplateResult[] {
  return fitsWords(context, form, visit).map(({ fit, words }) => {
    const open = fit.state === "open" ? "hint" : `check ${fit.state === "fits" ? "check-on" : "check-off"}`;
    return html`<p class=${open} data-fit="${fit.rule}-${fit.state}">${words}</p>`;
  });
}
