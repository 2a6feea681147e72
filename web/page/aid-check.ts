// The one custom element. All views render into its shadow root, so that labels, descriptions and ids share one tree
// and the page around it keeps its own style.

import { LitElement, html, unsafeCSS, type PropertyValues } from "lit";
import { openVisit } from "../model/actions.js";
import { visitOfField } from "../model/fields.js";
import type { SelfCheck } from "../model/self-check.js";
import { texts } from "../text/index.js";
import { contextOf, type Context } from "./context.js";
import style from "./styles/component.css";
import { announcement } from "./views/answer.js";
import { appView } from "./views/app.js";

/** Long enough that a screen reader is not interrupted at every key. */
const QUIET_MS = 800;

const FOCUSABLE = "input, select, button, summary, [tabindex]";

/** Of several radio buttons the chosen one, so that an arrow key goes on from there. */
function firstToFocus(target: HTMLElement): HTMLElement | null {
  if (target.matches(FOCUSABLE)) return target;
  return target.querySelector<HTMLElement>(":checked") ?? target.querySelector<HTMLElement>(FOCUSABLE);
}

export class AidCheck extends LitElement {
  static override styles = unsafeCSS(style);
  static override properties = {
    check: { attribute: false },
    failed: { attribute: false },
    announced: { state: true },
    typing: { state: true },
  };

  declare check: SelfCheck | undefined;
  /** Called by "try again" where the engine or the rules could not be fetched. */
  declare failed: (() => void) | undefined;
  declare private announced: string;
  declare private typing: string | undefined;

  private unsubscribe: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.announced = "";
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("check")) return;
    this.unsubscribe?.();
    this.unsubscribe = this.check?.subscribe(() => {
      this.requestUpdate();
      this.announceSoon();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const { check } = this;
    if (!check) return this.waiting();
    const context = this.context(check);
    return html`<div class="page" lang=${context.language}>
      ${appView(context)}
      <p class="visually-hidden" role="status" id="announcement">${this.announced}</p>
    </div>`;
  }

  /** No language has been chosen yet, so both are shown. */
  private waiting() {
    const languages = Object.entries(texts);
    if (!this.failed) {
      return html`<main class="waiting" role="status">
        ${languages.map(([language, text]) => html`<p lang=${language}>${text.preparing}</p>`)}
      </main>`;
    }
    return html`<main class="waiting">
      <div role="alert">
        ${languages.map(
          ([language, text], index) =>
            html`<div lang=${language}>
              ${index === 0 ? html`<h1>${text.cannotStart}</h1>` : html`<h2>${text.cannotStart}</h2>`}
              <p>${text.cannotStartHelp}</p>
            </div>`,
        )}
      </div>
      <button type="button" class="main-action" @click=${this.failed}>
        ${languages.map(([language, text]) => html`<span lang=${language}>${text.tryAgain}</span> `)}
      </button>
    </main>`;
  }

  private context(check: SelfCheck): Context {
    return contextOf(check, {
      typing: this.typing,
      setTyping: (field) => (this.typing = field),
      goTo: (id) => void this.goTo(check, id),
    });
  }

  private announceSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.check) this.announced = announcement(this.context(this.check));
    }, QUIET_MS);
  }

  private async goTo(check: SelfCheck, id: string): Promise<void> {
    const position = visitOfField(id);
    const visit = position === undefined ? undefined : check.state.visits[position];
    if (visit && /^visit-\d+-/.test(id)) check.change(openVisit(visit.key));
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!target) return;
    for (
      let around = target.closest("details");
      around;
      around = around.parentElement?.closest("details") ?? null
    ) {
      around.open = true;
    }
    firstToFocus(target)?.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.clientHeight > innerHeight / 2 ? "start" : "center" });
  }
}

customElements.define("aid-check", AidCheck);
