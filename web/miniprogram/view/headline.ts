// The answer in one figure or one range, one bar, and who pays how much.

import type { Personal, Result } from "../../loader/contract.js";
import { figure, isRange } from "../../model/money.js";
import { inOutOfScope, outOfScopeParts, placeName, rangeWords } from "../../speech/answer.js";
import { YOU, pictureOf } from "../../speech/picture.js";
import { say, sayAmount } from "../../speech/say.js";
import type { Block, FigureRow } from "./blocks.js";
import { term } from "./field.js";
import { words, type Scene } from "./scene.js";

/** What of the person's own part is in scope and what is not, and under it what that is. */
export function scopeLines(scene: Scene, personal: Personal): string[] {
  const { text } = scene;
  const parts = outOfScopeParts(scene, personal).join(text.list);
  return [inOutOfScope(scene, personal), ...(parts ? [text.outOfScope + parts] : [])];
}

export function headlineBlocks(scene: Scene, result: Result): Block[] {
  const { text } = scene;
  const { personal, unknown, year, visits } = result;
  const { total } = personal;
  const range = isRange(total) ? [rangeWords(scene, total, unknown.length)] : [];
  return [
    ...words("answer-for", text.headlineFor(placeName(scene, result), year, visits.length)),
    {
      kind: "headline",
      key: "answer-total",
      label: text.headline,
      words: sayAmount(scene, total),
      range: isRange(total),
      lines: [...range, ...scopeLines(scene, personal)],
    },
    ...term(scene, "answer-scope", "in_scope", text.scopeTerm),
  ];
}

/** The payers that have a look of their own; any other takes the last one's. */
const LOOKS = new Set([
  "basic",
  "large_amount",
  "serious_illness",
  "civil_servant",
  "enterprise",
  "assistance",
  "top_up",
  "other",
  "maybe-you",
  "open",
  YOU,
]);

const lookOf = (id: string): string => (LOOKS.has(id) ? id : "other");

function barBlocks(scene: Scene, result: Result): Block[] {
  const picture = pictureOf(scene, result);
  if (!picture) return [];
  const { label, parts, legend } = picture;
  return [
    {
      kind: "bar",
      key: "answer-bar",
      label,
      parts: parts.map(({ id, width }) => ({ id, look: lookOf(id), width: `${width.toFixed(3)}%` })),
      legend: legend.map(({ id, words: said }) => ({ look: lookOf(id), words: said })),
    },
  ];
}

function payerRows(scene: Scene, { payers, personal, total }: Result): FigureRow[] {
  const { text } = scene;
  const row = (id: string, said: string, amount: string, look: string, strong: boolean): FigureRow => ({
    key: `answer-${id}`,
    words: said,
    figure: amount,
    look,
    strong,
  });
  return [
    ...payers.map(({ id, label, amount }) =>
      row(`payer-${id}`, say(scene, label), figure(amount), lookOf(id), false),
    ),
    row(`payer-${YOU}`, text.you, figure(personal.total), YOU, true),
    row("total-cost", text.totalCost, figure(total), "", false),
  ];
}

export function pictureBlocks(scene: Scene, result: Result): Block[] {
  const { text } = scene;
  return [
    ...barBlocks(scene, result),
    { kind: "figures", key: "answer-payers", caption: text.whoPays, rows: payerRows(scene, result) },
    ...words("answer-note", text.estimateNote, "hint"),
  ];
}
