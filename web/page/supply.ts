// The lists of places, the engine and the rules, from the folder where the site lies. All of it is fetched once, at the
// start, so that choosing a place makes no request and nobody can tell from the outside who lives where.

import type { Stock } from "../loader/coming.js";
import { Engine } from "../loader/engine.js";
import { Atlas, readProvinces, type Place } from "../model/places.js";
import { stockOf } from "../model/stock.js";
import { hasWasm, startWithoutWasm } from "./fallback.js";
import type { Supply } from "./start.js";

/** Written by the build: the page works with the engine that it was built with, and with no other. */
declare const ENGINE_INTEGRITY: string;

/** The folder that the running script came from; to be asked while it runs for the first time. */
export function folderOfScript(): string {
  const script = document.currentScript as HTMLScriptElement | null;
  return new URL(".", script?.src || document.baseURI).href;
}

export class Site implements Supply {
  constructor(private readonly folder: string) {}

  private async fetched(path: string, integrity = ""): Promise<Response> {
    const response = await fetch(this.folder + path, { integrity });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }

  private async json<T>(path: string): Promise<T> {
    return (await this.fetched(path)).json() as Promise<T>;
  }

  private async engine(): Promise<Engine> {
    if (!hasWasm()) return startWithoutWasm(this.folder);
    return Engine.start(await this.fetched("engine.wasm", ENGINE_INTEGRITY));
  }

  async atlas(): Promise<Atlas> {
    const [{ places }, country] = await Promise.all([
      this.json<{ places: readonly Place[] }>("rules/index.json"),
      this.json<{ places: Readonly<Record<string, string>> }>("rules/places.json"),
    ]);
    return new Atlas(places, readProvinces(country.places));
  }

  async stock(atlas: Atlas): Promise<Stock> {
    const rules = new Map<string, string>();
    const [engine] = await Promise.all([
      this.engine(),
      ...atlas.versions().map(async ({ file, hash }) => {
        rules.set(file, await (await this.fetched(`rules/${file}`, hash)).text());
      }),
    ]);
    return stockOf(engine, atlas, (file) => rules.get(file));
  }
}
