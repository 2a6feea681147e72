// The whole page: its head, the screen at which the person is with the running answer beside it, or the answer with all
// that belongs to it, and the word of caution at the foot.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { PLACE } from "../../model/fields.js";
import { showsField, stopNow } from "../../model/path.js";
import { tellsNothing } from "../../model/telling.js";
import type { Screen } from "../../model/trail.js";
import { screenHeading } from "../../speech/onward.js";
import type { Context } from "../context.js";
import { answerView } from "./answer.js";
import { askView, unknownView } from "./ask.js";
import { bringBackView, draggedOver, dropped, openedView } from "./bring-back.js";
import { categoriesView } from "./categories.js";
import { enteredView } from "./entered.js";
import { explainedView } from "./explained.js";
import { headerView } from "./header.js";
import { moreView } from "./more.js";
import { nextView } from "./next.js";
import { noticesView } from "./notices.js";
import { personView, whoView } from "./person.js";
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
import { HEADING, onwardView, stepHeadView } from "./steps.js";
import { takeAlongView } from "./take-along.js";
import { visitView, visitsView } from "./visits.js";
import { whatIfView } from "./what-if.js";

function screenView(context: Context, form: Form | undefined, screen: Screen) {
  if (!form) return placeView(context);
  switch (screen) {
    case "who":
      return whoView(context, form);
    case "help":
      return categoriesView(context);
    case "person":
      return personView(context);
    case "bills":
      return html`${visitsView(context, form)}
      ${context.check.state.look.elder ? nothing : moreView(context, form)}`;
    case "bill":
      return visitView(context, form);
    default:
      return placeView(context);
  }
}

/** In the elder mode what few need is one press further away. */
function foldedAway({ text }: Context, rest: TemplateResult) {
  return html`<details class="fold" id="more-parts">
    <summary>${text.moreParts}</summary>
    <div class="more-parts">${rest}</div>
  </details>`;
}

/** What belongs to the answer, the most useful first. */
function detailsView(context: Context) {
  const { check } = context;
  const { form, outcome } = check;
  if (!form || outcome.kind !== "settled") return nothing;
  const { result, origins } = outcome;
  const open = tellsNothing(result);
  const rest = html`${noticesView(context, result)} ${unknownView(context, result, origins)}
  ${identitiesView(context, result)} ${entitlementsView(context, result)}
  ${open ? nothing : poolsView(context, result)} ${open ? nothing : readingsView(context, result)}
  ${assumedView(context, result)} ${sourcesView(context, result)}`;
  return html`<div class="details">
    <div>
      ${open ? nothing : explainedView(context, form, result)} ${nextView(context, result)}
      ${open ? nothing : askView(context, result, origins)} ${open ? nothing : whatIfView(context, result)}
      ${warningsView(context, result)}
    </div>
    <div>${enteredView(context, result)} ${check.state.look.elder ? foldedAway(context, rest) : rest}</div>
  </div>`;
}

export function appView(context: Context): TemplateResult {
  const { text, check } = context;
  const { screen } = stopNow(check);
  const main =
    screen === "answer"
      ? html`<div class="answer-page">
          ${stepHeadView(context)} ${answerView(context, false)} ${detailsView(context)}
          ${takeAlongView(context)}
        </div>`
      : html`<div class="columns">
          <form class="step" part="step" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${stepHeadView(context)}
            <h2 id=${HEADING} tabindex="-1">${screenHeading(context, screen)}</h2>
            ${screenView(context, check.form, screen)} ${onwardView(context)}
            ${showsField(check, PLACE) && screen === "where" ? bringBackView(context) : nothing}
          </form>
          ${answerView(context, true)}
        </div>`;
  return html`${headerView(context, screen === "where")}
    <main
      data-screen=${screen}
      @dragover=${draggedOver}
      @drop=${(event: DragEvent) => dropped(context, event)}
    >
      ${screen === "where" ? html`<p class="privacy">${text.privacy}</p>` : nothing} ${openedView(context)}
      ${main}
    </main>
    <footer>${text.footer}</footer>`;
}
