// The one loader of engine.wasm, for page, worker, mini-program and Node. It knows the C ABI and nothing else:
// no call throws; what goes wrong inside becomes an `internal` error value, and the instance is replaced.

import {
  isError,
  type Answer,
  type EngineError,
  type Estimator,
  type Form,
  type Result,
} from "./contract.js";
import { platformUtf8, type Utf8 } from "./utf8.js";

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  aidcheck_abi(): number;
  aidcheck_alloc(length: number): number;
  aidcheck_free(pointer: number): void;
  aidcheck_load(pointer: number, length: number): number;
  aidcheck_estimate(pointer: number, length: number): number;
  aidcheck_describe(pointer: number, length: number): number;
  aidcheck_result(): number;
  aidcheck_result_length(): number;
}

type Call = "aidcheck_load" | "aidcheck_estimate" | "aidcheck_describe";

const ABI = 1;

async function compile(source: WebAssembly.Module | BufferSource | Response): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  // Node 18 has Response too, but not always the right type of content: bytes work everywhere.
  if (typeof Response === "function" && source instanceof Response) {
    if (!source.ok) throw new Error(`engine.wasm: ${source.status}`);
    return WebAssembly.compile(await source.arrayBuffer());
  }
  return WebAssembly.compile(source as BufferSource);
}

/** The module may list imports that a stand-alone build never needs in earnest (growth of memory, exit). */
function noOps(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === "function") (imports[from] ??= {})[name] = () => 0;
  }
  return imports;
}

/** Makes an instance anew; a host that compiles no bytes brings its own. */
export type Instantiate = () => Promise<WebAssembly.Instance>;

async function instantiateFrom(source: WebAssembly.Module | BufferSource | Response): Promise<Instantiate> {
  const module = await compile(source);
  return () => WebAssembly.instantiate(module, noOps(module));
}

function broken(code: string): { error: EngineError } {
  const message = {
    "zh-Hans": "计算程序中断了，请再试一次。",
    en: "The calculation stopped. Please try again.",
  };
  return { error: { kind: "internal", code, message } };
}

export class Engine implements Estimator {
  private readonly packs: string[] = [];
  private instance: Promise<Exports> | undefined;

  private constructor(
    private readonly makeInstance: Instantiate,
    private readonly utf8: Utf8,
  ) {}

  /** Rejects where the bytes are no engine of this ABI; after that nothing throws. */
  static async start(
    source: WebAssembly.Module | BufferSource | Response | Instantiate,
    utf8: Utf8 = platformUtf8(),
  ): Promise<Engine> {
    const makeInstance =
      typeof source === "function" ? (source as Instantiate) : await instantiateFrom(source);
    const engine = new Engine(makeInstance, utf8);
    await (engine.instance = engine.instantiate());
    return engine;
  }

  async load(packText: string): Promise<Answer<object>> {
    const answer = await this.call<object>("aidcheck_load", packText);
    if (!isError(answer)) this.packs.push(packText);
    return answer;
  }

  estimate(caseText: string): Promise<Answer<Result>> {
    return this.call("aidcheck_estimate", caseText);
  }

  describe(requestText: string): Promise<Answer<Form>> {
    return this.call("aidcheck_describe", requestText);
  }

  private async instantiate(): Promise<Exports> {
    const { exports: all } = await this.makeInstance();
    const exports = all as unknown as Exports;
    exports._initialize?.();
    if (exports.aidcheck_abi() !== ABI) throw new Error("engine.wasm: another ABI");
    for (const pack of this.packs) this.run(exports, "aidcheck_load", pack);
    return exports;
  }

  private async call<T extends object>(call: Call, text: string): Promise<Answer<T>> {
    try {
      const answer = this.run<T>(await (this.instance ??= this.instantiate()), call, text);
      if (answer) return answer;
      this.instance = undefined;
      return broken("engine.out_of_memory");
    } catch {
      // After a trap the memory of the instance cannot be trusted; the next call gets a new one.
      this.instance = undefined;
      return broken("engine.stopped");
    }
  }

  /** Undefined where there was no memory. Views on memory are made anew each time: any call may grow it. */
  private run<T extends object>(engine: Exports, call: Call, text: string): Answer<T> | undefined {
    const bytes = this.utf8.encode(text);
    const pointer = engine.aidcheck_alloc(bytes.length || 1);
    if (pointer === 0) return undefined;
    new Uint8Array(engine.memory.buffer).set(bytes, pointer);
    engine[call](pointer, bytes.length);
    const result = new Uint8Array(
      engine.memory.buffer,
      engine.aidcheck_result(),
      engine.aidcheck_result_length(),
    );
    const answer = JSON.parse(this.utf8.decode(result)) as Answer<T>;
    engine.aidcheck_free(pointer);
    return answer;
  }
}
