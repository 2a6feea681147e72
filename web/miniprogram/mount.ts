// A session inside one instance of the component: begins it, shows it, tells the page around it what happens.

import {
  Session,
  atlasOf,
  isRange,
  patchOf,
  selfCheck,
  setLanguage,
  setLook,
  startEngine,
  stockIn,
  systemLook,
  tellsNothing,
  textsIn,
  type Amount,
  type Language,
  type SelfCheck,
  type Stock,
  type View,
} from "./core.js";
import { told } from "./host/told.js";
import { files, names, places } from "./rules/index.js";

/** The attributes of the component. */
export interface Attributes {
  readonly place: string;
  readonly year: string;
  readonly lang: string;
  readonly elder: boolean;
  readonly theme: string;
  readonly bare: boolean;
  readonly figures: boolean;
  readonly engine: string;
}

/** What is needed of a component. */
export interface Host {
  readonly properties: Attributes;
  setData(data: Record<string, unknown>): void;
  triggerEvent(name: string, detail?: object): void;
  scrollTo(key: string): void;
}

const RULES = { places, names, files };
const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];
const THEMES = ["light", "dark"] as const;

const languageIn = (lang: string) => LANGUAGES.find((each) => each === lang);
const themeIn = (theme: string): "" | "light" | "dark" => THEMES.find((each) => each === theme) ?? "";

export class Mount {
  private readonly system = systemLook(told());
  private dark = this.system.dark;
  private shown: Readonly<Record<string, unknown>> = {};
  private outcome: SelfCheck["outcome"] | undefined;
  private stop = "";
  private readonly check: SelfCheck;
  private readonly session: Session;
  private arrive: (stock: Stock) => void = () => undefined;

  constructor(private readonly host: Host) {
    const { place, year, lang, elder, theme } = host.properties;
    const stock = new Promise<Stock>((resolve) => (this.arrive = resolve));
    const wishes = {
      language: languageIn(lang) ?? this.system.language,
      place,
      year,
      look: { elder: elder || this.system.care, theme: themeIn(theme) },
    };
    this.check = selfCheck(wishes, atlasOf(RULES), stock, new Date().getFullYear());
    this.session = new Session(this.check, {
      show: (view) => this.show(view),
      scrollTo: (key) => host.scrollTo(key),
    });
    wx.onThemeChange?.(this.followTheme);
    void this.start();
  }

  end(): void {
    wx.offThemeChange?.(this.followTheme);
    this.session.end();
  }

  press(key: string, value: string): void {
    if (key === "again") void this.start();
    else this.session.act(key, value);
  }

  type(field: string, shown: string, value: string): void {
    this.session.type(field, shown, value);
  }

  stopTyping(): void {
    this.session.stopTyping();
  }

  /** An attribute was changed by the page around it. */
  follow(attribute: "lang" | "elder" | "theme"): void {
    const { lang, elder, theme } = this.host.properties;
    const language = languageIn(lang);
    if (attribute === "lang" && language) this.check.change(setLanguage(language));
    if (attribute === "elder") this.check.change(setLook({ elder }));
    if (attribute === "theme") this.check.change(setLook({ theme: themeIn(theme) }));
  }

  private readonly followTheme = ({ theme }: { theme: string }): void => {
    this.dark = theme === "dark";
    this.host.setData({ classes: this.classes() });
  };

  private async start(): Promise<void> {
    this.host.setData({ failed: false });
    try {
      if (typeof WXWebAssembly !== "object") throw new Error("this WeChat has no WXWebAssembly");
      const engine = await startEngine(WXWebAssembly, this.host.properties.engine);
      this.arrive(stockIn(RULES, this.check.atlas, engine));
      this.host.triggerEvent("ready");
    } catch (error) {
      const { cannotStart, tryAgain } = textsIn(this.check.state.language);
      this.host.setData({ failed: true, cannotStart, tryAgain });
      this.host.triggerEvent("failure", { code: "engine.not_started", message: String(error) });
    }
  }

  private classes(): string {
    const { elder, theme, contrast } = this.check.state.look;
    const dark = theme === "" ? this.dark : theme === "dark";
    return ["aid-check", dark && "dark", contrast && "contrast", elder && "elder"].filter(Boolean).join(" ");
  }

  private show(view: View): void {
    const data = { ...view, classes: this.classes(), unit: this.system.unit };
    const patch = patchOf(this.shown, data);
    this.shown = data;
    this.host.setData({ ...patch });
    this.tell(view);
  }

  /** At another stop people are shown its beginning. */
  private tell({ stop, screen }: View): void {
    if (this.stop !== "" && stop !== this.stop) {
      this.host.scrollTo("top");
      this.host.triggerEvent("screen", { screen });
    }
    this.stop = stop;
    const { outcome } = this.check;
    if (outcome === this.outcome) return;
    this.outcome = outcome;
    if (outcome.kind !== "start") this.host.triggerEvent("estimate", this.tidings(outcome));
  }

  /** Figures are of the person: the page around gets them only where it asked for them. */
  private tidings(outcome: SelfCheck["outcome"]): object {
    if (outcome.kind === "failed") return { state: "failed", code: outcome.error.code };
    if (outcome.kind !== "settled") return { state: outcome.kind };
    const { personal, payers, total } = outcome.result;
    const state = tellsNothing(outcome.result) ? "open" : isRange(personal.total) ? "range" : "settled";
    if (!this.host.properties.figures) return { state };
    const amounts: Record<string, Amount> = {};
    for (const { id, amount } of payers) amounts[id] = amount;
    return { state, total, personal: personal.total, payers: amounts };
  }
}
