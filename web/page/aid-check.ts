// The one custom element. All views render into its shadow root, so that labels, descriptions and ids share one tree
// and the page around it keeps its own style. It needs no more of Lit than its templates.

import { html, nothing, render } from "lit/html.js";
import { ledBack, ledTo, stopNow } from "../model/path.js";
import type { SelfCheck } from "../model/self-check.js";
import { announcement } from "../speech/answer.js";
import { contextOf, type Context } from "./context.js";
import { followLook } from "./look.js";
import { layOutForPrint } from "./printing.js";
import { appView } from "./views/app.js";
import { headingOf } from "./views/steps.js";
import { waitingView } from "./views/waiting.js";
import { Voice } from "./voice.js";

/** Long enough that a screen reader is not interrupted at every key. */
const QUIET_MS = 800;

const FOCUSABLE = "input, select, textarea, button, summary, [tabindex]";

/**
 * What is to be filled in before what explains it; of several radio buttons the chosen one, so that an arrow key goes on
 * from there.
 */
function firstToFocus(target: HTMLElement): HTMLElement | null {
  if (target.matches(FOCUSABLE)) return target;
  return [":checked", "input, select", FOCUSABLE]
    .map((kind) => target.querySelector<HTMLElement>(kind))
    .reduce((first, each) => first ?? each);
}

/** No policy of a page minds a sheet that a script made; browsers that cannot make one fetch the same as a file. */
function dress(root: ShadowRoot): void {
  const { text, address } = AidCheck.style;
  if ("adoptedStyleSheets" in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } else {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    (root as ShadowRoot).prepend(link);
  }
}

export class AidCheck extends HTMLElement {
  /** The style sheet of the shadow root, and where the same is a file. */
  static style = { text: "", address: "" };

  /** The page to which a link leads: of the site, also from within a portal, whose scripts need not read it. */
  static home = () => location.href.replace(/#.*/, "");

  /** Without a head of its own: in a frame or another page. */
  get bare(): boolean {
    return this.hasAttribute("bare");
  }

  /** For one person after the other: no files, no other looks. */
  kiosk = false;

  private readonly root = this.attachShadow({ mode: "open" });
  /** Shows what the document says meanwhile; in a browser too old to go on from here it stays. */
  private readonly meanwhile = this.root.appendChild(document.createElement("slot"));
  private shown: SelfCheck | undefined;
  private again: (() => void) | undefined;
  private announced = "";
  private stale = false;
  private typing: string | undefined;
  /** The stop that was rendered last. */
  private stop = "";
  /** What was brought in last, opened or not. */
  private news: object | undefined;
  private readonly voice = new Voice(() => this.renderSoon());

  private unsubscribe: (() => void) | undefined;
  private leavePrinting: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rendered: Promise<void> | undefined;

  set check(check: SelfCheck | undefined) {
    if (check === this.shown) return;
    this.unsubscribe?.();
    // Of one person nothing is left for the next.
    clearTimeout(this.timer);
    this.announced = "";
    this.typing = undefined;
    this.voice.stop();
    render(nothing, this.root);
    this.shown = check;
    this.unsubscribe = check?.subscribe(() => {
      followLook(this, check.state.look);
      this.renderSoon();
      this.announceSoon();
    });
    if (check) followLook(this, check.state.look);
    this.renderSoon();
  }

  /** Called by "try again" where the engine or the rules could not be fetched. */
  set failed(again: (() => void) | undefined) {
    this.again = again;
    this.renderSoon();
  }

  /** Called where a newer version did not arrive whole. */
  notRenewed(): void {
    this.stale = true;
    this.renderSoon();
  }

  connectedCallback(): void {
    dress(this.root);
    this.leavePrinting = layOutForPrint(this.root, () => this.shown && this.context(this.shown));
    for (const change of ["online", "offline"]) addEventListener(change, this.networkChanged);
    this.renderSoon();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.leavePrinting?.();
    for (const change of ["online", "offline"]) removeEventListener(change, this.networkChanged);
  }

  private readonly networkChanged = () => this.renderSoon();

  /** Once for all changes of the turn. */
  private renderSoon(): void {
    this.rendered ??= Promise.resolve().then(() => {
      this.rendered = undefined;
      const isWaiting = this.again || this.shown?.along.isOpening;
      const check = isWaiting ? undefined : this.shown;
      render(check ? this.page(check) : waitingView(this.again), this.root);
      this.meanwhile.remove();
      if (check) this.arrive(check);
    });
  }

  /**
   * At another stop its heading has the focus, so that everyone is told where they are; where something was brought in,
   * what there is to say of it.
   */
  private arrive(check: SelfCheck): void {
    const now = stopNow(check);
    const stop = `${now.screen} ${now.question}`;
    const before = this.stop;
    this.stop = stop;
    const { unread, openedNow } = check.along;
    const news = unread ?? openedNow?.document;
    const opened = news === this.news ? null : this.root.querySelector<HTMLElement>("#opened");
    if (opened) this.news = news;
    else if (before === "" || before === stop) return;
    this.voice.stop();
    const target = opened ?? this.root.querySelector<HTMLElement>(`#${headingOf(now)}`);
    target?.focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
    this.dispatchEvent(new Event("arrive"));
  }

  private page(check: SelfCheck) {
    const context = this.context(check);
    return html`<div class="page" lang=${context.language}>
      ${appView(context)}
      <p class="visually-hidden" role="status" id="announcement">${this.announced}</p>
    </div>`;
  }

  private context(check: SelfCheck): Context {
    return contextOf(check, {
      typing: this.typing,
      setTyping: (field) => {
        this.typing = field;
        check.typed = field !== undefined;
        this.renderSoon();
      },
      offline: !navigator.onLine,
      bare: this.bare,
      home: AidCheck.home(),
      kiosk: this.kiosk,
      stale: this.stale,
      voice: this.voice,
      back: () => check.change(() => ledBack(check)),
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
    check.change(() => ledTo(check, id));
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
