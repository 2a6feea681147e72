// "Which category am I?": one question at a time, the one that decides most first, and what the answers come to.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type {
  Condition,
  EarlyWarning,
  Fact,
  Form,
  Recognition,
  Result,
  Told,
} from "../../loader/contract.js";
import { askForHelp, noteAsked, suppose } from "../../model/actions.js";
import { factsAsked, nextCategoryQuestion } from "../../model/asked.js";
import { helpsWith } from "../../model/case.js";
import { CATEGORIES, fieldAt } from "../../model/fields.js";
import { GROUPS, MARKS, answered, groupOf, supposedWords, type Group } from "../../speech/category.js";
import { say, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { personFactField } from "./fact.js";

function conditionsView(context: Context, result: Result, because: readonly Condition[]) {
  if (because.length === 0) return nothing;
  return html`<ul class="plain-list conditions">
    ${because.map(({ text, holds, office, cite }) => {
      const mark = office ? "office" : String(holds);
      return html`<li>
        <span aria-hidden="true">${MARKS[mark]}</span>
        <span class="visually-hidden">${context.text.holds[mark]}</span>
        ${say(context, text)} ${citationsView(context, result, cite)}
      </li>`;
    })}
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

function supposeView(context: Context, { category }: Recognition) {
  const { check, text, change } = context;
  const on = check.state.supposed === category;
  return html`<button
      type="button"
      class="plain"
      aria-pressed=${on ? "true" : "false"}
      @click=${() => change(suppose(on ? "" : category))}
    >
      ${text.suppose}
    </button>
    ${on ? html`<p>${supposedWords(context, category) ?? text.supposeWaits}</p>` : nothing}
    <p class="hint">${text.supposeHint}</p>`;
}

/** What falls away or is asked, of whom, where, with which papers, how long it takes, and what it brings. */
function wayView(context: Context, result: Result, each: Recognition) {
  const { text } = context;
  const { category, state, depends_on, recognised_by, apply_at, papers, takes } = each;
  const brings = result.entitlements.filter((entitlement) => entitlement.if === category);
  return html`${
      depends_on.length > 0
        ? html`<p class="hint">
            ${text.dependsOn(depends_on.map(({ label }) => say(context, label)).join(text.list))}
          </p>`
        : nothing
    }
    <p class="hint">${text.recognisedBy(say(context, recognised_by))}</p>
    ${toldView(context, result, text.applyAt, [apply_at])}
    ${toldView(context, result, text.papers, papers ?? [])} ${toldView(context, result, text.takes, [takes])}
    ${toldView(context, result, text.brings, brings)}
    ${state === "likely" ? supposeView(context, each) : nothing}`;
}

/** Of what is likely: where to apply for it, in short. */
export function applyView(context: Context, result: Result, each: Recognition): TemplateResult {
  const { text } = context;
  const { category, label, recognised_by, apply_at, papers, takes } = each;
  return html`<li class="card" data-apply=${category}>
    <h3>${text.applyFor(say(context, label))}</h3>
    <p class="hint">${text.recognisedBy(say(context, recognised_by))}</p>
    ${toldView(context, result, text.applyAt, [apply_at])}
    ${toldView(context, result, text.papers, papers ?? [])} ${toldView(context, result, text.takes, [takes])}
  </li>`;
}

function categoryView(context: Context, result: Result, each: Recognition) {
  const { category, label, state, because, note, cite } = each;
  const failed = because.filter(({ holds }) => holds === false);
  return html`<li class="card" data-recognition=${category} data-state=${state}>
    <h3>${say(context, label)}</h3>
    ${note ? html`<p class="hint">${say(context, note)}</p>` : nothing}
    ${conditionsView(context, result, state === "not" ? failed : because)}
    ${state === "likely" || state === "open" ? wayView(context, result, each) : nothing}
    ${citationsView(context, result, cite)}
  </li>`;
}

function groupView(context: Context, result: Result, group: Group) {
  const items = result.categories?.filter((each) => groupOf(each) === group) ?? [];
  if (items.length === 0) return nothing;
  // What may be worth a way to the office is in sight; the rest is there for whoever wants to know why.
  const isLast = result.category_questions?.length === 0;
  return html`<details class="fold" ?open=${group === "likely" || (group === "office" && isLast)}>
    <summary>${context.text.recognition[group](items.length)}</summary>
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

/** Each stays where it was asked; what was answered before the last one is folded away, to be opened again. */
function questionView(context: Context, fact: Fact, open: boolean) {
  const { text, change } = context;
  const noting: Context = {
    ...context,
    change: (made) => change((state) => noteAsked(fact.id)(made(state))),
  };
  return html`<details class="fold" ?open=${open}>
    <summary>${text.questionAnswered(say(context, fact.label), answered(context, fact))}</summary>
    ${personFactField(noting, fact)}
  </details>`;
}

function questionsView(context: Context) {
  const { check, text, goTo } = context;
  const shown = factsAsked(check);
  const next = nextCategoryQuestion(check);
  const last = check.state.asked[check.state.asked.length - 1];
  const elsewhere = next && !shown.some(({ id }) => id === next.fact) ? fieldAt(next.at) : undefined;
  return html`<div>
      ${shown.map((fact) => questionView(context, fact, fact.id === next?.fact || fact.id === last))}
    </div>
    ${
      next && elsewhere
        ? html`<button type="button" class="plain" @click=${() => goTo(elsewhere)}>
            ${say(context, next.question)}
          </button>`
        : nothing
    }
    ${check.guide && !next ? html`<p class="hint">${text.nothingMoreToAsk}</p>` : nothing}`;
}

/** The way there, for whoever looks at the list and does not know. */
export function askForHelpView(context: Context, form: Form): TemplateResult | typeof nothing {
  const { check, text, change, goTo } = context;
  if (!form.recognition_facts || helpsWith(check.state)) return nothing;
  const help = () => {
    change(askForHelp);
    goTo(CATEGORIES);
  };
  return html`<button type="button" class="plain" id="ask-for-help" @click=${help}>
    ${text.whichCategory}
  </button>`;
}

/** A screen of its own. */
export function categoriesView(context: Context): TemplateResult {
  const { check, text } = context;
  const result = check.guide;
  return html`<section class="help" id=${CATEGORIES} tabindex="-1" aria-label=${text.whichCategory}>
    <p class="hint">${result ? text.helpLead : text.helpWaits}</p>
    ${questionsView(context)} ${result ? GROUPS.map((group) => groupView(context, result, group)) : nothing}
  </section>`;
}
