// A sheet from pasted words or a file: what was understood, what was not, and the button that fills in the form.
// Text of the sheet only ever becomes text.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { VISITS } from "../../model/fields.js";
import { yuanOf } from "../../model/import/amounts.js";
import { fits, spansOf } from "../../model/import/fits.js";
import type { NotUnderstood } from "../../model/import/records.js";
import type { Imported } from "../../model/import/sheet.js";
import type { Import } from "../../model/import/source.js";
import { takeOver } from "../../model/import/take.js";
import type { ImportedVisit, Understood } from "../../model/import/understand.js";
import { groupedDigits } from "../../model/money.js";
import type { Visit } from "../../model/state.js";
import { importTextsIn } from "../../text/import/index.js";
import { say, sayChoice, sayDate, type Context } from "../context.js";

/** More lines than that are a file of something else. */
const LONGEST_LIST = 100;

const wordsOf = ({ language }: Context) => importTextsIn(language);
const grouped = (fen: number) => groupedDigits(yuanOf(fen));

function labelOf(context: Context, form: Form, field: string): string {
  const words = wordsOf(context);
  if (field === "from" || field === "until") return words[field];
  const named = [...form.sheet, ...form.facts].find(({ id }) => id === field);
  return named ? say(context, named.label) : field;
}

function valueOf(context: Context, form: Form, { field, value }: Understood): string {
  if (field === "from" || field === "until") return sayDate(context, value);
  const fact = form.facts.find(({ id }) => id === field);
  return fact ? sayChoice(context, fact.choices, value) : wordsOf(context).yuan(groupedDigits(value));
}

function understoodView(context: Context, form: Form, understood: readonly Understood[]) {
  const words = wordsOf(context);
  return html`<details class="fold" open>
    <summary>${words.understood(understood.length)}</summary>
    <dl class="understood-list">
      ${understood.map(
        (each) =>
          html`<div data-field=${each.field}>
            <dt>
              ${labelOf(context, form, each.field)}
              <span class="hint">${each.printed || words.derived}</span>
            </dt>
            <dd>${valueOf(context, form, each)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

function leftView(context: Context, left: readonly NotUnderstood[]) {
  const words = wordsOf(context);
  if (left.length === 0) return nothing;
  return html`<details class="fold">
    <summary>${words.notUnderstood(left.length)}</summary>
    <ul class="left-list">
      ${left.slice(0, LONGEST_LIST).map(
        ({ name, value, reason }) =>
          html`<li data-reason=${reason}>
            ${name} ${value}
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
  return html`<li class="imported" data-refund=${visit.refund ? "" : nothing}>
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
    return html`<p class="problem problem-wrong" id="import-problem">${words.problems[problem]}</p>
      ${leftView(context, notUnderstood)}`;
  }
  const bills = visits.filter(({ refund }) => !refund).length;
  const take = () => {
    context.change(takeOver(visits));
    source.done(bills);
    context.goTo(VISITS);
  };
  return html`<ol class="imported-list">
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
        ? html`<button type="button" class="primary" id="import-take" @click=${take}>
            ${words.takeOver(bills)}
          </button>`
        : nothing
    }`;
}

export function importView(context: Context, form: Form): TemplateResult {
  const source = context.check.imported;
  const words = wordsOf(context);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void source.open(event.dataTransfer?.files[0]);
  };
  // Pasted is read at once, typed when the person says so.
  const typed = (event: Event) => {
    source.pasted = (event.target as HTMLTextAreaElement).value;
    if ((event as InputEvent).inputType === "insertFromPaste") source.read(source.pasted);
  };
  const choose = ({ target }: Event) => void source.open((target as HTMLInputElement).files?.[0]);
  return html`<section
    class="import"
    aria-labelledby="import-heading"
    @dragover=${(event: DragEvent) => event.preventDefault()}
    @drop=${drop}
  >
    <h3 id="import-heading">${words.heading}</h3>
    <p class="lead" id="import-lead">${words.lead}</p>
    <label for="import-text">${words.paste}</label>
    <textarea
      id="import-text"
      rows="6"
      autocomplete="off"
      spellcheck="false"
      lang="zh-Hans"
      placeholder="医疗费总额：52,000.00元"
      aria-describedby="import-lead"
      .value=${source.pasted}
      @input=${typed}
    ></textarea>
    <label for="import-file">${words.file}</label>
    <input
      id="import-file"
      type="file"
      accept=".json,.csv,.tsv,.txt,text/*,application/json"
      @change=${choose}
    />
    <button type="button" class="plain" id="import-read" @click=${() => source.read(source.pasted)}>
      ${words.read}
    </button>
    <div role="status">
      ${source.taken > 0 ? html`<p class="understood">${words.takenOver(source.taken)}</p>` : nothing}
      ${source.imported ? resultView(context, form, source, source.imported) : nothing}
    </div>
  </section>`;
}

/** Whether the sheet adds up so far, under its boxes. */
export function fitsView(context: Context, form: Form, visit: Visit): TemplateResult[] {
  const words = wordsOf(context);
  return fits(spansOf(visit)).map((fit) => {
    const missing = fit.missing.map((field) => labelOf(context, form, field)).join(words.list);
    const open = fit.state === "open" ? "hint" : `check ${fit.state === "fits" ? "check-on" : "check-off"}`;
    return html`<p class=${open} data-fit="${fit.rule}-${fit.state}">
      ${words.fit(fit, grouped(fit.apart), missing)}
    </p>`;
  });
}
