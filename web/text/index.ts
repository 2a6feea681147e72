import type { Language, Words } from "../loader/contract.js";
import { en } from "./en.js";
import { allToHant, toHant } from "./hant.js";
import { zhHans, type DateParts, type Text } from "./zh-Hans.js";

export type { DateParts, Text };

let zhHant: Text | undefined;

export function textsIn(language: Language): Text {
  if (language === "zh-Hant") return (zhHant ??= allToHant(zhHans));
  return language === "en" ? en : zhHans;
}

/** What engine and packs say. */
export function wordsIn(language: Language, words: Words): string {
  return language === "zh-Hant" ? toHant(words["zh-Hans"]) : words[language];
}

/** What stands in a document as it is printed there, in Chinese whatever the language of the page. */
export function printedIn(language: Language, printed: string): string {
  return language === "zh-Hant" ? toHant(printed) : printed;
}
