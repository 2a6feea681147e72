// What belongs to the answer besides the figures: readings, identities, entitlements, limits, sources.

import { html, nothing } from "lit/html.js";
import type { Reading, ReadingChoice, Result } from "../../loader/contract.js";
import { setReading } from "../../model/actions.js";
import { figure } from "../../model/money.js";
import { entitlementsDue } from "../../speech/answer.js";
import { nameOfCategory } from "../../speech/category.js";
import { identityState } from "../../speech/identity.js";
import { say, sayAmount, sayDate, type Context } from "../context.js";
import { warningView } from "./categories.js";
import { citationsView, trustWords } from "./cite.js";
import { foldedPart, part } from "./part.js";
import { printedView } from "./printed.js";

const readingId = (reading: Reading): string => `reading-that-matters-${reading.id}`;

function readingChoiceView(context: Context, reading: Reading, choice: ReadingChoice) {
  const { text, change, goTo } = context;
  const use = () => {
    change(setReading(reading.id, choice.id));
    goTo(readingId(reading));
  };
  const words = say(context, choice.label);
  return html`<li class=${choice.chosen ? "reading-now" : ""}>
    <p>${words}</p>
    <p class="reading-total">${text.readingTotal(sayAmount(context, choice.personal_total))}</p>
    ${
      choice.chosen
        ? html`<p class="hint">${text.readingNow}</p>`
        : html`<button type="button" class="quiet" aria-label=${text.readingUseOf(words)} @click=${use}>
            ${text.readingUse}
          </button>`
    }
  </li>`;
}

export function readingsView(context: Context, result: Result) {
  const { text } = context;
  if (result.readings.length === 0) return nothing;
  const items = result.readings.map(
    (reading) =>
      html`<li class="reading" data-reading=${reading.id} id=${readingId(reading)} tabindex="-1">
        <h3>${say(context, reading.label)}</h3>
        <ul class="plain-list readings">
          ${reading.choices.map((choice) => readingChoiceView(context, reading, choice))}
        </ul>
        ${citationsView(context, result, reading.cite)}
      </li>`,
  );
  return foldedPart(
    "readings",
    text.readingsThatMatter,
    html`<p class="lead">${text.readingsThatMatterLead}</p>
      <ul class="plain-list">
        ${items}
      </ul>`,
  );
}

export function identitiesView(context: Context, result: Result) {
  const { text } = context;
  if (result.identities.length === 0) return nothing;
  const items = result.identities.map(
    (identity) =>
      html`<li data-category=${identity.category}>
        <p><b>${say(context, identity.label)}</b></p>
        <p>${identityState(context, identity)}</p>
        ${
          identity.recognised_by
            ? html`<p class="hint">${text.recognisedBy(say(context, identity.recognised_by))}</p>`
            : nothing
        }
        ${citationsView(context, result, identity.cite)}
      </li>`,
  );
  return foldedPart(
    "your-identities",
    text.identitiesHeading,
    html`<ul class="plain-list">
      ${items}
    </ul>`,
  );
}

export function warningsView(context: Context, result: Result) {
  const { early_warning = [] } = result;
  if (early_warning.length === 0) return nothing;
  return part(
    "early-warning",
    context.text.warningsHeading,
    html`<ul class="plain-list cards">
      ${early_warning.map((warning) => warningView(context, result, warning))}
    </ul>`,
  );
}

export function entitlementsView(context: Context, result: Result) {
  const due = entitlementsDue(context, result);
  if (due.length === 0) return nothing;
  const items = due.map(
    ({ id, label, text, cite, if: category }) =>
      html`<li data-entitlement=${id}>
        <p><b>${say(context, label)}</b></p>
        ${category ? html`<p class="hint">${context.text.onceRecognised(nameOfCategory(context, category))}</p>` : nothing}
        <p>${say(context, text)}</p>
        ${citationsView(context, result, cite)}
      </li>`,
  );
  return foldedPart(
    "entitlements",
    context.text.entitlementsHeading,
    html`<ul class="plain-list">
      ${items}
    </ul>`,
  );
}

export function poolsView(context: Context, result: Result) {
  const { text } = context;
  if (result.pools.length === 0) return nothing;
  const items = result.pools.map(
    ({ id, label, parameter, drawn, left }) =>
      html`<li>
        <p>${say(context, label)} <b class="printed">${printedView(context, parameter)}</b></p>
        <dl>
          <div>
            <dt>${text.poolDrawn}</dt>
            <dd id="pool-${id}-drawn">${figure(drawn)}</dd>
          </div>
          <div>
            <dt>${text.poolRemaining}</dt>
            <dd id="pool-${id}-left">${figure(left)}</dd>
          </div>
        </dl>
      </li>`,
  );
  return foldedPart(
    "pools",
    text.poolsHeading,
    html`<ul class="plain-list pools">
      ${items}
    </ul>`,
  );
}

export function assumedView(context: Context, result: Result) {
  const { text } = context;
  if (result.assumed.length === 0) return nothing;
  const items = result.assumed.map(
    ({ fact, label }) => html`<li data-fact=${fact}>${say(context, label)}</li>`,
  );
  return foldedPart(
    "assumed",
    text.assumedHeading,
    html`<p class="hint">${text.assumedLead}</p>
      <ul>
        ${items}
      </ul>`,
  );
}

export function sourcesView(context: Context, result: Result) {
  const { text } = context;
  const items = result.sources.map(
    ({ number, title, issuer, issued, trust }) =>
      html`<li data-trust=${trust}>
        <p><b>${printedView(context, number)}</b> ${say(context, title)}</p>
        <p class="hint">${text.issued(say(context, issuer), sayDate(context, issued))}</p>
        <p class="trust">${trustWords(context, trust)}</p>
      </li>`,
  );
  const packs = result.packs.map(
    ({ version, from }) =>
      html`<p class="hint">
        ${text.rulesVersion(say(context, result.name), version, sayDate(context, from))}
      </p>`,
  );
  return foldedPart(
    "sources",
    text.sourcesHeading,
    html`<ul class="plain-list">
        ${items}
      </ul>
      ${packs}`,
  );
}
