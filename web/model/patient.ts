// What makes an engine bearable that needs seconds on an old phone: it is not asked twice for the same, and while a person
// types it is asked once they pause.

import { isError, type Answer, type Estimator, type Form, type Result } from "../loader/contract.js";

const LONG_MS = 100;
const PAUSE_MS = 400;
/** The case at hand, with a category supposed, with another reading; and those before the last change. */
const KEPT = 6;

/** The time as a device has it; `after` gives what calls it off. */
export interface Time {
  now(): number;
  after(ms: number, call: () => void): () => void;
}

const DEVICE: Time = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

export class Patient implements Estimator {
  private readonly answers = new Map<string, Result>();
  private took = 0;
  private typing = false;
  private callOff: () => void = () => undefined;
  private goOn: () => void = () => undefined;

  constructor(
    private readonly engine: Estimator,
    private readonly time = DEVICE,
  ) {}

  load(packText: string): Promise<Answer<object>> {
    this.answers.clear();
    return this.engine.load(packText);
  }

  describe(requestText: string): Promise<Answer<Form>> {
    return this.engine.describe(requestText);
  }

  async estimate(caseText: string): Promise<Answer<Result>> {
    const known = this.answers.get(caseText);
    if (known) return known;
    const began = this.time.now();
    const answer = await this.engine.estimate(caseText);
    this.took = this.time.now() - began;
    if (!isError(answer)) this.keep(caseText, answer);
    return answer;
  }

  private keep(caseText: string, answer: Result): void {
    this.answers.set(caseText, answer);
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= KEPT) return;
      this.answers.delete(oldest);
    }
  }

  /** Whether what changes from now on is typed, key by key. */
  set typed(typed: boolean) {
    this.typing = typed;
    if (!typed) this.hurry();
  }

  /** Resolves when the engine may be asked about a change; another change takes its place. */
  pause(): Promise<void> {
    this.callOff();
    if (!this.typing || this.took <= LONG_MS) return Promise.resolve();
    return new Promise((resolve) => {
      this.goOn = resolve;
      this.callOff = this.time.after(PAUSE_MS, resolve);
    });
  }

  /** Ends the pause. */
  hurry(): void {
    this.callOff();
    this.goOn();
  }
}
