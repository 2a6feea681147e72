// <aid-check place="320200" lang="zh-Hans" theme="dark">: the component for portals that allow its script. It starts when
// it comes near the screen, and needs no more of the page around it than a place to stand; see docs/embed.md.

import type { Stock } from "../loader/coming.js";
import { setFirstPlace, setLanguage, setLook, setPlace } from "../model/actions.js";
import type { Atlas } from "../model/places.js";
import type { SelfCheck } from "../model/self-check.js";
import { AidCheck } from "../page/aid-check.js";
import { Start, type Supply, type Wishes } from "../page/start.js";
import { Site, folderOfScript } from "../page/supply.js";
import { lookOf } from "../page/wishes.js";
import { firstLanguage } from "../text/language.js";
import style from "./element.css";

/** Several on one page fetch once. */
class Shared implements Supply {
  private known: Promise<Atlas> | undefined;
  private stocked: Promise<Stock> | undefined;

  constructor(private readonly supply: Supply) {}

  atlas(): Promise<Atlas> {
    this.known ??= this.supply.atlas().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  stock(atlas: Atlas): Promise<Stock> {
    this.stocked ??= this.supply.stock(atlas).catch((error: unknown) => {
      this.stocked = undefined;
      throw error;
    });
    return this.stocked;
  }
}

const folder = folderOfScript();
const supply = new Shared(new Site(folder));
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
    );
    void start.run().then((isReady) => this.dispatchEvent(new CustomEvent(isReady ? "ready" : "error")));
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
