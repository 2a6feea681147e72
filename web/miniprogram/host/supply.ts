// The places and rules inside the package. The text of a place's rules is not read before the place is chosen.

import type { Stock } from "../../loader/coming.js";
import { Atlas, readProvinces, type Place } from "../../model/places.js";
import { startEngine, type PackageWasm } from "./engine.js";

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

export async function stockOf(
  rules: Rules,
  atlas: Atlas,
  wasm: PackageWasm | undefined,
  path: string,
): Promise<Stock> {
  if (!wasm) throw new Error("no WebAssembly in this mini-program host");
  const engine = await startEngine(wasm, path);
  return {
    engine,
    rulesFor: (place) => atlas.versionsFor(place).map(({ file }) => rules.files[file]?.() ?? ""),
  };
}
