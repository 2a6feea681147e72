import assert from "node:assert/strict";
import { test } from "node:test";
import { Idle } from "./idle.js";

test("quiet, asking, over; a touch begins anew", () => {
  const ticking = new Set<() => void>();
  const { setInterval, clearInterval } = globalThis;
  Object.assign(globalThis, {
    setInterval: (tick: () => void) => (ticking.add(tick), tick),
    clearInterval: (tick: () => void) => ticking.delete(tick),
  });
  let now = 0;
  let ended = 0;
  const idle = new Idle(
    { quiet: 90, asking: 30 },
    () => now,
    () => undefined,
    () => (ended += 1),
  );
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      ticking.forEach((tick) => tick());
    }
  };
  assert.equal(idle.isRunning, false);
  idle.start();
  assert.equal(idle.left, 120);
  pass(89);
  assert.deepEqual([idle.left, idle.isAsking], [31, false]);
  pass(1);
  assert.deepEqual([idle.left, idle.isAsking, idle.share], [30, true, 0.25]);
  pass(29);
  assert.equal(ended, 0);
  idle.touch();
  assert.deepEqual([idle.left, idle.isAsking], [120, false]);
  pass(119);
  assert.equal(ended, 0);
  pass(1);
  assert.deepEqual([ended, idle.isRunning, idle.isAsking], [1, false, false]);
  pass(500);
  assert.equal(ended, 1, "nothing counts any more");
  Object.assign(globalThis, { setInterval, clearInterval });
});
