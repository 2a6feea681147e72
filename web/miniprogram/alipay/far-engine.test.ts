import assert from "node:assert/strict";
import { test } from "node:test";
import { anEngine } from "../../loader/an-engine.js";
import type { PackageWasm } from "../host/engine.js";
import { FarEngine, serve, type Port } from "./far-engine.js";

const imports = { env: { emscripten_notify_memory_growth: () => 0 } };
const PATH = "/engine.wasm.br";

/** Of the loader's tests; it is in no package. */
const wasm: PackageWasm = {
  instantiate: (path) =>
    path === PATH ? WebAssembly.instantiate(anEngine(), imports) : Promise.reject(new Error(`no ${path}`)),
};

/** Two ends between which copies go, later. */
function ends(): [near: Port, far: Port] {
  const listeners: ((message: object) => void)[] = [];
  const end = (own: number): Port => ({
    postMessage: (message) => {
      const copy = JSON.parse(JSON.stringify(message)) as object;
      setTimeout(() => listeners[1 - own]?.(copy));
    },
    onMessage: (listener) => {
      listeners[own] = listener;
    },
  });
  return [end(0), end(1)];
}

async function started(): Promise<FarEngine> {
  const [near, far] = ends();
  serve(far, wasm);
  return FarEngine.start(near, PATH);
}

test("questions are answered each for itself, several at once", async () => {
  const engine = await started();
  await engine.load('{"pack":1}');
  const answers = await Promise.all([
    engine.estimate('{"n":1}'),
    engine.describe("{}"),
    engine.estimate('{"n":2}'),
  ]);
  assert.deepEqual(answers, [{ n: 1 }, { pack: 1 }, { n: 2 }]);
});

test("after a trap the next question is answered", async () => {
  const engine = await started();
  assert.equal(((await engine.estimate("!")) as { error?: { code: string } }).error?.code, "engine.stopped");
  assert.deepEqual(await engine.estimate("{}"), {});
});

test("an engine that is not there is told at the start", async () => {
  const [near, far] = ends();
  serve(far, wasm);
  await assert.rejects(FarEngine.start(near, "/other.wasm"), /no \/other.wasm/);
});
