// The places and rules inside the package. The text of a place's rules is not read before the place is chosen.

import type { Stock } from "../../loader/coming.js";
import type { Estimator } from "../../loader/contract.js";
import { Atlas, readProvinces, type Place } from "../../model/places.js";
import { stockOf } from "../../model/stock.js";

/** What the build writes into `rules/index.js`. */
export interface Rules {
  readonly places: readonly Place[];
  readonly names: Readonly<Record<string, string>>;
  /** The text of each file. */
  readonly files: Readonly<Record<string, () => string>>;
}

export function atlasOf({ places, names }: Rules): Atlas {
  return new Atlas(places, readProvinces(names));
}

export function stockIn({ files }: Rules, atlas: Atlas, engine: Estimator): Stock {
  return stockOf(engine, atlas, (file) => files[file]?.());
}
