// One bar, stacked in the order of payment. Each part has a tint and a pattern of its own, so that it can be
// told apart without colour; the table beside it says the same in words.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Result } from "../../loader/contract.js";
import { money } from "../../model/money.js";
import { say, type Context } from "../context.js";

export const YOU = "you";

/** The payers that have a look of their own; any other takes the last one's. */
const PATTERNS: Readonly<Record<string, SVGTemplateResult>> = {
  basic: svg`<path d="M0 4H8" />`,
  large_amount: svg`<path d="M4 0V8" />`,
  serious_illness: svg`<circle cx="4" cy="4" r="1.4" />`,
  civil_servant: svg`<path d="M0 4H8M4 0V8" />`,
  enterprise: svg`<path d="M0 8L8 0" />`,
  assistance: svg`<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />`,
  top_up: svg`<path d="M0 0L8 8M8 0L0 8" />`,
  other: svg`<circle cx="4" cy="4" r="2.6" />`,
};

function look(payer: string): string {
  return payer === YOU || payer in PATTERNS ? payer : "other";
}

function patternsView(prefix: string, payers: readonly string[]) {
  return svg`<defs>${payers.map(
    (payer) => svg`<pattern id="${prefix}-${payer}" width="8" height="8" patternUnits="userSpaceOnUse">
      <g class="pattern">${PATTERNS[look(payer)] ?? nothing}</g>
    </pattern>`,
  )}</defs>`;
}

function partView(prefix: string, payer: string, x: string, width: string) {
  return svg`<rect class="tint tint-${look(payer)}" x=${x} y="0" width=${width} height="100%" />
    <rect fill="url(#${prefix}-${payer})" x=${x} y="0" width=${width} height="100%" />`;
}

/** The little square before a payer's name in the table. */
export function swatchView(payer: string): TemplateResult {
  return html`<svg class="swatch" width="20" height="20" aria-hidden="true">
    ${patternsView("swatch", [payer])} ${partView("swatch", payer, "0", "100%")}
  </svg>`;
}

export function pictureView(context: Context, result: Result): TemplateResult | typeof nothing {
  const { text } = context;
  const parts = [
    ...result.payers.map(({ id, label, amount }) => ({ id, words: say(context, label), amount })),
    { id: YOU, words: text.you, amount: result.personal.total },
  ].filter(({ amount }) => amount > 0);
  // Shares of the picture's width: drawing, not money.
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (whole === 0) return nothing;
  let from = 0;
  const drawn = parts.map(({ id, amount }) => {
    const x = from;
    from += (amount / whole) * 100;
    return partView("bar", id, `${x.toFixed(3)}%`, `${(from - x).toFixed(3)}%`);
  });
  const words = parts.map((part) => `${part.words} ${money(part.amount)}`).join(text.list);
  return html`<svg class="bar" role="img" aria-label=${text.whoPaysPicture(words)}>
    ${patternsView(
      "bar",
      parts.map(({ id }) => id),
    )}
    ${drawn}
  </svg>`;
}
