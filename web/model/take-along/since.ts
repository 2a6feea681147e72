// What became of a document's answer since it was written: which rules are others now, and which figures.

import type { Amount, Result } from "../../loader/contract.js";
import { least, most } from "../money.js";
import type { Atlas } from "../places.js";
import { rulesUsed, type Answered, type RulesUsed } from "./document.js";
import { markOf } from "./link.js";

export interface RulesChanged {
  /** `gone`: this page has no such rules. `edition`: they were mended. `text`: something in them is not the same. */
  readonly how: "gone" | "edition" | "text" | "added";
  readonly pack: RulesUsed;
  /** Of `edition`. */
  readonly now?: string;
}

export interface FigureChanged {
  /** A payer, or `you`. */
  readonly payer: string;
  readonly before: Amount;
  readonly now: Amount;
}

export interface Since {
  readonly rules: readonly RulesChanged[];
  readonly figures: readonly FigureChanged[];
}

const sameAmount = (a: Amount, b: Amount) => least(a) === least(b) && most(a) === most(b);

function rulesSince(packs: readonly RulesUsed[], result: Result, atlas: Atlas): RulesChanged[] {
  const changed = packs.flatMap((pack): RulesChanged[] => {
    const now = atlas.version(pack.id, pack.from);
    if (!now) return [{ how: "gone", pack }];
    if (now.version !== pack.version) return [{ how: "edition", pack, now: now.version }];
    return pack.hash === now.hash || pack.hash === markOf(now.hash) ? [] : [{ how: "text", pack }];
  });
  const added = rulesUsed(result, atlas).filter(
    ({ id, from }) => !packs.some((pack) => pack.id === id && pack.from === from),
  );
  return [...changed, ...added.map((pack) => ({ how: "added", pack }) as const)];
}

export function since({ packs, payers, personal_total }: Answered, result: Result, atlas: Atlas): Since {
  const now = new Map(result.payers.map(({ id, amount }) => [id, amount] as const));
  const ids = [...new Set([...now.keys(), ...Object.keys(payers)])];
  const figures = [
    ...ids.map((payer) => ({ payer, before: payers[payer] ?? 0, now: now.get(payer) ?? 0 })),
    { payer: "you", before: personal_total, now: result.personal.total },
  ];
  return {
    rules: rulesSince(packs, result, atlas),
    figures: figures.filter(({ before, now: after }) => !sameAmount(before, after)),
  };
}
