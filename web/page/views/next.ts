// What to do next: where to apply, what to bring, how long it takes, and whom to tell if a figure looks wrong. What the
// rules say about it comes with its article; the rest is no more than a clerk's advice.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { nextStepWords } from "../../speech/answer.js";
import type { Context } from "../context.js";
import { applyView } from "./categories.js";
import { part } from "./part.js";

export function nextView(context: Context, result: Result): TemplateResult {
  const { text } = context;
  const likely = result.categories?.filter(({ state }) => state === "likely") ?? [];
  return part(
    "next-steps",
    text.nextHeading,
    html`<ul class="next-steps">
        ${nextStepWords(context, result).map((words) => html`<li>${words}</li>`)}
      </ul>
      ${
        likely.length > 0
          ? html`<ul class="plain-list cards">
              ${likely.map((each) => applyView(context, result, each))}
            </ul>`
          : nothing
      }`,
  );
}
