// Starts the page: engine and rules are fetched once, side by side. Every pack is loaded at the start,
// so that choosing a place makes no request and nobody can tell from the outside who lives where.

import { isError } from "../loader/contract.js";
import { Engine } from "../loader/engine.js";
import { Atlas, readProvinces, type Place } from "../model/places.js";
import { SelfCheck } from "../model/self-check.js";
import { initialState } from "../model/state.js";
import { textsIn } from "../text/index.js";
import { firstLanguage } from "../text/language.js";
import "./aid-check.js";
import { openArriving } from "./arriving.js";
import { followLook } from "./look.js";
import { keepTrail } from "./trail.js";

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function fetchedJson<T>(path: string): Promise<T> {
  return (await fetched(path)).json() as Promise<T>;
}

async function readRules(): Promise<{ atlas: Atlas; packs: readonly string[] }> {
  const country = fetchedJson<{ places: Readonly<Record<string, string>> }>("rules/places.json");
  const { places } = await fetchedJson<{ places: readonly Place[] }>("rules/index.json");
  const files = places.flatMap((place) => place.versions.map(({ file }) => file));
  const packs = await Promise.all(files.map(async (file) => (await fetched(`rules/${file}`)).text()));
  return { atlas: new Atlas(places, readProvinces((await country).places)), packs };
}

async function prepare(): Promise<SelfCheck> {
  const [engine, { atlas, packs }] = await Promise.all([
    fetched("engine.wasm").then((wasm) => Engine.start(wasm)),
    readRules(),
  ]);
  for (const pack of packs) {
    const loaded = await engine.load(pack);
    if (isError(loaded)) throw new Error(loaded.error.message.en);
  }
  return new SelfCheck(
    engine,
    atlas,
    new Date().getFullYear(),
    initialState(firstLanguage(location.search, navigator.languages)),
  );
}

/** The document around the component speaks the same language and has the same ground. */
function followDocument(check: SelfCheck): void {
  const { language, look } = check.state;
  document.documentElement.lang = language;
  document.title = textsIn(language).title;
  followLook(document.documentElement, look);
}

async function start(): Promise<void> {
  const element = document.querySelector("aid-check");
  if (!element) return;
  element.failed = undefined;
  try {
    const check = await prepare();
    followDocument(check);
    check.subscribe(() => followDocument(check));
    keepTrail(check);
    await openArriving(check.along);
    addEventListener("hashchange", () => void openArriving(check.along));
    element.check = check;
  } catch (error) {
    console.error(error);
    element.failed = () => void start();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "aid-check": import("./aid-check.js").AidCheck;
  }
}

void start();
