// An amount that stands on a sheet, in whole fen, or why it is none.

import { readAmount } from "../typed.js";

export type NoAmount = "unclear" | "negative" | "decimals";

/** The engine's largest amount, 100 billion yuan: up to there a number holds each fen exactly. */
const LARGEST = 1e13;

/** Of yuan as they were read. */
export function fenOf(decimal: string): number | NoAmount {
  if (decimal.startsWith("-")) return /[1-9]/.test(decimal) ? "negative" : 0;
  const [yuan = "", fraction = ""] = decimal.split(".");
  if (fraction.length > 2) return "decimals";
  const fen = Number(yuan + fraction.padEnd(2, "0"));
  return fen > LARGEST ? "unclear" : fen;
}

/** `"1,234.50元"` → 123450. Accountants write what is negative in brackets: `(5.00)`. */
export function amountOf(text: string): number | NoAmount {
  const decimal = readAmount(text.trim().replace(/^[(（](.*)[)）]$/, "-$1"));
  // Groups of four belong to what is typed; in a line of a sheet they may be two figures.
  return decimal === undefined || /[,，]\d{4}/.test(text) ? "unclear" : fenOf(decimal);
}

/** `52000.00`, as the form takes it. */
export function yuanOf(fen: number): string {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
