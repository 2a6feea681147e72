import type { Language } from "../../loader/contract.js";
import { allToHant } from "../hant.js";
import { en } from "./en.js";
import { zhHans, type ImportText } from "./zh-Hans.js";

export type { ImportText };

let zhHant: ImportText | undefined;

export function importTextsIn(language: Language): ImportText {
  if (language === "zh-Hant") return (zhHant ??= allToHant(zhHans));
  return language === "en" ? en : zhHans;
}
