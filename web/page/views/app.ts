// The whole page: header, form, answer, what belongs to it, and the word of caution at the foot.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Language } from "../../loader/contract.js";
import { setLanguage } from "../../model/actions.js";
import { tellsNothing } from "../../model/telling.js";
import type { Context } from "../context.js";
import { answerView } from "./answer.js";
import { unknownView } from "./ask.js";
import { explainedView } from "./explained.js";
import { moreView } from "./more.js";
import { noticesView } from "./notices.js";
import { personView } from "./person.js";
import { placeView } from "./place.js";
import {
  assumedView,
  entitlementsView,
  identitiesView,
  poolsView,
  readingsView,
  sourcesView,
  warningsView,
} from "./remarks.js";
import { openedView, takeAlongView } from "./take-along.js";
import { visitsView } from "./visits.js";
import { whatIfView } from "./what-if.js";

const LANGUAGES: readonly (readonly [Language, short: string, name: string])[] = [
  ["zh-Hans", "简", "简体中文"],
  ["zh-Hant", "繁", "繁體中文"],
  ["en", "EN", "EN English"],
];

function headerView({ text, language, change, goTo }: Context) {
  return html`<header class="top">
    <button type="button" class="skip" @click=${() => goTo("answer")}>${text.skip}</button>
    <h1>${text.title}</h1>
    <div class="languages" role="group" aria-label=${text.language}>
      ${LANGUAGES.map(
        ([id, short, name]) =>
          html`<button
            type="button"
            lang=${id}
            aria-label=${name}
            aria-pressed=${id === language ? "true" : "false"}
            @click=${() => change(setLanguage(id))}
          >
            ${short}
          </button>`,
      )}
    </div>
    <p>${text.tagline}</p>
  </header>`;
}

function detailsView(context: Context) {
  const { form, outcome } = context.check;
  if (!form || outcome.kind !== "settled") return nothing;
  const { result, origins } = outcome;
  const figures = tellsNothing(result)
    ? nothing
    : html`<div>
        ${whatIfView(context, result)} ${explainedView(context, form, result)} ${poolsView(context, result)}
        ${readingsView(context, result)}
      </div>`;
  return html`<div class="details">
    ${figures}
    <div>
      ${unknownView(context, result, origins)} ${noticesView(context, result)}
      ${warningsView(context, result)} ${identitiesView(context, result)} ${entitlementsView(context, result)}
      ${assumedView(context, result)} ${sourcesView(context, result)}
    </div>
  </div>`;
}

export function appView(context: Context): TemplateResult {
  const { text, check, goTo } = context;
  const { form } = check;
  return html`${headerView(context)}
    <main>
      <p class="privacy">${text.privacy}</p>
      ${openedView(context)}
      <div class="columns">
        <form class="entry" novalidate @submit=${(event: Event) => event.preventDefault()}>
          ${placeView(context)}
          ${
            form
              ? html`${personView(context, form)} ${visitsView(context, form)} ${moreView(context, form)}`
              : nothing
          }
          ${
            form
              ? html`<button type="button" class="main-action" @click=${() => goTo("answer")}>
                  ${text.seeAnswer}
                </button>`
              : nothing
          }
        </form>
        ${answerView(context)}
      </div>
      ${detailsView(context)} ${takeAlongView(context)}
    </main>
    <footer>${text.footer}</footer>`;
}
