// "I don't know" is an answer like any other: a choice among choices, and beside a box a button that sets aside what
// was typed without losing it.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Context } from "../context.js";
import type { EntryOptions } from "./inputs.js";

export interface UnsureOptions {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

export function unsureToggle({ text }: Context, options: EntryOptions): TemplateResult | typeof nothing {
  const { id, label, unsure } = options;
  if (!unsure) return nothing;
  return html`<button
    type="button"
    class="quiet unsure"
    id="${id}-unsure"
    aria-label=${text.notSureAbout(label)}
    aria-pressed=${unsure.on ? "true" : "false"}
    @click=${() => unsure.set(!unsure.on)}
  >
    ${text.notSure}
  </button>`;
}

/** Said where something was typed that is not used for now. */
export function setAside(
  { text }: Context,
  { entry, unsure }: EntryOptions,
): TemplateResult | typeof nothing {
  return unsure?.on && entry !== "" ? html`<p class="hint">${text.setAside}</p>` : nothing;
}
