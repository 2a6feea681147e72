// Starts the page: it can be filled in as soon as the places are known, while the engine and the rules arrive.

import { Coming, type Stock } from "../loader/coming.js";
import { SelfCheck } from "../model/self-check.js";
import { initialState } from "../model/state.js";
import { textsIn } from "../text/index.js";
import { firstLanguage } from "../text/language.js";
import "./aid-check.js";
import { openArriving } from "./arriving.js";
import { followLook } from "./look.js";
import { fetchAtlas, fetchStock } from "./supply.js";
import { keepTrail } from "./trail.js";

/** The document around the component speaks the same language and has the same ground. */
function followDocument(check: SelfCheck): void {
  const { language, look } = check.state;
  document.documentElement.lang = language;
  document.title = textsIn(language).title;
  followLook(document.documentElement, look);
}

let check: SelfCheck | undefined;
let arrive: (stock: Stock) => void;
const stock = new Promise<Stock>((resolve) => (arrive = resolve));

async function begin(): Promise<SelfCheck> {
  const made = new SelfCheck(
    new Coming(stock),
    await fetchAtlas(),
    new Date().getFullYear(),
    initialState(firstLanguage(location.search, navigator.languages)),
  );
  followDocument(made);
  made.subscribe(() => followDocument(made));
  keepTrail(made);
  openArriving(made.along);
  addEventListener("hashchange", () => openArriving(made.along));
  return made;
}

/** Tried again it goes on with what was chosen before. */
async function start(): Promise<void> {
  const element = document.querySelector("aid-check");
  if (!element) return;
  element.failed = undefined;
  try {
    check ??= await begin();
    element.check = check;
    arrive(await fetchStock(check.atlas));
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
