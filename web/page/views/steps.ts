// The frame of a screen: where one is on the path, its question, and the ways back and on.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { show } from "../../model/actions.js";
import { goOn, mayGoStraight, previousStop, stepOf, stopNow } from "../../model/path.js";
import { stopAt, type Stop } from "../../model/trail.js";
import { inTheWayWords, onwardWords } from "../../speech/onward.js";
import type { Context } from "../context.js";

export const HEADING = "screen-heading";

/** The id of what says where one is. */
export function headingOf({ screen }: Stop): string {
  return screen === "answer" ? "answer" : HEADING;
}

export function stepHeadView(context: Context): TemplateResult {
  const { check, text, back } = context;
  const stop = stopNow(check);
  const step = stepOf(stop);
  return html`<div class="step-head">
    ${
      previousStop(check)
        ? html`<button type="button" class="back" id="back" @click=${back}>${text.back}</button>`
        : nothing
    }
    <p class="step-count" id="step-count">
      <span aria-hidden="true">${step} / 3</span
      ><span class="visually-hidden">${text.stepOfThree(step)}</span>
      <span>${text.steps[step - 1]}</span>
    </p>
    <svg class="progress" aria-hidden="true">
      ${[0, 1, 2].map(
        (each) =>
          html`<svg x="${each * 34}%" width="32%">
            <rect class=${each < step ? "walked" : ""} width="100%" height="100%" />
          </svg>`,
      )}
    </svg>
  </div>`;
}

export function onwardView(context: Context): TemplateResult {
  const { check, text, change } = context;
  return html`<p class="in-the-way" role="alert" id="in-the-way">${inTheWayWords(context)}</p>
    <div class="onward">
      <button
        type="button"
        class="main-action"
        part="main-action"
        id="next"
        @click=${() => void goOn(context)}
      >
        ${onwardWords(context)}
      </button>
      ${
        mayGoStraight(check)
          ? html`<button
              type="button"
              class="plain"
              id="to-answer"
              @click=${() => change(show(stopAt("answer")))}
            >
              ${text.backToAnswer}
            </button>`
          : nothing
      }
    </div>`;
}
