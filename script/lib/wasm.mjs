// engine.wasm by its exports alone, without the project's loader.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** A fresh engine; what it gives calls an export with bytes: call("aidcheck_load", bytes). */
export async function loadWasm(file) {
  const module = await WebAssembly.compile(readFileSync(file));
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    assert.equal(kind, "function", `import ${from}.${name}`);
    (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  return callsOf(exports);
}

/** The same for the exports of an instance, however it was made. */
export function callsOf(exports) {
  exports._initialize?.();
  assert.equal(exports.aidcheck_abi(), 1);

  const call = (name, bytes) => {
    const pointer = exports.aidcheck_alloc(bytes.length) >>> 0;
    assert.notEqual(pointer, 0, "memory for the input");
    new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
    const failed = exports[name](pointer, bytes.length);
    exports.aidcheck_free(pointer);
    const length = exports.aidcheck_result_length() >>> 0;
    const result = new Uint8Array(exports.memory.buffer, exports.aidcheck_result() >>> 0, length);
    return { failed, text: new TextDecoder("utf-8", { fatal: true }).decode(result) };
  };
  return Object.assign(call, { memory: exports.memory });
}
