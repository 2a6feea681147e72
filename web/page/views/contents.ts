// All that the person entered, in plain words: what a link or a file will hold, and what stands on the printed sheet.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Fact, Form, Named } from "../../loader/contract.js";
import { BEFORE, beforeField, personField, type BeforePart } from "../../model/fields.js";
import { NATION } from "../../model/places.js";
import type { Entered, EnteredVisit } from "../../model/take-along/document.js";
import { nameOfCategory } from "../../speech/category.js";
import { printedLanguage, say, sayPrinted, sayChoice, type Context } from "../context.js";

export function placeAndYear(context: Context, form: Form, { place, year }: Entered): string {
  const { atlas } = context.check;
  const name = form.place === NATION && atlas.nameOf(place);
  return [name ? sayPrinted(context, name) : say(context, form.name), year].filter(Boolean).join(" · ");
}

type Entry = (id: string) => string | undefined;
type IsUnsure = (id: string) => boolean;

function lines(
  context: Context,
  named: readonly (Named | Fact)[],
  typedAt: Entry,
  isUnsure: IsUnsure,
  label = (words: string) => words,
): string[] {
  const { text } = context;
  return named.flatMap((each) => {
    const typed = typedAt(each.id);
    const value = typed && "choices" in each ? sayChoice(context, each.choices, typed) : typed;
    const known = isUnsure(each.id) ? (value ? text.take.notSureBut(value) : text.notSure) : value;
    return known ? [text.take.entry(label(say(context, each.label)), known)] : [];
  });
}

function personLines(context: Context, form: Form, entered: Entered): string[] {
  const { text } = context;
  const { identities, standing, supposed, facts, unsure, before, readings } = entered;
  const beforeLines = (part: BeforePart) =>
    lines(
      context,
      form[part],
      (id) => before[part][id],
      (id) => unsure.includes(beforeField(part, id)),
      text.take.beforeThisYear,
    );
  const readingLines = form.readings.flatMap(({ id, label, choices }) =>
    readings[id] ? [text.take.entry(say(context, label), sayChoice(context, choices, readings[id]))] : [],
  );
  return [
    ...identities.map(({ category, from, until }) => {
      const name = nameOfCategory(context, category);
      const held = text.take.heldFor(from, until);
      return held ? text.take.entry(name, held) : name;
    }),
    ...(standing === "" ? [] : [text.take.standingWords[standing]]),
    ...(supposed === "" ? [] : [text.onceRecognised(nameOfCategory(context, supposed))]),
    ...lines(
      context,
      [...form.facts, ...(form.recognition_facts ?? [])],
      (id) => facts[id],
      (id) => unsure.includes(personField(id)),
    ),
    ...BEFORE.flatMap(beforeLines),
    ...readingLines,
  ];
}

function visitLines(
  context: Context,
  form: Form,
  { from, until, facts, sheet, unsure }: EnteredVisit,
): string[] {
  const isUnsure = (id: string) => unsure.includes(id);
  return [
    [from, until].filter(Boolean).join(" – "),
    ...lines(context, form.facts, (id) => facts[id], isUnsure),
    ...lines(context, form.sheet, (id) => sheet[id], isUnsure),
  ].filter(Boolean);
}

/** What was typed stays as it was typed, in whatever language. */
function partView(context: Context, heading: string, items: readonly string[]) {
  if (items.length === 0) return nothing;
  return html`<div>
    <p><b>${heading}</b></p>
    <ul>
      ${items.map((item) => html`<li lang=${printedLanguage(context, item) ?? nothing}>${item}</li>`)}
    </ul>
  </div>`;
}

export function contentsView(context: Context, form: Form, entered: Entered): TemplateResult {
  const visits = entered.visits.map((visit, index) =>
    partView(context, context.text.visitNumber(index + 1), visitLines(context, form, visit)),
  );
  return html`<div class="contents">
    ${partView(context, placeAndYear(context, form, entered), personLines(context, form, entered))} ${visits}
  </div>`;
}
