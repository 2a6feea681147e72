// One bill, entered under the words that are printed on it.

import { html, nothing, type TemplateResult } from "lit";
import type { Form, SheetField } from "../../loader/contract.js";
import { setSheetAmount, setVisitDate, setVisitFact, setVisitUnsure } from "../../model/actions.js";
import { visitField } from "../../model/fields.js";
import type { Visit } from "../../model/state.js";
import { say, type Context } from "../context.js";
import { factField } from "./fact.js";
import { amountField, dateField } from "./inputs.js";
import type { UnsureOptions } from "./unsure.js";

/** The rows that nearly every sheet has; the rest is folded away until it is needed. */
const COMMON = new Set([
  "total",
  "fully_own",
  "over_limit",
  "own_first",
  "in_scope",
  "basic",
  "serious_illness",
]);

function unsureOf({ change }: Context, { key, unsure }: Visit, name: string): UnsureOptions {
  return { on: unsure[name] ?? false, set: (on) => change(setVisitUnsure(key, name, on)) };
}

function sheetAmount(context: Context, visit: Visit, position: number, { id, label }: SheetField) {
  return amountField(context, {
    id: visitField(position, id),
    label: say(context, label),
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
    .filter(({ id, of }) => of === "visit" && wanted(id))
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

function sheetView(context: Context, form: Form, visit: Visit, position: number) {
  const { check, text } = context;
  const isCommon = ({ id, needed }: SheetField) => needed || COMMON.has(id);
  const rest = form.sheet.filter((field) => !isCommon(field));
  const inUse = rest.some(
    ({ id }) => (visit.sheet[id] ?? "") !== "" || check.problemAt(visitField(position, id)),
  );
  return html`<div class="sheet">
      ${form.sheet.filter(isCommon).map((field) => sheetAmount(context, visit, position, field))}
    </div>
    ${
      rest.length > 0
        ? html`<details class="fold" ?open=${inUse}>
            <summary>${text.moreSheet}</summary>
            <p class="hint">${text.moreSheetHint}</p>
            <div class="sheet">${rest.map((field) => sheetAmount(context, visit, position, field))}</div>
          </details>`
        : nothing
    }`;
}

export function editorView(context: Context, form: Form, visit: Visit, position: number): TemplateResult {
  const { text } = context;
  return html`<div class="editor">
    <h4>${text.visitSection}</h4>
    ${visitFact(context, form, visit, position, (id) => id === "kind")} ${datesView(context, visit, position)}
    ${visitFact(context, form, visit, position, (id) => id !== "kind")}
    <h4>${text.sheetSection}</h4>
    <p class="hint">${text.sheetUnit}</p>
    ${sheetView(context, form, visit, position)}
  </div>`;
}
