// The engine out of a file of the package, as mini-programs instantiate it: by path, never from bytes.

import { Engine } from "../../loader/engine.js";
import { utf8OfHost } from "./utf8.js";

/** `WXWebAssembly`, or what another host calls it. */
export interface PackageWasm {
  instantiate(path: string, imports: Record<string, never>): Promise<unknown>;
}

interface Made {
  readonly instance?: WebAssembly.Instance;
}

/** The build sees to it that the module imports nothing. */
export function startEngine(wasm: PackageWasm, path: string): Promise<Engine> {
  return Engine.start(async () => {
    const made = await wasm.instantiate(path, {});
    // As in the standard; where the host gives the instance itself, it has no member of that name.
    return (made as Made).instance ?? (made as WebAssembly.Instance);
  }, utf8OfHost());
}
