// "Which category am I?": one question at a time, the one that decides most first, and what the answers come to.

import { html, nothing, type TemplateResult } from "lit";
import type { Condition, EarlyWarning, Form, Recognition, Result, Told } from "../../loader/contract.js";
import { askForHelp } from "../../model/actions.js";
import { helpsWith } from "../../model/case.js";
import { CATEGORIES, personField } from "../../model/fields.js";
import { say, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { personFactField } from "./fact.js";

type State = Recognition["state"];

const MARKS: Readonly<Record<string, string>> = { true: "✓", false: "✗", null: "？" };

function conditionsView(context: Context, result: Result, because: readonly Condition[]) {
  if (because.length === 0) return nothing;
  return html`<ul class="plain-list conditions">
    ${because.map(
      ({ text, holds, cite }) =>
        html`<li>
          <span aria-hidden="true">${MARKS[String(holds)]}</span>
          <span class="visually-hidden">${context.text.holds[String(holds)]}</span>
          ${say(context, text)} ${citationsView(context, result, cite)}
        </li>`,
    )}
  </ul>`;
}

function toldView(context: Context, result: Result, heading: string, told: readonly (Told | undefined)[]) {
  const items = told.flatMap((each) =>
    each ? [html`<li>${say(context, each.text)} ${citationsView(context, result, each.cite)}</li>`] : [],
  );
  if (items.length === 0) return nothing;
  return html`<p><b>${heading}</b></p>
    <ul>
      ${items}
    </ul>`;
}

function categoryView(context: Context, result: Result, each: Recognition) {
  const { text } = context;
  const { category, label, state, because, recognised_by, note, apply_at, papers, takes, cite } = each;
  const applies = state === "likely" || state === "open";
  return html`<li class="card" data-recognition=${category} data-state=${state}>
    <h4>${say(context, label)}</h4>
    ${note ? html`<p class="hint">${say(context, note)}</p>` : nothing}
    ${conditionsView(context, result, because)}
    ${
      applies
        ? html`<p class="hint">${text.recognisedBy(say(context, recognised_by))}</p>
            ${toldView(context, result, text.applyAt, [apply_at])}
            ${toldView(context, result, text.papers, papers ?? [])}
            ${toldView(context, result, text.takes, [takes])}`
        : nothing
    }
    ${citationsView(context, result, cite)}
  </li>`;
}

function stateView(context: Context, result: Result, state: State) {
  const items = result.categories?.filter((each) => each.state === state) ?? [];
  if (items.length === 0) return nothing;
  // What may be worth a way to the office is in sight; the rest is there for whoever wants to know why.
  return html`<details class="fold" ?open=${state === "likely"}>
    <summary>${context.text.recognition[state](items.length)}</summary>
    <ul class="plain-list cards">
      ${items.map((each) => categoryView(context, result, each))}
    </ul>
  </details>`;
}

export function warningView(context: Context, result: Result, warning: EarlyWarning): TemplateResult {
  const { id, state, label, text, because, cite } = warning;
  return html`<li class="card" data-warning=${id}>
    <h3>${say(context, label)}</h3>
    ${state === "possible" ? html`<p class="hint">${context.text.possibly}</p>` : nothing}
    <p>${say(context, text)}</p>
    ${conditionsView(context, result, because)} ${citationsView(context, result, cite)}
  </li>`;
}

/** What was answered, in that order so that no field moves under the cursor, and the one question that comes next. */
function questionsView(context: Context, form: Form, result: Result | undefined) {
  const { check, text, goTo } = context;
  const facts = form.recognition_facts ?? [];
  const next = result?.category_questions?.[0];
  const fields = new Set([...Object.keys(check.state.unsure), ...(next ? [personField(next.fact)] : [])]);
  const asked = [...fields].flatMap((field) => facts.find(({ id }) => personField(id) === field) ?? []);
  return html`${asked.map((fact) => personFactField(context, fact))}
  ${
    next && !facts.some(({ id }) => id === next.fact)
      ? html`<button type="button" class="plain" @click=${() => goTo(personField(next.fact))}>
          ${say(context, next.question)}
        </button>`
      : nothing
  }
  ${result && !next ? html`<p class="hint">${text.nothingMoreToAsk}</p>` : nothing}`;
}

const STATES: readonly State[] = ["likely", "open", "held", "not"];

export function categoriesView(context: Context, form: Form): TemplateResult | typeof nothing {
  const { check, text, change, goTo } = context;
  if (!form.recognition_facts) return nothing;
  if (!helpsWith(check.state)) {
    const help = () => {
      change(askForHelp);
      goTo(CATEGORIES);
    };
    return html`<button type="button" class="link" id="ask-for-help" @click=${help}>
      ${text.whichCategory}
    </button>`;
  }
  const result = check.guide;
  return html`<section class="help" id=${CATEGORIES} tabindex="-1" aria-labelledby="${CATEGORIES}-heading">
    <h3 id="${CATEGORIES}-heading">${text.whichCategory}</h3>
    <p class="hint">${result ? text.helpLead : text.helpWaits}</p>
    ${questionsView(context, form, result)}
    ${result ? STATES.map((state) => stateView(context, result, state)) : nothing}
  </section>`;
}
