// The engine as long as it is still on its way: whoever asks waits. It takes up the rules of a place when that place is
// first asked about, because to read all of them is seconds of work for a cheap phone.

import { isError, type Answer, type Estimator, type Form, type Result } from "./contract.js";

/** What was fetched. */
export interface Stock {
  readonly engine: Estimator;
  /** The texts of the rules that serve a place. */
  readonly rulesFor: (place: string) => readonly string[];
}

export class Coming implements Estimator {
  private readonly taken = new Map<string, Promise<Answer<object>>>();

  constructor(private readonly stock: Promise<Stock>) {}

  async load(packText: string): Promise<Answer<object>> {
    const { engine } = await this.stock;
    const taken = this.taken.get(packText) ?? engine.load(packText);
    this.taken.set(packText, taken);
    return taken;
  }

  estimate(caseText: string): Promise<Answer<Result>> {
    return this.ask(caseText, (engine) => engine.estimate(caseText));
  }

  describe(requestText: string): Promise<Answer<Form>> {
    return this.ask(requestText, (engine) => engine.describe(requestText));
  }

  private async ask<T extends object>(
    text: string,
    call: (engine: Estimator) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const { engine, rulesFor } = await this.stock;
    const { place } = JSON.parse(text) as { place: string };
    for (const rules of rulesFor(place)) {
      const loaded = await this.load(rules);
      if (isError(loaded)) return loaded;
    }
    return call(engine);
  }
}
