// Before there is a page: getting ready, or what to do where it could not. No language has been chosen yet, so all are
// shown.

import { html, type TemplateResult } from "lit/html.js";
import { texts } from "../../text/index.js";

const LANGUAGES = Object.entries(texts);

export function waitingView(again: (() => void) | undefined): TemplateResult {
  if (!again) {
    return html`<main class="waiting" role="status">
      <div>${LANGUAGES.map(([language, text]) => html`<p lang=${language}>${text.preparing}</p>`)}</div>
      <div class="moving" aria-hidden="true"></div>
    </main>`;
  }
  return html`<main class="waiting">
    <div role="alert">
      ${LANGUAGES.map(
        ([language, text], index) =>
          html`<div lang=${language}>
            ${index === 0 ? html`<h1>${text.cannotStart}</h1>` : html`<h2>${text.cannotStart}</h2>`}
            <p>${navigator.onLine ? text.cannotStartHelp : text.cannotStartOffline}</p>
          </div>`,
      )}
    </div>
    <button type="button" class="main-action" @click=${again}>
      ${LANGUAGES.map(([language, text]) => html`<span lang=${language}>${text.tryAgain}</span> `)}
    </button>
  </main>`;
}
