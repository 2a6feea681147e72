// The bill as one bar in the order of payment, and the same in words.

import type { Result } from "../loader/contract.js";
import { NO_LIMIT, most } from "../model/money.js";
import { sharesOf } from "../model/shares.js";
import { say, sayAmount, type Speaker } from "./say.js";

export const YOU = "you";
export const MAYBE_YOU = "maybe-you";
export const OPEN = "open";

export interface Picture {
  readonly label: string;
  /** In percent of the whole bar; an id is a payer's, or one of those above. */
  readonly parts: readonly { readonly id: string; readonly from: number; readonly width: number }[];
  /** What the parts mean that are not sure. */
  readonly legend: readonly { readonly id: string; readonly words: string }[];
}

function inWords(speaker: Speaker, { payers, personal }: Result): string {
  const { text } = speaker;
  const words = [
    ...payers.map(({ label, amount }) => ({ words: say(speaker, label), amount })),
    { words: text.you, amount: personal.total },
  ]
    .filter(({ amount }) => most(amount) > 0)
    .map(({ words, amount }) => `${words} ${sayAmount(speaker, amount)}`);
  return text.whoPaysPicture(words.join(text.list));
}

/** Undefined: there is nothing to draw. */
export function pictureOf(speaker: Speaker, result: Result): Picture | undefined {
  const { text } = speaker;
  const { sure, open, maybeYours, yours, whole } = sharesOf(result.total, result.payers, result.personal);
  if (whole === 0 || whole >= NO_LIMIT) return undefined;
  const amounts = [
    ...sure,
    { id: OPEN, amount: open },
    { id: MAYBE_YOU, amount: maybeYours },
    { id: YOU, amount: yours },
  ].filter(({ amount }) => amount > 0);
  let from = 0;
  const parts = amounts.map(({ id, amount }) => {
    const part = { id, from, width: (amount / whole) * 100 };
    from += part.width;
    return part;
  });
  const meanings: Readonly<Record<string, string>> = { [MAYBE_YOU]: text.maybeYours, [OPEN]: text.openShare };
  const legend = parts.flatMap(({ id }) => {
    const words = meanings[id];
    return words === undefined ? [] : [{ id, words }];
  });
  return { label: inWords(speaker, result), parts, legend };
}
