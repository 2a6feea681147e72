// What there is to mind. What does not fit says how to check it and, on demand, whom to ask; where settled and computed
// figures part, the first step of both stands side by side.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { DiffersAt, Notice, Result } from "../../loader/contract.js";
import { visitCard } from "../../model/fields.js";
import { stepLedger } from "../../model/ledger.js";
import { noticesShown } from "../../speech/answer.js";
import { say, type Context } from "../context.js";
import { citationsView } from "./cite.js";
import { ledgerView } from "./ledger.js";
import { foldedPart } from "./part.js";

/** By the rules and as on the sheet, each as the sum has it. */
export function partingView(context: Context, result: Result, { ours, theirs, message }: DiffersAt) {
  const { text } = context;
  const sides = [
    { words: text.byTheRules, step: ours },
    { words: text.asOnTheSheet, step: theirs },
  ];
  return html`<p>${say(context, message)}</p>
    <div class="parting">
      ${sides.map(
        ({ words, step }) =>
          step &&
          html`<div>
            <h4>${words}</h4>
            ${ledgerView(context, result, words, stepLedger(step))}
          </div>`,
      )}
    </div>`;
}

/** How to find out what is behind it. */
function howToCheck(
  context: Context,
  result: Result,
  { check, report, differs_at, cite }: Notice,
  heading: string,
) {
  const { text } = context;
  return html`${differs_at ? partingView(context, result, differs_at) : nothing}
  ${check ? html`<p><b>${heading}</b> ${say(context, check)}</p>` : nothing}
  ${
    report
      ? html`<details class="fold">
          <summary>${text.whomToAsk}</summary>
          <p>${say(context, report)}</p>
          ${citationsView(context, result, cite)}
        </details>`
      : citationsView(context, result, cite)
  }`;
}

/** At the bill itself: what asks for attention, and all that does not fit; the rest stands with the answer. */
export function remarkView(
  context: Context,
  result: Result,
  notice: Notice,
): TemplateResult | typeof nothing {
  const { code, level, message, check } = notice;
  if (!check && level === "info") return nothing;
  return html`<div class="remark remark-${level}" data-code=${code}>
    <p>${say(context, message)}</p>
    ${
      check
        ? html`<details class="fold">
            <summary>${context.text.howToCheck}</summary>
            ${howToCheck(context, result, notice, "")}
          </details>`
        : nothing
    }
  </div>`;
}

function noticeView(context: Context, result: Result, notice: Notice) {
  const { text, goTo } = context;
  const { code, level, message, visit } = notice;
  return html`<li class="notice notice-${level}" data-code=${code}>
    <p class="level">${text.level[level]}</p>
    <p>${say(context, message)}</p>
    ${howToCheck(context, result, notice, text.howToCheck)}
    ${
      visit === undefined
        ? nothing
        : html`<button type="button" class="link" @click=${() => goTo(visitCard(Number(visit) - 1))}>
            ${text.goToVisit(text.visitNumber(Number(visit)))}
          </button>`
    }
  </li>`;
}

function listView(context: Context, result: Result, notices: readonly Notice[]) {
  return html`<ul class="plain-list">
    ${notices.map((notice) => noticeView(context, result, notice))}
  </ul>`;
}

export function noticesView(context: Context, result: Result): TemplateResult | typeof nothing {
  const { text } = context;
  const shown = noticesShown(result);
  if (shown.length === 0) return nothing;
  const misfits = shown.filter(({ check }) => check);
  const others = shown.filter(({ check }) => !check);
  return foldedPart(
    "notices",
    text.noticesCount(shown.length),
    html`${
      misfits.length > 0
        ? html`<h3>${text.misfitsHeading}</h3>
            <p class="hint">${text.misfitsLead}</p>
            ${listView(context, result, misfits)}`
        : nothing
    }
    ${others.length > 0 ? listView(context, result, others) : nothing}`,
  );
}
