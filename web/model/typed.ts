// What people type, turned into what the engine reads, by string work alone: no amount passes through a float.
// `undefined` means: not understood. The typed text itself stays where it is.

/** A decimal number as JSON writes it. */
export type Decimal = string;

const FULL_WIDTH = /[！-～]/g;
const SPACES = /[\s\u00a0\u2007\u2009\u202f\u3000]/g;

function plain(typed: string): string {
  return typed
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(SPACES, "")
    .replace(/。/g, ".")
    .replace(/[−–—〜]/g, "-");
}

// Groups of three, or of four as 万 counts; a comma anywhere else is more likely a slip than a habit.
const DIGITS = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)?(?:\.\d*)?$/;

function shift(whole: string, fraction: string, places: number): Decimal {
  const digits = fraction.padEnd(places, "0");
  const left = (whole + digits.slice(0, places)).replace(/^0+(?=\d)/, "") || "0";
  let right = digits.slice(places);
  // Noughts after the second decimal say nothing, and would look like fractions of a fen.
  while (right.length > 2 && right.endsWith("0")) right = right.slice(0, -1);
  return right === "" ? left : `${left}.${right}`;
}

/** `"￥１２，０００.50 元"` → `"12000.50"`, `"1.2万"` → `"12000"`. Signs and decimals too many are the engine's to judge. */
export function readAmount(typed: string): Decimal | undefined {
  const parts = /^(-?[¥￥]?|[¥￥]-)([\d.,]+)(万?)(?:元|圆|块|块钱)?整?$/.exec(plain(typed));
  const digits = parts?.[2] ?? "";
  if (!parts || !/\d/.test(digits) || !DIGITS.test(digits)) return undefined;
  const [whole = "", fraction = ""] = digits.replace(/,/g, "").split(".");
  const sign = parts[1]?.includes("-") ? "-" : "";
  return sign + shift(whole, fraction, parts[3] ? 4 : 0);
}

/**
 * `"3000到5000"`, `"3000-5000元"`, `"1到2万"` → its ends. In the last both are meant in 万; in `"5000到1万"` only the
 * second can be. Which end is the larger is the engine's to mind.
 */
export function readAmountRange(typed: string): readonly [from: Decimal, to: Decimal] | undefined {
  const [, from = "", to = ""] = /^([^-~到至]+)[-~到至]+([^-~到至]+)$/.exec(plain(typed)) ?? [];
  const unit = !from.includes("万") && parseFloat(from) <= parseFloat(to) ? (/万/.exec(to)?.[0] ?? "") : "";
  const ends = [readAmount(from + unit), readAmount(to)] as const;
  return ends[0] === undefined || ends[1] === undefined ? undefined : [ends[0], ends[1]];
}

/** `"70%"`, `"百分之70"`, `"70"` → `"70"` */
export function readPercent(typed: string): Decimal | undefined {
  const parts = /^(?:百分之)?(\d+(?:\.\d+)?)%?$/.exec(plain(typed));
  return parts?.[1]?.replace(/^0+(?=\d)/, "");
}

export function readWholeNumber(typed: string): Decimal | undefined {
  const digits = plain(typed);
  return /^\d+$/.test(digits) ? digits.replace(/^0+(?=\d)/, "") : undefined;
}

/**
 * `"2024年3月1日"`, `"2024.3.1"`, `"20240301"`, and within `year` also `"3月1日"`, `"3-1"`, `"0301"` → `"2024-03-01"`.
 * Whether such a day exists is the engine's to judge.
 */
export function readDate(typed: string, year: string): string | undefined {
  const text = plain(typed)
    .replace(/[年月./]/g, "-")
    .replace(/[日号]$/, "");
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^()(\d{1,2})-(\d{1,2})$/.exec(text) ??
    /^()(0\d|1[0-2])([0-3]\d)$/.exec(text);
  const inYear = parts?.[1] || year;
  if (!parts || !inYear) return undefined;
  return `${inYear}-${(parts[2] ?? "").padStart(2, "0")}-${(parts[3] ?? "").padStart(2, "0")}`;
}

/** The same, where the calendar has that day: half a date may read like the 0th of a month. */
export function readDay(typed: string, year: string): string | undefined {
  const date = readDate(typed, year);
  const time = Date.parse(date ?? "");
  return date && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}
