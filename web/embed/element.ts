// <aid-check place="320200" lang="zh-Hans" theme="dark">: the component for portals that allow its script. It starts when
// it comes near the screen, and needs no more of the page around it than a place to stand; see docs/embed.md.

import { setFirstPlace, setLanguage, setLook, setPlace } from "../model/actions.js";
import type { Atlas } from "../model/places.js";
import type { SelfCheck } from "../model/self-check.js";
import { AidCheck } from "../page/aid-check.js";
import { Start, type Supply } from "../page/start.js";
import type { Wishes } from "../model/begin.js";
import { Site, folderOfScript } from "../page/supply.js";
import { lookOf } from "../page/wishes.js";
import { firstLanguage } from "../text/language.js";
import style from "./element.css";

/** Asked again only where it failed. */
function once<Given extends unknown[], Got>(ask: (...given: Given) => Promise<Got>) {
  let asked: Promise<Got> | undefined;
  return (...given: Given): Promise<Got> =>
    (asked ??= ask(...given).catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}

const folder = folderOfScript();
const site = new Site(folder);
/** Several on one page fetch once. */
const supply: Supply = { atlas: once(() => site.atlas()), stock: once((atlas: Atlas) => site.stock(atlas)) };
AidCheck.home = () => folder;
AidCheck.style = { text: style, address: `${folder}element.css` };

/** Begins loading this far before it is seen. */
const NEAR = "400px";

class EmbeddedAidCheck extends AidCheck {
  static readonly observedAttributes = ["place", "lang", "theme", "elder"];

  override get bare(): boolean {
    return true;
  }

  private begun: SelfCheck | undefined;
  private told = "";
  private near: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.begun) return;
    if (this.hasAttribute("eager") || !("IntersectionObserver" in window)) return this.start();
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.start();
      },
      { rootMargin: NEAR },
    );
    this.near.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.near?.disconnect();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const check = this.begun;
    if (!check || before === now) return;
    const { place, language, look } = this.wishes();
    if (name === "place") {
      const known = check.atlas.find(place);
      check.change((state) =>
        setPlace(known ? place : "")(setFirstPlace(known?.province ?? "", true)(state)),
      );
    } else if (name === "lang") check.change(setLanguage(language));
    else check.change(setLook({ contrast: false, elder: false, ...look }));
  }

  private wishes(): Wishes {
    const asked = (name: string) => this.getAttribute(name) ?? "";
    return {
      language: firstLanguage(`?lang=${asked("lang")}`, [
        document.documentElement.lang,
        ...navigator.languages,
      ]),
      place: asked("place"),
      look: lookOf(asked("theme") || "light", this.hasAttribute("elder")),
    };
  }

  private start(): void {
    this.near?.disconnect();
    const start = new Start(
      this,
      supply,
      () => this.wishes(),
      (check) => {
        this.begun = check;
        check.subscribe(() => this.tell(check));
      },
      (isReady) => this.dispatchEvent(new CustomEvent(isReady ? "ready" : "error")),
    );
    void start.run();
  }

  /** Nothing about the person, unless the portal asks for the result. */
  private tell({ outcome }: SelfCheck): void {
    if (outcome.kind !== "settled") return;
    const text = JSON.stringify(outcome.result);
    if (text === this.told) return;
    this.told = text;
    const detail: unknown = this.hasAttribute("with-result") ? JSON.parse(text) : null;
    this.dispatchEvent(new CustomEvent("estimate", { detail }));
  }
}

if (!customElements.get("aid-check")) customElements.define("aid-check", EmbeddedAidCheck);
