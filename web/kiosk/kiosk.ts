// A page for a kiosk: one person after the other, nothing of one left for the next, no way out to anywhere else.

import { render } from "lit/html.js";
import { Coming } from "../loader/coming.js";
import { SelfCheck } from "../model/self-check.js";
import { AidCheck } from "../page/aid-check.js";
import { followLook } from "../page/look.js";
import { stateFor, type Wishes } from "../model/begin.js";
import { wishesIn } from "../page/wishes.js";
import style from "../page/styles/component.css";
import { firstLanguage } from "../text/language.js";
import { textsIn } from "../text/index.js";
import { Idle } from "./idle.js";
import { InFile } from "./inlined.js";
import { boxIn, press } from "./keypad.js";
import { sideView } from "./side.js";
import { kioskTextsIn } from "./words.js";

/** Also where the browser was started so. */
const FULL_SCREEN = matchMedia("(display-mode: fullscreen)");

const TIMES = { quiet: 90, asking: 30 };

AidCheck.style = { text: style, address: "" };
customElements.define("aid-check", AidCheck);

/** `kiosk.html?lang=en&place=320200` begins each person there. */
function wishes(): Wishes {
  const { place } = wishesIn(location.search, "light");
  return { language: firstLanguage(location.search, []), place, look: { elder: true } };
}

class Kiosk {
  private check: SelfCheck | undefined;
  private readonly idle = new Idle(
    TIMES,
    () => performance.now(),
    () => this.render(),
    () => this.wipe(),
  );

  constructor(
    private readonly element: AidCheck,
    private readonly side: HTMLElement,
    private readonly fresh: () => SelfCheck,
  ) {}

  /** Everything as it was in the morning. */
  readonly wipe = (): void => {
    this.idle.stop();
    const check = (this.check = this.fresh());
    this.element.check = check;
    followLook(document.documentElement, check.state.look);
    check.refresh();
    check.subscribe(() => this.follow(check));
    this.render();
  };

  private follow(check: SelfCheck): void {
    followLook(document.documentElement, check.state.look);
    document.documentElement.lang = check.state.language;
    this.render();
  }

  private readonly goOn = (): void => {
    this.idle.touch();
    this.render();
  };

  /** Somebody is there. */
  readonly touch = (): void => {
    // While it asks, only an answer counts.
    if (this.idle.isAsking) return;
    if (this.idle.isRunning) this.idle.touch();
    else this.idle.start();
    this.render();
  };

  readonly render = (): void => {
    const language = this.check?.state.language ?? "zh-Hans";
    const box = boxIn(this.element);
    render(
      sideView({
        text: kioskTextsIn(language),
        idle: this.idle,
        canFullScreen: document.fullscreenEnabled && !FULL_SCREEN.matches,
        isTyping: box !== undefined,
        press: (key) => {
          const focused = boxIn(this.element);
          if (focused) press(focused, key);
        },
        wipe: this.wipe,
        goOn: this.goOn,
        fullScreen: () => void document.documentElement.requestFullscreen().catch(() => undefined),
      }),
      this.side,
    );
  };
}

/** No menu, no dragging, no dropping: there is nowhere to go. */
function closeWaysOut(): void {
  for (const kind of ["contextmenu", "dragstart", "drop", "dragover", "selectstart"]) {
    addEventListener(kind, (event) => event.preventDefault(), { capture: true });
  }
}

/** Says so in place of the form; "try again" begins from the file. */
const failed = (element: AidCheck) => (error: unknown) => {
  console.error(error);
  element.failed = () => location.reload();
};

async function start(element: AidCheck, side: HTMLElement): Promise<void> {
  element.kiosk = true;
  const supply = new InFile();
  const atlas = await supply.atlas();
  const stock = supply.stock(atlas);
  stock.catch(failed(element));
  const coming = new Coming(stock);
  const year = () => new Date().getFullYear();
  const kiosk = new Kiosk(
    element,
    side,
    () => new SelfCheck(coming, atlas, year(), stateFor(atlas, wishes())),
  );
  kiosk.wipe();
  document.title = textsIn("zh-Hans").title;
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
    addEventListener(kind, kiosk.touch, { capture: true, passive: true });
  }
  for (const kind of ["focusin", "focusout"]) addEventListener(kind, kiosk.render);
  FULL_SCREEN.addEventListener("change", kiosk.render);
}

closeWaysOut();
const element = document.querySelector<AidCheck>("aid-check");
const side = document.querySelector<HTMLElement>("aside");
if (element && side) start(element, side).catch(failed(element));
