import assert from "node:assert/strict";
import { test } from "node:test";
import type { Estimator, Result } from "../loader/contract.js";
import { form } from "./a-form.js";
import { Patient, type Time } from "./patient.js";

const result = {} as Result;

/** A clock that goes on when it is told to. */
class Clock implements Time {
  private at = 0;
  private calls: { readonly at: number; readonly call: () => void }[] = [];

  now = () => this.at;

  after(ms: number, call: () => void): () => void {
    const planned = { at: this.at + ms, call };
    this.calls.push(planned);
    return () => (this.calls = this.calls.filter((each) => each !== planned));
  }

  goOn(ms: number): void {
    this.at += ms;
    const due = this.calls.filter(({ at }) => at <= this.at);
    this.calls = this.calls.filter(({ at }) => at > this.at);
    for (const { call } of due) call();
  }
}

class Slow implements Estimator {
  asked = 0;
  constructor(
    private readonly clock: Clock,
    private readonly ms: number,
  ) {}

  load = () => Promise.resolve({});
  describe = () => Promise.resolve(form);
  estimate() {
    this.asked += 1;
    this.clock.goOn(this.ms);
    return Promise.resolve(result);
  }
}

function withEngineOf(ms: number) {
  const clock = new Clock();
  const engine = new Slow(clock, ms);
  return { clock, engine, patient: new Patient(engine, clock) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function isOver(pause: Promise<void>): Promise<boolean> {
  let over = false;
  void pause.then(() => (over = true));
  await turn();
  return over;
}

test("who types waits for a slow engine only once they pause", async () => {
  const { clock, patient } = withEngineOf(900);
  patient.typed = true;
  assert.ok(await isOver(patient.pause()), "nobody knows yet that it is slow");
  await patient.estimate("1");
  const first = patient.pause();
  clock.goOn(300);
  const second = patient.pause();
  clock.goOn(300);
  assert.deepEqual([await isOver(first), await isOver(second)], [false, false]);
  clock.goOn(200);
  assert.ok(await isOver(second));
});

test("the end of typing, and whoever wants to go on, end the pause", async () => {
  const { patient } = withEngineOf(900);
  await patient.estimate("1");
  assert.ok(await isOver(patient.pause()), "a choice is not typed");
  patient.typed = true;
  let pause = patient.pause();
  patient.typed = false;
  assert.ok(await isOver(pause));
  patient.typed = true;
  pause = patient.pause();
  patient.hurry();
  assert.ok(await isOver(pause));
});

test("a fast engine is asked at every key", async () => {
  const { patient } = withEngineOf(20);
  await patient.estimate("1");
  patient.typed = true;
  assert.ok(await isOver(patient.pause()));
});

test("the same case is not asked about twice, unless rules were added; of many the oldest is forgotten", async () => {
  const { engine, patient } = withEngineOf(0);
  const ask = async (...cases: string[]) => {
    for (const each of cases) assert.equal(await patient.estimate(each), result);
    return engine.asked;
  };
  assert.equal(await ask("1", "1", "2", "1"), 2);
  await patient.load("{}");
  assert.equal(await ask("1"), 3);
  assert.equal(await ask("2", "3", "4", "5", "6", "7"), 9);
  assert.equal(await ask("7", "1"), 10);
});
