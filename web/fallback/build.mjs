// engine.js: the same engine as JavaScript, by Binaryen, for browsers that have no WebAssembly or may not use it.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";

/** Binaryen writes a module that makes one instance; a function makes as many as are wanted. */
function asFunction(module) {
  const exported = module.replace(/^export var .*$/gm, "");
  if (/^(import|export)\b/m.test(exported)) throw new Error("engine.js: more than an instance is exported");
  return `self.aidcheckEngine = () => {${exported}\nreturn retasmFunc;};`;
}

export async function writeEngineJs(folder) {
  const work = await mkdtemp(join(tmpdir(), "aidcheck-"));
  const module = join(work, "engine.mjs");
  await promisify(execFile)("wasm2js", ["-Oz", join(folder, "engine.wasm"), "-o", module]);
  const source = asFunction(await readFile(module, "utf8"));
  const { code } = await transform(source, { minify: true, target: "es2019", charset: "utf8" });
  await writeFile(join(folder, "engine.js"), code);
  await rm(work, { recursive: true });
}
