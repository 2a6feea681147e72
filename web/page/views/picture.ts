// One bar, stacked in the order of payment. Each part has a tint and a pattern of its own, so that it can be told apart
// without colour; what is not sure yet is hatched on white. The table beside it says the same in words.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import type { Result } from "../../loader/contract.js";
import { MAYBE_YOU, OPEN, YOU, pictureOf, type Picture } from "../../speech/picture.js";
import type { Context } from "../context.js";

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
  [MAYBE_YOU]: svg`<path class="hatch" d="M-2 6L2 10M-2 -2L10 10M6 -2L10 2" />`,
  [OPEN]: svg`<path class="hatch-open" d="M-2 10L10 -2" />`,
};

function look(part: string): string {
  return part === YOU || part in PATTERNS ? part : "other";
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

/** What the hatched parts mean. */
function legendView(legend: Picture["legend"]) {
  if (legend.length === 0) return nothing;
  return html`<ul class="plain-list legend">
    ${legend.map(({ id, words }) => html`<li class="payer-name">${swatchView(id)}<span>${words}</span></li>`)}
  </ul>`;
}

export function pictureView(context: Context, result: Result): TemplateResult | typeof nothing {
  const picture = pictureOf(context, result);
  if (!picture) return nothing;
  const { label, parts, legend } = picture;
  const drawn = parts.map(({ id, from, width }) =>
    partView("bar", id, `${from.toFixed(3)}%`, `${width.toFixed(3)}%`),
  );
  const shown = parts.map(({ id }) => id);
  return html`<svg class="bar" role="img" aria-label=${label}>${patternsView("bar", shown)} ${drawn}</svg>
    ${legendView(legend)}`;
}
