// JSON as digits and capital letters: what a QR code holds best, and what no messenger cuts out of a link.
//
//   U … W an object (key, value, key, value)   V … W a list   X between two texts
//   digits, "." and "-" stand for themselves; A–P and Q0–TZ for a word; Z and four digits of 16 for any other sign
//   YE "", YT true, YF false, YN null, YD and digits a number

import { WORDS } from "./words.js";

export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined };

const ONE_SIGN = 16;

const codeOf = (index: number): string => {
  if (index < ONE_SIGN) return String.fromCharCode(65 + index);
  const rest = index - ONE_SIGN;
  return "QRST"[Math.floor(rest / 36)] + (rest % 36).toString(36).toUpperCase();
};

const CODES = new Map(WORDS.map((word, index) => [word, codeOf(index)] as const));
const MEANINGS = new Map(WORDS.map((word, index) => [codeOf(index), word] as const));
const LONGEST_FIRST = [...WORDS].sort((a, b) => b.length - a.length);

function compactText(text: string): string {
  let compact = "";
  for (let at = 0; at < text.length;) {
    const word = LONGEST_FIRST.find((each) => text.startsWith(each, at)) ?? text.charAt(at);
    const sign = /[\d.-]/.test(word)
      ? word
      : `Z${word.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    compact += CODES.get(word) ?? sign;
    at += word.length;
  }
  return compact || "YE";
}

const isNested = (compact: string) => /^[UV]/.test(compact);

function joined(items: readonly string[]): string {
  return items.reduce((all, item, index) => {
    const touching = index > 0 && !isNested(item) && !isNested(items[index - 1] ?? "");
    return all + (touching ? "X" : "") + item;
  }, "");
}

export function compacted(value: Plain): string {
  if (typeof value === "string") return compactText(value);
  if (typeof value === "number") return `YD${value}`;
  if (typeof value !== "object") return value ? "YT" : "YF";
  if (value === null) return "YN";
  if (Array.isArray(value)) return `V${joined(value.map(compacted))}W`;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [compactText(name), compacted(member as Plain)],
  );
  return `U${joined(members)}W`;
}

const TOKEN = /YD[\d.-]+|Y[ETFN]|[\d.-]+|[A-P]|[Q-T][\dA-Z]|Z[\dA-F]{4}|[U-X]/g;

const CONSTANTS: Readonly<Record<string, Plain>> = { YE: "", YT: true, YF: false, YN: null };

function meaningOf(token: string): string | undefined {
  if (token.startsWith("Z")) return String.fromCharCode(parseInt(token.slice(1), 16));
  return /^[\d.-]/.test(token) ? token : MEANINGS.get(token);
}

/** Keys and values in turn. */
function objectOf(items: readonly Plain[]): Plain | undefined {
  const members: [string, Plain][] = [];
  for (let at = 0; at < items.length; at += 2) {
    const [name, member] = items.slice(at, at + 2);
    if (typeof name !== "string" || member === undefined) return undefined;
    members.push([name, member]);
  }
  return Object.fromEntries(members);
}

/** What `compacted` was given; undefined: this is nothing that it gave. */
export function expanded(compact: string): Plain | undefined {
  const tokens = compact.match(TOKEN) ?? [];
  if (tokens.join("") !== compact) return undefined;
  const open: { readonly kind: string; readonly items: Plain[] }[] = [{ kind: "", items: [] }];
  let scalar: Plain | undefined;
  for (const token of tokens) {
    const inner = open[open.length - 1];
    if (!inner) return undefined;
    if (/^[U-X]/.test(token)) {
      if (scalar !== undefined) inner.items.push(scalar);
      scalar = undefined;
    }
    if (token === "U" || token === "V") {
      open.push({ kind: token, items: [] });
    } else if (token === "W") {
      open.pop();
      const value = inner.kind === "U" ? objectOf(inner.items) : inner.items;
      if (value === undefined) return undefined;
      open[open.length - 1]?.items.push(value);
    } else if (token.startsWith("Y")) {
      const value = CONSTANTS[token] ?? (token === "YN" ? null : Number(token.slice(2)));
      if (scalar !== undefined || Number.isNaN(value)) return undefined;
      scalar = value;
    } else if (token !== "X") {
      const meaning = meaningOf(token);
      if (meaning === undefined || (scalar !== undefined && typeof scalar !== "string")) return undefined;
      scalar = (scalar ?? "") + meaning;
    }
  }
  const [outermost, ...unclosed] = open;
  if (scalar !== undefined) outermost?.items.push(scalar);
  return unclosed.length === 0 && outermost?.items.length === 1 ? outermost.items[0] : undefined;
}
