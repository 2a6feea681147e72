// The document in the part of an address that no browser sends to anyone. Four signs at its end tell whether all of it
// arrived.

import { compacted, expanded, type Plain } from "./compact.js";
import { slim, type CaseDocument } from "./document.js";
import { readDocument, type Reading } from "./read.js";

const NAME = "#c=";
const CHECK = 36 ** 4;

function checkOf(compact: string): string {
  let sum = 0x811c9dc5;
  for (const sign of compact) sum = Math.imul(sum ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return (sum % CHECK).toString(36).toUpperCase().padStart(4, "0");
}

/** Of a hash its first six bytes, as digits: enough to tell two packs apart, and short. */
export function markOf(hash: string): string {
  const [, digest = ""] = /^sha256-([\w+/]{8})/.exec(hash) ?? [];
  const bytes = digest && atob(digest);
  return String([...bytes].reduce((mark, byte) => mark * 256 + byte.charCodeAt(0), 0));
}

export function fragmentOf({ case: entered, answered, ...rest }: CaseDocument): string {
  const packs = answered?.packs.map((pack) => ({ ...pack, hash: markOf(pack.hash) }));
  const document = { ...rest, case: slim(entered), answered: answered && { ...answered, packs } };
  const compact = compacted(document as unknown as Plain);
  return NAME + compact + checkOf(compact);
}

/** Undefined: the address carries no case. */
export function readFragment(fragment: string): Reading | undefined {
  if (!fragment.startsWith(NAME)) return undefined;
  const compact = fragment.slice(NAME.length, -4);
  if (checkOf(compact) !== fragment.slice(-4)) return { why: "cut" };
  return readDocument(expanded(compact));
}
