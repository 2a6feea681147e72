// What to find out next: the one question that narrows the answer most, and the rest of what is not known.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Result, Unknown } from "../../loader/contract.js";
import { fieldAt, type Origins } from "../../model/fields.js";
import { nextQuestion } from "../../model/telling.js";
import { nameOf } from "../../speech/answer.js";
import { say, type Context } from "../context.js";
import { foldedPart } from "./part.js";

function goToButton(context: Context, { at }: Unknown, origins: Origins, kind: string, words: string) {
  const field = fieldAt(at, origins);
  if (field === undefined) return nothing;
  return html`<button type="button" class=${kind} @click=${() => context.goTo(field)}>${words}</button>`;
}

export function askView(context: Context, result: Result, origins: Origins): TemplateResult | typeof nothing {
  const { text } = context;
  const next = nextQuestion(result);
  if (!next) return nothing;
  const name = nameOf(context, result, next);
  return html`<div class="ask" data-ask=${next.fact}>
    <h3>${text.askHeading(name)}</h3>
    <p>${"text" in next ? say(context, next.text) : text.askFirst}</p>
    ${goToButton(context, next, origins, "plain", text.fillInHere(name))}
  </div>`;
}

/** What else was not known and matters, each with the way to its question. */
export function unknownView(context: Context, result: Result, origins: Origins) {
  const { text } = context;
  const { unknown } = result;
  if (unknown.length === 0) return nothing;
  return foldedPart(
    "unknown",
    text.unknownHeading,
    html`<p class="hint">${text.unknownLead}</p>
      <ul class="plain-list todo">
        ${unknown.map(
          (each) =>
            html`<li data-unknown=${each.fact}>
              ${goToButton(context, each, origins, "link", nameOf(context, result, each))}
            </li>`,
        )}
      </ul>`,
  );
}
