// Beside the path: the keypad, the time that is left, and the way back to the start.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Idle } from "./idle.js";
import type { Key } from "./keypad.js";
import type { kioskTextsIn } from "./words.js";

export interface Side {
  readonly text: ReturnType<typeof kioskTextsIn>;
  readonly idle: Idle;
  readonly canFullScreen: boolean;
  readonly isTyping: boolean;
  press(key: Key): void;
  wipe(): void;
  goOn(): void;
  fullScreen(): void;
}

const DIGITS = ["7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0"] as const;

/** As far around as there is time left. */
function ringView({ idle, text }: Side) {
  if (!idle.isRunning) return nothing;
  return html`<p class="left">
    <svg viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15.9155" class="spent" />
      <circle cx="18" cy="18" r="15.9155" stroke-dasharray="${idle.share * 100} 100" />
    </svg>
    <span>${text.left(Math.max(0, idle.left))}</span>
  </p>`;
}

function keypadView({ text, press, isTyping }: Side) {
  const key = (words: string, pressed: Key, kind = "") =>
    html`<button
      type="button"
      class=${`key ${kind}`}
      ?disabled=${!isTyping}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => press(pressed)}
    >
      ${words}
    </button>`;
  return html`<div class="keypad" role="group" aria-label=${text.keypad}>
      ${DIGITS.map((digit) => key(digit, { type: digit }))} ${key(text.tenThousand, { type: "万" })}
      ${key(text.erase, { erase: "last" }, "wide")} ${key(text.empty, { erase: "all" })}
    </div>
    <p class="keypad-hint">${text.keypadHint}</p>`;
}

function askView({ idle, text, goOn, wipe }: Side) {
  if (!idle.isAsking) return nothing;
  return html`<div class="veil">
    <div
      class="asking"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="asking"
      aria-describedby="wiping"
    >
      <h2 id="asking">${text.stillThere}</h2>
      <p id="wiping">${text.willWipe(Math.max(0, idle.left))}</p>
      <button type="button" class="key go-on" @click=${goOn}>${text.goOn}</button>
      <button type="button" class="key" @click=${wipe}>${text.wipeNow}</button>
    </div>
  </div>`;
}

export function sideView(side: Side): TemplateResult {
  const { text, canFullScreen, wipe, fullScreen } = side;
  return html`${keypadView(side)} ${ringView(side)}
    <button type="button" class="key" id="restart" @click=${wipe}>${text.restart}</button>
    ${
      canFullScreen
        ? html`<button type="button" class="key" id="full-screen" @click=${fullScreen}>
            ${text.fullScreen}
          </button>`
        : nothing
    }
    ${askView(side)}`;
}
