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

const PLACES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** `1万2千`, `3千5百`, `1万2345.50` → digits. `1万2` may be meant either way, so it is none. */
function spoken(number: string): string | undefined {
  const [, wan = "", tail = "", qian, bai = "0"] =
    /^(?:(\d{1,4})万)?(?:(\d{4}(?:\.\d*)?)|(\d)千(?:(\d)百)?)$/.exec(number) ?? [];
  if (qian) return `${wan}${qian}${bai}00`;
  return wan && tail ? wan + tail : undefined;
}

/**
 * `"￥１２，０００.50 元"` → `"12000.50"`, `"1.2万"`, `"1万2千"` → `"12000"`. Signs and decimals too many are the engine's
 * to judge. Not read: `12万5`, figures in Chinese numerals, `1e3`, `约3000`.
 */
export function readAmount(typed: string): Decimal | undefined {
  const [, sign = "", number = ""] =
    /^(-?(?:[¥￥]|RMB|CNY|人民币)?-?)([\d.,百千万亿]+)(?:元|圆|块|块钱|RMB|CNY)?整?$/i.exec(plain(typed)) ??
    [];
  const together = spoken(number);
  const [, digits = together ?? "", first = "", second = ""] =
    (!together && /^([\d.,]+)([百千]?)([万亿]?)$/.exec(number)) || [];
  if (!/\d/.test(digits) || !DIGITS.test(digits) || /-.*-/.test(sign)) return undefined;
  const [whole = "", fraction = ""] = digits.replace(/,/g, "").split(".");
  return (
    (sign.includes("-") ? "-" : "") + shift(whole, fraction, (PLACES[first] ?? 0) + (PLACES[second] ?? 0))
  );
}

/**
 * `"3000到5000"`, `"3000-5000元"`, `"1到2万"` → its ends. In the last both are meant in 万; in `"5000到1万"` only the
 * second can be. Which end is the larger is the engine's to mind.
 */
export function readAmountRange(typed: string): readonly [from: Decimal, to: Decimal] | undefined {
  const [, from = "", to = ""] = /^([^-~到至]+)[-~到至]+([^-~到至]+)$/.exec(plain(typed)) ?? [];
  const [, unit = ""] = /^[\d.,]+([百千万亿]+)\D*$/.exec(to) ?? [];
  const shared = /[百千万亿]/.test(from) || parseFloat(from) > parseFloat(to) ? "" : unit;
  const ends = [readAmount(from + shared), readAmount(to)] as const;
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
