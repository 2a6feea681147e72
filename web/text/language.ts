// Which language to begin with: what the address asks for, else what the browser prefers. Nothing of it is kept.

import type { Language } from "../loader/contract.js";

/** Each by its own name, short and whole. */
export const LANGUAGES: readonly (readonly [Language, short: string, name: string])[] = [
  ["zh-Hans", "简", "简体中文"],
  ["zh-Hant", "繁", "繁體中文"],
  ["en", "EN", "EN English"],
];

/** Of a tag as browsers and addresses write it: `zh-TW`, `zh-Hant-HK`, `en-GB`. */
export function languageOf(tag: string): Language | undefined {
  if (/^en\b/i.test(tag)) return "en";
  if (!/^(zh|yue)\b/i.test(tag)) return undefined;
  return /-(hant|tw|hk|mo)\b/i.test(tag) && !/-hans\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}

/** `search` is the address's part behind `?`, `preferred` what the browser says, best first. */
export function firstLanguage(search: string, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get("lang") ?? "";
  for (const tag of [asked, ...preferred]) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return "zh-Hans";
}
