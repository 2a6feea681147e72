import type { Language } from "../../loader/contract.js";
import { en } from "./en.js";
import { zhHans, type ImportText } from "./zh-Hans.js";

export type { ImportText };

export const importTexts: Readonly<Record<Language, ImportText>> = { "zh-Hans": zhHans, en };
