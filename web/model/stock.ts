// Engine and rules together, wherever the texts of the rules are.

import type { Stock } from "../loader/coming.js";
import type { Estimator } from "../loader/contract.js";
import type { Atlas } from "./places.js";

/** `textOf` a file that the list of rules names. */
export function stockOf(
  engine: Estimator,
  atlas: Atlas,
  textOf: (file: string) => string | undefined,
): Stock {
  return { engine, rulesFor: (place) => atlas.versionsFor(place).map(({ file }) => textOf(file) ?? "") };
}
