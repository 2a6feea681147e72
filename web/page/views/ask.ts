// What to find out next: the one question that narrows the answer most, and the rest of what is not known.

import { html, nothing, type TemplateResult } from "lit";
import type { Result, Unknown } from "../../loader/contract.js";
import { fieldAt, type Origins } from "../../model/fields.js";
import { say, type Context } from "../context.js";
import { part } from "./part.js";

function goToButton(context: Context, { at }: Unknown, origins: Origins, kind: string, words: string) {
  const field = fieldAt(at, origins);
  if (field === undefined) return nothing;
  return html`<button type="button" class=${kind} @click=${() => context.goTo(field)}>${words}</button>`;
}

/** With several bills, the bill that it is about. */
export function nameOf(context: Context, result: Result, { label, visit }: Unknown): string {
  const words = say(context, label);
  if (visit === undefined || result.visits.length < 2) return words;
  return `${context.text.visitNumber(Number(visit))} · ${words}`;
}

function askCard(context: Context, result: Result, best: Unknown, why: string, origins: Origins) {
  const { text } = context;
  const name = nameOf(context, result, best);
  return html`<div class="ask" data-ask=${best.fact}>
    <h3>${text.askHeading(name)}</h3>
    <p>${why}</p>
    ${goToButton(context, best, origins, "plain", text.fillInHere(name))}
  </div>`;
}

/** What narrows the answer most; where no single thing surely does, the first that is not known. */
export function askView(context: Context, result: Result, origins: Origins): TemplateResult | typeof nothing {
  const [best] = result.ask;
  if (best) return askCard(context, result, best, say(context, best.text), origins);
  const [first] = result.unknown;
  return first ? askCard(context, result, first, context.text.askFirst, origins) : nothing;
}

/** What else was not known and matters, each with the way to its question. */
export function unknownView(context: Context, result: Result, origins: Origins) {
  const { text } = context;
  const { unknown } = result;
  if (unknown.length === 0) return nothing;
  return part(
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
