// Text into bytes and back, for hosts without TextEncoder and TextDecoder.

import { platformUtf8, type Utf8 } from "../../loader/utf8.js";

const REPLACEMENT = 0xfffd;

/** A lone surrogate has no bytes of its own. */
function scalar(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code;
}

function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (const character of text) {
    const code = scalar(character.codePointAt(0) ?? REPLACEMENT);
    if (code < 0x80) {
      bytes[end++] = code;
      continue;
    }
    const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[end++] = (more === 1 ? 0xc0 : more === 2 ? 0xe0 : 0xf0) | (code >> (6 * more));
    for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[end++] = 0x80 | ((code >> shift) & 0x3f);
  }
  return bytes.slice(0, end);
}

/** As many code units as can be made into a string at once on every host. */
const AT_ONCE = 8192;

/** The engine writes well-formed UTF-8 alone. */
function decode(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let left = more; left > 0; left -= 1) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
    if (code < 0x10000) units.push(code);
    else units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
    if (units.length >= AT_ONCE) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

export const ownUtf8: Utf8 = { encode, decode };

export function utf8OfHost(): Utf8 {
  const hasBoth = typeof TextEncoder === "function" && typeof TextDecoder === "function";
  return hasBoth ? platformUtf8() : ownUtf8;
}
