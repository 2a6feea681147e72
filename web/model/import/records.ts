// What the readers of the three forms hand over: names and values as they stand there, a list for each bill.

import type { Target } from "./names.js";

export type Reason =
  | "name"
  | "unclear"
  | "negative"
  | "decimals"
  | "conflict"
  | "cumulative"
  | "sum"
  | "mixed"
  | "extra"
  | "mutual"
  | "hint"
  | "private"
  | "words_count"
  | "text"
  | "cells";

export interface NotUnderstood {
  readonly name: string;
  readonly value: string;
  readonly reason: Reason;
}

export interface Entry {
  readonly name: string;
  readonly value: string;
  /** Why it cannot be taken, where the reader knows already. */
  readonly reason?: Reason;
  /** What it means, where the name does not say so. */
  readonly target?: Target;
}

/** One payer of a list of payers. */
export interface Fund {
  readonly code: string;
  readonly name: string;
  readonly value: string;
}

export interface Bill {
  readonly entries: Entry[];
  readonly funds: Fund[];
}

export interface Read {
  readonly bills: readonly Bill[];
  /** What belongs to none of them. */
  readonly rest: readonly NotUnderstood[];
}

/** Why nothing can be read at all. */
export type Problem = "empty" | "too_long" | "cut" | "broken" | "encoding" | "no_text" | "nothing";
