// One self-check as a mini-program shows it: makes the view out of the state, and what happens in it into changes of the
// state. It knows no mini-program.

import { ledBack, ledTo } from "../model/path.js";
import type { SelfCheck } from "../model/self-check.js";
import { textsIn } from "../text/index.js";
import { viewOf, type View } from "./view/screen.js";
import type { Scene } from "./view/scene.js";

export interface Shower {
  show(view: View): void;
  /** To the block of this key, once it is shown. */
  scrollTo(key: string): void;
}

export class Session {
  private readonly acts = new Map<string, (value: string) => void>();
  private readonly pressed = new Map<string, boolean>();
  /** The box that is being typed into, and what it was shown with when that began. */
  private typed: { readonly field: string; readonly shown: string } | undefined;
  private rendering = false;
  private target: string | undefined;
  private readonly stopListening: () => void;

  constructor(
    readonly check: SelfCheck,
    private readonly shower: Shower,
  ) {
    this.stopListening = check.subscribe(() => this.renderSoon());
    this.renderSoon();
  }

  end(): void {
    this.stopListening();
    this.rendering = true;
  }

  /** What happened at a block: a press, a choice or what was typed. */
  act(key: string, value = ""): void {
    this.stopTyping();
    this.acts.get(key)?.(value);
  }

  /** Typing begins or goes on; `shown` is what the box was given last. */
  type(field: string, shown: string, value: string): void {
    if (this.typed?.field !== field) this.typed = { field, shown };
    this.acts.get(field)?.(value);
  }

  stopTyping(): void {
    if (!this.typed) return;
    this.typed = undefined;
    this.renderSoon();
  }

  /** Once for all changes of the turn. */
  private renderSoon(): void {
    if (this.rendering) return;
    this.rendering = true;
    void Promise.resolve().then(() => {
      this.rendering = false;
      this.acts.clear();
      this.shower.show(viewOf(this.scene()));
      const { target } = this;
      this.target = undefined;
      if (target !== undefined) this.shower.scrollTo(target);
    });
  }

  private scene(): Scene {
    const { check } = this;
    const { language } = check.state;
    return {
      check,
      language,
      text: textsIn(language),
      typing: this.typed?.field,
      shownIn: (field, entry) => (this.typed?.field === field ? this.typed.shown : entry),
      isOpen: (key, atFirst = false) => this.pressed.get(key) ?? atFirst,
      toggle: (key, open) => {
        this.pressed.set(key, open);
        this.renderSoon();
      },
      on: (key, act) => {
        this.acts.set(key, act);
        return key;
      },
      change: (change) => check.change(change),
      back: () => check.change(() => ledBack(check)),
      goTo: (field) => this.goTo(field),
    };
  }

  private goTo(field: string): void {
    this.check.change(() => ledTo(this.check, field));
    this.target = field;
    this.renderSoon();
  }
}
