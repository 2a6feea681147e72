// The engine in a worker, as Alipay has it: `MYWebAssembly` is there and nowhere else. One side asks, the other serves;
// what goes between them is text.

import type { Answer, Estimator, Form, Result } from "../../loader/contract.js";
import { startEngine, type PackageWasm } from "../host/engine.js";

/** A worker as it is seen from either side. */
export interface Port {
  postMessage(message: object): void;
  onMessage(listener: (message: object) => void): void;
}

type Call = "start" | keyof Estimator;

interface Question {
  readonly id: number;
  readonly call: Call;
  /** Of `start` the engine's path in the package. */
  readonly text: string;
}

/** `failed`: the engine did not start. */
type Reply = { readonly id: number } & ({ readonly answer: string } | { readonly failed: string });

/** In the worker. */
export function serve(port: Port, wasm: PackageWasm): void {
  let engine: Promise<Estimator> = Promise.reject(new Error("not started"));
  engine.catch(() => undefined);
  const answerTo = async ({ call, text }: Question): Promise<object> => {
    if (call !== "start") return (await engine)[call](text);
    engine = startEngine(wasm, text);
    await engine;
    return {};
  };
  port.onMessage((message) => {
    const question = message as Question;
    const { id } = question;
    answerTo(question).then(
      (answer) => port.postMessage({ id, answer: JSON.stringify(answer) }),
      (error: unknown) => port.postMessage({ id, failed: String(error) }),
    );
  });
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Outside the worker. */
export class FarEngine implements Estimator {
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  private constructor(private readonly port: Port) {
    port.onMessage((message) => this.hear(message as Reply));
  }

  static async start(port: Port, path: string): Promise<FarEngine> {
    const engine = new FarEngine(port);
    await engine.ask("start", path);
    return engine;
  }

  load(packText: string): Promise<Answer<object>> {
    return this.ask("load", packText);
  }

  estimate(caseText: string): Promise<Answer<Result>> {
    return this.ask("estimate", caseText);
  }

  describe(requestText: string): Promise<Answer<Form>> {
    return this.ask("describe", requestText);
  }

  private ask<T>(call: Call, text: string): Promise<T> {
    const id = (this.asked += 1);
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: (answer) => resolve(answer as T), reject });
      const question: Question = { id, call, text };
      this.port.postMessage(question);
    });
  }

  private hear(reply: Reply): void {
    const asker = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ("failed" in reply) asker?.reject(new Error(reply.failed));
    else asker?.resolve(JSON.parse(reply.answer));
  }
}
