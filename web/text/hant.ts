// Traditional characters out of simplified ones: phrases first, then one character at a time. Of what the page is built
// with, every text comes out as OpenCC and our terms have it (tests/hant/); of packs added later, nearly all.

import { from, phrases, to } from "hant-table";

let convert: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  const becomes = new Map([...from].map((character, index) => [character, to[index] ?? ""]));
  const words = phrases.split(" ").map((both) => {
    const word = both.slice(0, both.length / 2);
    becomes.set(word, both.slice(word.length));
    return word;
  });
  const pattern = new RegExp(`${words.join("|")}|[${from}]`, "g");
  return (text) => text.replace(pattern, (found) => becomes.get(found) ?? found);
}

/** Made at the first use: most people read simplified characters. */
export function toHant(text: string): string {
  return (convert ??= converter())(text);
}

/** All texts of the page at once, those that a function puts together too. */
export function allToHant<T>(texts: T): T {
  if (typeof texts === "string") return toHant(texts) as T;
  if (typeof texts === "function") return ((...values: unknown[]) => allToHant(texts(...values))) as T;
  if (Array.isArray(texts)) return texts.map(allToHant) as T;
  return Object.fromEntries(
    Object.entries(texts as object).map(([key, each]) => [key, allToHant(each)]),
  ) as T;
}
