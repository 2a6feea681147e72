// What component.ts takes from the bundle, and whoever wants the self-check without the component.

import { Coming, type Stock } from "../loader/coming.js";
import type { Language } from "../loader/contract.js";
import { stateFor, type Wishes } from "../model/begin.js";
import type { Atlas } from "../model/places.js";
import { SelfCheck } from "../model/self-check.js";
import { textsIn } from "../text/index.js";

export type { Stock } from "../loader/coming.js";
export type { Amount, Language } from "../loader/contract.js";
export type { SelfCheck } from "../model/self-check.js";
export type { View } from "./view/screen.js";
export { setLanguage, setLook } from "../model/actions.js";
export { isRange } from "../model/money.js";
export { tellsNothing } from "../model/telling.js";
export { textsIn } from "../text/index.js";
export { FarEngine } from "./alipay/far-engine.js";
export { startEngine } from "./host/engine.js";
export { atlasOf, stockIn } from "./host/supply.js";
export type { Wishes } from "../model/begin.js";
export { systemLook } from "./host/system.js";
export { ownUtf8 } from "./host/utf8.js";
export { patchOf } from "./patch.js";
export { Session } from "./session.js";

/** It can be filled in at once; what needs the engine waits for the stock. */
export function selfCheck(wishes: Wishes, atlas: Atlas, stock: Promise<Stock>, thisYear: number): SelfCheck {
  const check = new SelfCheck(new Coming(stock), atlas, thisYear, stateFor(atlas, wishes));
  check.refresh();
  return check;
}

/** A card to send on: what this is, and nothing of anybody's case. */
export function shareCard(language: Language): { readonly title: string } {
  const { title, tagline } = textsIn(language);
  return { title: `${title}：${tagline}` };
}
