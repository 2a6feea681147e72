// Who: the assistance categories, since when, and the facts about the person.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Category, Form } from "../../loader/contract.js";
import { addPeriod, holdCategory, removePeriod, setPeriod, setStanding } from "../../model/actions.js";
import { personFacts } from "../../model/asked.js";
import { IDENTITIES, categoryField, periodField, personField } from "../../model/fields.js";
import { lowIncomeCategories } from "../../model/low-income.js";
import { showsField } from "../../model/path.js";
import type { Holding, Period, Standing } from "../../model/state.js";
import { categoryHints } from "../../speech/category.js";
import { say, type Context } from "../context.js";
import { askForHelpView } from "./categories.js";
import { personFactField } from "./fact.js";
import { describedBy, problemOf } from "./field.js";
import { dateField } from "./inputs.js";
import { termView } from "./term.js";

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
  const inUse = holding.periods.some(({ from, until }) => from !== "" || until !== "");
  return html`<details class="fold periods" ?open=${inUse}>
    <summary>${text.periodsFold}</summary>
    <fieldset>
      <legend class="visually-hidden">${text.periods(say(context, category.label))}</legend>
      <p class="hint">${text.periodsLead}</p>
      ${holding.periods.map((period, index) =>
        periodView(context, category.id, period, index, holding.periods.length > 1),
      )}
      <button type="button" class="link" @click=${() => change(addPeriod(category.id))}>
        ${text.addPeriod}
      </button>
    </fieldset>
  </details>`;
}

function categoryView(context: Context, category: Category) {
  const { check, change } = context;
  const id = categoryField(category.id);
  const holding = check.state.holdings[category.id];
  const hints = categoryHints(context, category);
  const { by, invalid } = describedBy(context, { id, label: "", hint: hints[0] });
  const held = holding?.held ?? false;
  return html`<li class=${held ? "picked" : ""}>
    <label class="pick ${held ? "picked" : ""}">
      <input
        type="checkbox"
        id=${id}
        .checked=${live(held)}
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

/** An answer that stands instead of the categories. */
function standingView({ check, change }: Context, standing: Standing, words: string, hint: string) {
  const id = categoryField(standing);
  const picked = check.state.standing === standing ? "picked" : "";
  return html`<li class=${picked}>
    <label class="pick ${picked}">
      <input
        type="checkbox"
        id=${id}
        .checked=${live(picked !== "")}
        aria-describedby="${id}-hint"
        @change=${(event: Event) =>
          change(setStanding((event.target as HTMLInputElement).checked ? standing : ""))}
      />
      <span>${words}</span>
    </label>
    <p class="hint" id="${id}-hint">${hint}</p>
  </li>`;
}

function standingsView(context: Context, form: Form) {
  const { text } = context;
  const low = lowIncomeCategories(form).map(({ label }) => say(context, label));
  return html`${standingView(context, "none", text.none, text.noneHint)}
  ${low.length > 1 ? standingView(context, "low_income", text.lowIncome, text.lowIncomeHint(low.join(text.list))) : nothing}
  ${standingView(context, "unknown", text.notSure, text.unknownHint)}`;
}

/** Who: the categories, and what may be said instead of one. */
export function whoView(context: Context, form: Form): TemplateResult {
  const { text } = context;
  const { by } = describedBy(context, { id: IDENTITIES, label: "", hint: text.whoLead });
  return html`${askForHelpView(context, form)}
    <fieldset id=${IDENTITIES} aria-labelledby="identities-label" aria-describedby=${by}>
      <div class="words">
        <b id="identities-label">${text.identities}</b>${termView(context, "categories", text.identities)}
      </div>
      <p class="hint" id="${IDENTITIES}-hint">${text.whoLead}</p>
      ${problemOf(context, IDENTITIES)}
      <ul class="picks">
        ${form.categories.map((category) => categoryView(context, category))} ${standingsView(context, form)}
      </ul>
    </fieldset>`;
}

/** What the rules look at besides, a few questions at a time. */
export function personView(context: Context): TemplateResult {
  const { check } = context;
  return html`${personFacts(check)
    .filter(({ id }) => showsField(check, personField(id)))
    .map((fact) => personFactField(context, fact))}`;
}
