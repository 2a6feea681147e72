// Before there is a page: getting ready, or what to do where it could not. There is nothing to choose a language with
// yet, so the likeliest one is not alone.

import { html, type TemplateResult } from "lit/html.js";
import type { Language } from "../../loader/contract.js";
import { textsIn, type Text } from "../../text/index.js";
import { firstLanguage } from "../../text/language.js";

function languages(): readonly (readonly [Language, Text])[] {
  const first = firstLanguage(location.search, navigator.languages);
  const two: readonly Language[] = [first, first === "en" ? "zh-Hans" : "en"];
  return two.map((language) => [language, textsIn(language)] as const);
}

export function waitingView(again: (() => void) | undefined): TemplateResult {
  const shown = languages();
  if (!again) {
    return html`<main class="waiting">
      <div role="status">
        ${shown.map(([language, text], index) =>
          index === 0
            ? html`<h1 lang=${language}>${text.preparing}</h1>`
            : html`<p lang=${language}>${text.preparing}</p>`,
        )}
      </div>
      <div class="moving" aria-hidden="true"></div>
    </main>`;
  }
  return html`<main class="waiting">
    <div role="alert">
      ${shown.map(
        ([language, text], index) =>
          html`<div lang=${language}>
            ${index === 0 ? html`<h1>${text.cannotStart}</h1>` : html`<h2>${text.cannotStart}</h2>`}
            <p>${navigator.onLine ? text.cannotStartHelp : text.cannotStartOffline}</p>
          </div>`,
      )}
    </div>
    <button type="button" class="main-action" @click=${again}>
      ${shown.map(([language, text]) => html`<span lang=${language}>${text.tryAgain}</span> `)}
    </button>
  </main>`;
}
