// One bill, entered under the words that are printed on it.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form, SheetField } from "../../loader/contract.js";
import { setLook, setSheetAmount, setVisitDate, setVisitFact, setVisitUnsure } from "../../model/actions.js";
import { visitField } from "../../model/fields.js";
import { showsField } from "../../model/path.js";
import { commonRows, otherRows, paperOf, papersAt } from "../../model/sheet-rows.js";
import type { Paper, Visit } from "../../model/state.js";
import { say, type Context } from "../context.js";
import { radioField } from "./choices.js";
import { factField } from "./fact.js";
import { amountField, dateField } from "./inputs.js";
import type { UnsureOptions } from "./unsure.js";

function unsureOf({ change }: Context, { key, unsure }: Visit, name: string): UnsureOptions {
  return { on: unsure[name] ?? false, set: (on) => change(setVisitUnsure(key, name, on)) };
}

function sheetAmount(context: Context, visit: Visit, position: number, { id, label }: SheetField) {
  return amountField(context, {
    id: visitField(position, id),
    label: context.text.paperRows[paperOf(context.check.state)]?.[id] ?? say(context, label),
    hint: context.text.sheetWords[id],
    entry: visit.sheet[id] ?? "",
    onEntry: (entry) => context.change(setSheetAmount(visit.key, id, entry)),
    unsure: unsureOf(context, visit, id),
  });
}

function visitFact(
  context: Context,
  form: Form,
  visit: Visit,
  position: number,
  wanted: (id: string) => boolean,
) {
  return form.facts
    .filter(
      ({ id, of }) => of === "visit" && wanted(id) && showsField(context.check, visitField(position, id)),
    )
    .map((fact) =>
      factField(context, fact, visitField(position, fact.id), {
        entry: visit.facts[fact.id] ?? "",
        onEntry: (entry) => context.change(setVisitFact(visit.key, fact.id, entry)),
        unsure: unsureOf(context, visit, fact.id),
      }),
    );
}

function datesView(context: Context, visit: Visit, position: number) {
  const { text, change } = context;
  return html`<div class="pair">
    ${dateField(context, {
      id: visitField(position, "from"),
      label: text.visitFrom,
      hint: text.dateHint,
      entry: visit.from,
      onEntry: (entry) => change(setVisitDate(visit.key, "from", entry)),
    })}
    ${dateField(context, {
      id: visitField(position, "until"),
      label: text.visitUntil,
      hint: text.visitUntilHint,
      entry: visit.until,
      onEntry: (entry) => change(setVisitDate(visit.key, "until", entry)),
    })}
  </div>`;
}

function otherRowsView(context: Context, form: Form, visit: Visit, position: number) {
  const { check, text } = context;
  const rest = otherRows(form, paperOf(check.state));
  const [first] = rest;
  if (!first || !showsField(check, visitField(position, first.id))) return nothing;
  const inUse = rest.some(
    ({ id }) => (visit.sheet[id] ?? "") !== "" || check.problemAt(visitField(position, id)),
  );
  return html`<details class="fold" ?open=${inUse}>
    <summary>${text.moreSheet}</summary>
    <p class="hint">${text.moreSheetHint}</p>
    <div class="sheet">${rest.map((field) => sheetAmount(context, visit, position, field))}</div>
  </details>`;
}

/** The form has the rows of the paper, under the words that are printed there. */
function paperView(context: Context, position: number, paper: Paper) {
  const { check, text, change } = context;
  const papers = papersAt(check.state);
  return radioField(
    context,
    {
      id: visitField(position, "paper"),
      label: text.paper,
      entry: paper,
      onEntry: (chosen) => change(setLook({ paper: papers.find((each) => each === chosen) ?? "" })),
    },
    papers.map((value) => ({ value, label: text.paperNames[value] })),
  );
}

function sheetView(context: Context, form: Form, visit: Visit, position: number) {
  const { check, text } = context;
  const paper = paperOf(check.state);
  const note = text.paperNotes[paper];
  const shows = (name: string) => showsField(check, visitField(position, name));
  const rows = commonRows(form, paper).filter(({ id }) => shows(id));
  return html`${shows("paper") ? paperView(context, position, paper) : nothing}
  ${note && shows("paper") ? html`<p class="remark">${note}</p>` : nothing}
  ${
    rows.length > 0
      ? html`<div class="sheet">${rows.map((field) => sheetAmount(context, visit, position, field))}</div>`
      : nothing
  }
  ${otherRowsView(context, form, visit, position)}`;
}

export function editorView(context: Context, form: Form, visit: Visit, position: number): TemplateResult {
  const { text, check } = context;
  const shows = (name: string) => showsField(check, visitField(position, name));
  const atSheet = shows("paper") || form.sheet.some(({ id }) => shows(id));
  return html`<div class="editor">
    ${check.state.look.elder && atSheet ? nothing : html`<h3>${text.visitSection}</h3>`}
    ${visitFact(context, form, visit, position, (id) => id === "kind")}
    ${shows("from") ? datesView(context, visit, position) : nothing}
    ${visitFact(context, form, visit, position, (id) => id !== "kind")}
    ${
      atSheet
        ? html`<h3>${text.sheetSection}</h3>
            <p class="hint">${text.sheetUnit}</p>
            ${sheetView(context, form, visit, position)}`
        : nothing
    }
  </div>`;
}
