// The site's engine.wasm, as far as reading packs goes.

/** A function that gives what the engine finds wrong with a pack's bytes, or undefined where it takes them. */
export async function packReader(bytes) {
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();

  return (pack) => {
    const pointer = exports.aidcheck_alloc(pack.length) >>> 0;
    new Uint8Array(exports.memory.buffer, pointer, pack.length).set(pack);
    const failed = exports.aidcheck_load(pointer, pack.length);
    exports.aidcheck_free(pointer);
    const told = Buffer.from(
      exports.memory.buffer,
      exports.aidcheck_result() >>> 0,
      exports.aidcheck_result_length() >>> 0,
    );
    return failed ? JSON.parse(told).error : undefined;
  };
}
