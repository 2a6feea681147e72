// The head of the page: its name, the elder mode, the languages, and how it looks.

import { html, nothing } from "lit/html.js";
import { setLanguage, setLook } from "../../model/actions.js";
import { THEMES } from "../../model/state.js";
import { LANGUAGES } from "../../text/language.js";
import type { Context } from "../context.js";

function languagesView({ text, language, change }: Context) {
  return html`<div class="languages" role="group" aria-label=${text.language}>
    ${LANGUAGES.map(
      ([id, short, name]) =>
        html`<button
          type="button"
          lang=${id}
          aria-label=${name}
          aria-pressed=${id === language ? "true" : "false"}
          @click=${() => change(setLanguage(id))}
        >
          ${short}
        </button>`,
    )}
  </div>`;
}

function displayView({ text, check, change }: Context) {
  const { theme, contrast } = check.state.look;
  return html`<details class="display">
    <summary>${text.display}</summary>
    <div>
      <div class="languages" role="group" aria-label=${text.theme}>
        ${THEMES.map(
          (id) =>
            html`<button
              type="button"
              data-theme=${id || "auto"}
              aria-pressed=${id === theme ? "true" : "false"}
              @click=${() => change(setLook({ theme: id }))}
            >
              ${text.themes[id || "auto"]}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="quiet"
        data-contrast
        aria-pressed=${contrast ? "true" : "false"}
        @click=${() => change(setLook({ contrast: !contrast }))}
      >
        ${text.contrast}
      </button>
    </div>
  </details>`;
}

function looksView(context: Context) {
  const { text, check, change, kiosk } = context;
  const { elder } = check.state.look;
  if (kiosk) return languagesView(context);
  return html`<button
      type="button"
      class="quiet"
      id="elder"
      aria-pressed=${elder ? "true" : "false"}
      @click=${() => change(setLook({ elder: !elder }))}
    >
      ${text.elder}
    </button>
    ${languagesView(context)} ${elder ? nothing : displayView(context)}`;
}

export function headerView(context: Context, isFirst: boolean) {
  const { text, goTo } = context;
  return html`<header class="top">
    <button type="button" class="skip" @click=${() => goTo("answer")}>${text.skip}</button>
    ${context.bare ? nothing : html`<h1>${text.title}</h1>`}
    <div class="modes">${looksView(context)}</div>
    ${context.stale ? html`<p class="offline" id="not-renewed">${text.notRenewed}</p>` : nothing}
    ${context.offline && !context.kiosk ? html`<p class="offline">${text.offline}</p>` : nothing}
    ${isFirst && !context.bare ? html`<p>${text.tagline}</p>` : nothing}
  </header>`;
}
