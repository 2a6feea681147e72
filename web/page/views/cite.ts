// Where a rule stands: document number and article, with our paraphrase and its trust on demand.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Citation, Result } from "../../loader/contract.js";
import { say, type Context } from "../context.js";
import { printedView } from "./printed.js";

export function trustWords({ text }: Context, trust: string): string {
  return text.trust[trust] ?? text.trustUnknown;
}

function citationView(context: Context, result: Result, { source: sourceId, article: articleId }: Citation) {
  const { text } = context;
  const source = result.sources.find(({ id }) => id === sourceId);
  const article = source?.articles.find(({ id }) => id === articleId);
  if (!source) return nothing;
  return html`<details class="cite">
    <summary>
      <span
        >${printedView(context, source.number)}${text.gap}${article ? say(context, article.label) : articleId}</span
      >
    </summary>
    ${article ? html`<p>${say(context, article.text)}</p>` : nothing}
    <p class="hint">${text.paraphrase} · ${trustWords(context, source.trust)}</p>
  </details>`;
}

export function citationsView(context: Context, result: Result, cite: readonly Citation[]): TemplateResult[] {
  return cite.map((each) => html`${citationView(context, result, each)}`);
}
