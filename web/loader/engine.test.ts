import assert from "node:assert/strict";
import { test } from "node:test";
import { anEngine } from "./an-engine.js";
import { Engine } from "./engine.js";

const codeOf = (answer: object) => (answer as { error?: { code: string } }).error?.code;

test("texts go in and come out, whatever they are made of", async () => {
  const engine = await Engine.start(anEngine());
  const given = { name: "无锡市 – 𠮷 € é", place: "320200" };
  assert.deepEqual(await engine.estimate(JSON.stringify(given)), given);
});

test("starts from bytes, a compiled module or a response", async () => {
  const sources = [anEngine(), await WebAssembly.compile(anEngine()), new Response(anEngine())];
  for (const source of sources) {
    assert.deepEqual(await (await Engine.start(source)).estimate("{}"), {});
  }
});

test("starts from whatever makes instances, where the host compiles no bytes itself", async () => {
  let made = 0;
  const engine = await Engine.start(async () => {
    made += 1;
    const module = await WebAssembly.compile(anEngine());
    return WebAssembly.instantiate(module, { env: { emscripten_notify_memory_growth: () => 0 } });
  });
  assert.deepEqual(await engine.estimate("{}"), {});
  assert.equal(codeOf(await engine.estimate("!")), "engine.stopped");
  assert.deepEqual(await engine.estimate("{}"), {});
  assert.equal(made, 2);
});

test("what is no engine of this ABI is refused at the start", async () => {
  await assert.rejects(Engine.start(anEngine(2)), /ABI/);
  await assert.rejects(Engine.start(new Uint8Array([1, 2, 3])));
  await assert.rejects(Engine.start(new Response("", { status: 404 })), /404/);
});

test("after a trap the next call finds a new instance, with the packs loaded again", async () => {
  const engine = await Engine.start(anEngine());
  await engine.load('{"pack":1}');
  assert.equal(codeOf(await engine.estimate("!")), "engine.stopped");
  assert.deepEqual(await engine.describe("{}"), { pack: 1 });
});

test("no memory and no JSON are error values", async () => {
  const engine = await Engine.start(anEngine());
  assert.equal(codeOf(await engine.estimate(" ".repeat(2000))), "engine.out_of_memory");
  assert.equal(codeOf(await engine.estimate("{")), "engine.stopped");
  assert.deepEqual(await engine.estimate("{}"), {});
});

test("a pack that was refused is not kept", async () => {
  const engine = await Engine.start(anEngine());
  await engine.load('{"pack":1}');
  await engine.load('{"error":{"code":"unit.wrong"}}');
  await engine.estimate("!");
  assert.deepEqual(await engine.describe("{}"), { pack: 1 });
});
