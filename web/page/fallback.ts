// Where there is no WebAssembly, or the browser does not know the word by which the page's policy allows it: the same
// engine as JavaScript, several times larger and slower. See docs/decisions/018-engine-js.md.

import { Engine } from "../loader/engine.js";
import { trustedAddress } from "./trusted.js";

/** Written by the build. */
declare const ENGINE_JS_INTEGRITY: string;

declare global {
  interface Window {
    aidcheckEngine?: () => WebAssembly.Exports;
  }
}

function load(address: string): Promise<void> {
  const script = document.createElement("script");
  script.src = trustedAddress(address);
  script.integrity = ENGINE_JS_INTEGRITY;
  script.crossOrigin = "anonymous";
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

/** Fetches the engine as JavaScript and starts it. */
export async function startWithoutWasm(folder: string): Promise<Engine> {
  if (!window.aidcheckEngine) await load(`${folder}engine.js`);
  const make = window.aidcheckEngine;
  if (!make) throw new Error("engine.js");
  return Engine.start(() => Promise.resolve({ exports: make() }));
}

const ANY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Whether this page may run WebAssembly. */
export function hasWasm(): boolean {
  try {
    return new WebAssembly.Module(ANY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
