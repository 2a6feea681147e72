// What the page is made with: the lists of places, the engine and the rules. All of it is fetched once, at the start, so
// that choosing a place makes no request and nobody can tell from the outside who lives where.

import type { Stock } from "../loader/coming.js";
import { Engine } from "../loader/engine.js";
import { Atlas, readProvinces, type Place } from "../model/places.js";

/** Written by the build: the page works with the engine that it was built with, and with no other. */
declare const ENGINE_INTEGRITY: string;

async function fetched(path: string, integrity = ""): Promise<Response> {
  const response = await fetch(path, { integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function fetchedJson<T>(path: string): Promise<T> {
  return (await fetched(path)).json() as Promise<T>;
}

export async function fetchAtlas(): Promise<Atlas> {
  const [{ places }, country] = await Promise.all([
    fetchedJson<{ places: readonly Place[] }>("rules/index.json"),
    fetchedJson<{ places: Readonly<Record<string, string>> }>("rules/places.json"),
  ]);
  return new Atlas(places, readProvinces(country.places));
}

export async function fetchStock(atlas: Atlas): Promise<Stock> {
  const rules = new Map<string, string>();
  const [engine] = await Promise.all([
    fetched("engine.wasm", ENGINE_INTEGRITY).then((wasm) => Engine.start(wasm)),
    ...atlas.versions().map(async ({ file, hash }) => {
      rules.set(file, await (await fetched(`rules/${file}`, hash)).text());
    }),
  ]);
  return { engine, rulesFor: (place) => atlas.versionsFor(place).map(({ file }) => rules.get(file) ?? "") };
}
