// The one custom element. All views render into its shadow root, so that labels, descriptions and ids share one tree
// and the page around it keeps its own style. It needs no more of Lit than its templates.

import { html, render } from "lit/html.js";
import type { Language } from "../loader/contract.js";
import { openVisit } from "../model/actions.js";
import { visitOfField } from "../model/fields.js";
import type { SelfCheck } from "../model/self-check.js";
import { textsIn } from "../text/index.js";
import { firstLanguage } from "../text/language.js";
import { contextOf, type Context } from "./context.js";
import { layOutForPrint } from "./printing.js";
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

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

export class AidCheck extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private shown: SelfCheck | undefined;
  private again: (() => void) | undefined;
  private announced = "";
  private typing: string | undefined;

  private unsubscribe: (() => void) | undefined;
  private leavePrinting: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rendered: Promise<void> | undefined;

  set check(check: SelfCheck | undefined) {
    this.unsubscribe?.();
    this.shown = check;
    this.unsubscribe = check?.subscribe(() => {
      this.renderSoon();
      this.announceSoon();
    });
    this.renderSoon();
  }

  /** Called by "try again" where the engine or the rules could not be fetched. */
  set failed(again: (() => void) | undefined) {
    this.again = again;
    this.renderSoon();
  }

  connectedCallback(): void {
    this.root.adoptedStyleSheets = [sheetOf(style)];
    this.leavePrinting = layOutForPrint(this.root, () => this.shown && this.context(this.shown));
    this.renderSoon();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.leavePrinting?.();
  }

  /** Once for all changes of the turn. */
  private renderSoon(): void {
    this.rendered ??= Promise.resolve().then(() => {
      this.rendered = undefined;
      render(this.shown ? this.page(this.shown) : this.waiting(), this.root);
    });
  }

  private page(check: SelfCheck) {
    const context = this.context(check);
    return html`<div class="page" lang=${context.language}>
      ${appView(context)}
      <p class="visually-hidden" role="status" id="announcement">${this.announced}</p>
    </div>`;
  }

  /** There is nothing to choose a language with yet, so the likeliest one is not alone. */
  private waiting() {
    const first = firstLanguage(location.search, navigator.languages);
    const languages = [first, first === "en" ? "zh-Hans" : "en"].map(
      (language) => [language, textsIn(language as Language)] as const,
    );
    if (!this.again) {
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
      <button type="button" class="main-action" @click=${this.again}>
        ${languages.map(([language, text]) => html`<span lang=${language}>${text.tryAgain}</span> `)}
      </button>
    </main>`;
  }

  private context(check: SelfCheck): Context {
    return contextOf(check, {
      typing: this.typing,
      setTyping: (field) => {
        this.typing = field;
        this.renderSoon();
      },
      goTo: (id) => void this.goTo(check, id),
    });
  }

  private announceSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.shown) return;
      this.announced = announcement(this.context(this.shown));
      this.renderSoon();
    }, QUIET_MS);
  }

  private async goTo(check: SelfCheck, id: string): Promise<void> {
    const position = visitOfField(id);
    const visit = position === undefined ? undefined : check.state.visits[position];
    if (visit && /^visit-\d+-/.test(id)) check.change(openVisit(visit.key));
    await this.rendered;
    const target = this.root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
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
