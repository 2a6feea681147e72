import type { Language } from "../loader/contract.js";
import { en } from "./en.js";
import { zhHans, type DateParts, type Text } from "./zh-Hans.js";

export type { DateParts, Text };

export const texts: Readonly<Record<Language, Text>> = { "zh-Hans": zhHans, en };
