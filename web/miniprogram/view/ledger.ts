// The sum on paper: sign and figure, what it is, where it comes from.

import type { Result } from "../../loader/contract.js";
import type { Ledger, LedgerLine } from "../../model/ledger.js";
import { lineName, poolWords } from "../../speech/ledger.js";
import { say, sayPrinted } from "../../speech/say.js";
import type { LedgerBlock, LedgerLineView } from "./blocks.js";
import { citesOf } from "./cite.js";
import type { Scene } from "./scene.js";

function printedWords(scene: Scene, { printed }: LedgerLine): string {
  if (printed === undefined) return "";
  return typeof printed === "string" ? sayPrinted(scene, printed) : say(scene, printed);
}

function originOf({ text }: Scene, { origin }: LedgerLine): string {
  if (origin === "sheet") return text.fromSheet;
  return origin === "settled" ? text.fromAbove : "";
}

function lineView(scene: Scene, result: Result, key: string, line: LedgerLine): LedgerLineView {
  const { sign, figure, name, pool, origin, last } = line;
  return {
    key,
    sign,
    figure: sayPrinted(scene, figure),
    name: lineName(scene, name),
    printed: printedWords(scene, line),
    left: pool ? poolWords(scene, pool) : "",
    look: last ? "last" : sign === "=" ? "sum" : "",
    origin: originOf(scene, line),
    cites: typeof origin === "string" ? [] : citesOf(scene, result, key, origin),
  };
}

export function ledgerBlock(
  scene: Scene,
  result: Result,
  key: string,
  caption: string,
  { lines, sometimes }: Ledger,
): LedgerBlock {
  const way = sometimes ? scene.text.sometimes : "";
  return {
    kind: "ledger",
    key,
    label: way + scene.text.ledgerCaption(caption),
    way,
    lines: lines.map((line, index) => lineView(scene, result, `${key}-${index}`, line)),
  };
}
