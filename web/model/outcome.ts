// What came of what was entered: nothing yet, something still to do, an answer, or a failure.

import type { EngineError, Result } from "../loader/contract.js";
import type { Problem } from "./case.js";
import { PLACE, type Origins } from "./fields.js";

/** What the answer would be if a category that is likely were recognised. */
export interface Supposed {
  readonly category: string;
  readonly result: Result;
}

export type Outcome =
  /** No place is chosen yet. */
  | { readonly kind: "start" }
  /** Something is still to be filled in or put right. */
  | { readonly kind: "incomplete"; readonly problems: readonly Problem[]; readonly guide?: Result }
  | {
      readonly kind: "settled";
      readonly result: Result;
      readonly origins: Origins;
      readonly supposed?: Supposed | undefined;
    }
  /** Not the person's doing, and nothing at a field would help. */
  | { readonly kind: "failed"; readonly error: EngineError };

/** What there is to say about categories: the whole answer, or before there is a bill one about the person alone. */
export function guideOf(outcome: Outcome): Result | undefined {
  if (outcome.kind === "settled") return outcome.result;
  return outcome.kind === "incomplete" ? outcome.guide : undefined;
}

export function problemsOf(outcome: Outcome): readonly Problem[] {
  if (outcome.kind === "start") return [{ field: PLACE, kind: "missing" }];
  return outcome.kind === "incomplete" ? outcome.problems : [];
}
