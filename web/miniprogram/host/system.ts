// What the person has set in WeChat: size of type, ground, language. Read, never kept.

import type { Language } from "../../loader/contract.js";
import { languageOf } from "../../text/language.js";

export interface SystemLook {
  /** What 1rem is on the page, in px. */
  readonly unit: number;
  /** The type is set as large as in WeChat's care mode. */
  readonly care: boolean;
  readonly dark: boolean;
  readonly language: Language;
}

/** As `wx.getAppBaseInfo` and the older `wx.getSystemInfoSync` have it; not every version has all of it. */
export interface Told {
  readonly fontSizeSetting?: number;
  readonly fontSizeScaleFactor?: number;
  readonly theme?: string;
  readonly language?: string;
}

/** Type is never smaller than the page has it, and the running text never larger than 30 px. */
const SMALLEST = 16;
const LARGEST = 26.6;
/** Standard is 16 or 17 px; the care mode begins at 22. */
const STANDARD = 17;
const CARE = 22;

function factorOf({ fontSizeScaleFactor, fontSizeSetting = STANDARD }: Told): number {
  return fontSizeScaleFactor ?? fontSizeSetting / STANDARD;
}

export function systemLook(told: Told): SystemLook {
  const factor = factorOf(told);
  return {
    unit: Math.min(LARGEST, Math.max(SMALLEST, Math.round(SMALLEST * factor * 10) / 10)),
    care: (told.fontSizeSetting ?? STANDARD * factor) >= CARE,
    dark: told.theme === "dark",
    language: languageOf((told.language ?? "").replace(/_/g, "-")) ?? "zh-Hans",
  };
}
