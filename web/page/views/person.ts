// Step two: the assistance categories, since when, and the facts about the person.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Category, Form } from "../../loader/contract.js";
import {
  addPeriod,
  holdCategory,
  holdNoCategory,
  removePeriod,
  setPeriod,
  setPersonFact,
} from "../../model/actions.js";
import { IDENTITIES, categoryField, periodField, personField } from "../../model/fields.js";
import type { Holding, Period } from "../../model/state.js";
import { say, type Context } from "../context.js";
import { factField } from "./fact.js";
import { describedBy, problemOf } from "./field.js";
import { dateField } from "./inputs.js";

function periodView(context: Context, category: string, period: Period, index: number, several: boolean) {
  const { text, change, goTo } = context;
  const remove = () => {
    change(removePeriod(category, index));
    goTo(periodField(category, Math.max(0, index - 1), "from"));
  };
  const end = (which: keyof Period, label: string) =>
    dateField(context, {
      id: periodField(category, index, which),
      label,
      entry: period[which],
      onEntry: (entry) => change(setPeriod(category, index, which, entry)),
    });
  return html`<div class="pair">${end("from", text.heldFrom)} ${end("until", text.heldUntil)}</div>
    ${
      several
        ? html`<button type="button" class="link" @click=${remove}>${text.removePeriod}</button>`
        : nothing
    }`;
}

function periodsView(context: Context, category: Category, holding: Holding) {
  const { text, change } = context;
  return html`<fieldset class="periods">
    <legend class="visually-hidden">${text.periods(say(context, category.label))}</legend>
    <p class="hint">${text.periodsLead}</p>
    ${holding.periods.map((period, index) =>
      periodView(context, category.id, period, index, holding.periods.length > 1),
    )}
    <button type="button" class="link" @click=${() => change(addPeriod(category.id))}>
      ${text.addPeriod}
    </button>
  </fieldset>`;
}

function categoryView(context: Context, category: Category) {
  const { check, text, change } = context;
  const id = categoryField(category.id);
  const holding = check.state.holdings[category.id];
  const hints = [
    category.note ? say(context, category.note) : "",
    category.recognised_by ? text.recognisedBy(say(context, category.recognised_by)) : "",
  ].filter(Boolean);
  const { by, invalid } = describedBy(context, { id, label: "", hint: hints[0] });
  return html`<li>
    <label class="pick">
      <input
        type="checkbox"
        id=${id}
        .checked=${live(holding?.held ?? false)}
        aria-describedby=${by}
        aria-invalid=${invalid}
        @change=${(event: Event) => change(holdCategory(category.id, (event.target as HTMLInputElement).checked))}
      />
      <span>${say(context, category.label)}</span>
    </label>
    ${hints.length > 0 ? html`<p class="hint" id="${id}-hint">${hints.join(" · ")}</p>` : nothing}
    ${problemOf(context, id)} ${holding?.held ? periodsView(context, category, holding) : nothing}
  </li>`;
}

function noCategoryView({ check, text, change }: Context) {
  return html`<li>
    <label class="pick">
      <input
        type="checkbox"
        id="identity-none"
        .checked=${live(check.state.noCategory)}
        aria-describedby="identity-none-hint"
        @change=${(event: Event) => change(holdNoCategory((event.target as HTMLInputElement).checked))}
      />
      <span>${text.none}</span>
    </label>
    <p class="hint" id="identity-none-hint">${text.noneHint}</p>
  </li>`;
}

export function personView(context: Context, form: Form): TemplateResult {
  const { check, text, change } = context;
  const facts = form.facts.filter(({ of }) => of === "person");
  const { by } = describedBy(context, { id: IDENTITIES, label: "", hint: text.whoLead });
  return html`<section class="step" aria-labelledby="who-heading">
    <h2 id="who-heading">${text.whoHeading}</h2>
    <fieldset id=${IDENTITIES} aria-labelledby="identities-label" aria-describedby=${by}>
      <legend id="identities-label">${text.identities}</legend>
      <p class="hint" id="${IDENTITIES}-hint">${text.whoLead}</p>
      ${problemOf(context, IDENTITIES)}
      <ul class="picks">
        ${form.categories.map((category) => categoryView(context, category))} ${noCategoryView(context)}
      </ul>
    </fieldset>
    ${facts.length > 0 ? html`<h3>${text.personHeading}</h3>` : nothing}
    ${facts.map((fact) =>
      factField(context, fact, personField(fact.id), check.state.facts[fact.id] ?? "", (entry) =>
        change(setPersonFact(fact.id, entry)),
      ),
    )}
  </section>`;
}
