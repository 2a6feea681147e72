// What there is to mind. What does not fit says how to check it and, on demand, whom to ask; where settled and computed
// figures part, the first step of both stands one below the other.

import type { DiffersAt, Notice, Result } from "../../loader/contract.js";
import { visitCard } from "../../model/fields.js";
import { stepLedger } from "../../model/ledger.js";
import { noticesShown } from "../../speech/answer.js";
import { say } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { citeBlocks } from "./cite.js";
import { ledgerBlock } from "./ledger.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

function partingBlocks(
  scene: Scene,
  result: Result,
  at: string,
  { ours, theirs, message }: DiffersAt,
): Block[] {
  const { text } = scene;
  const sides = [
    { id: "rules", said: text.byTheRules, step: ours },
    { id: "sheet", said: text.asOnTheSheet, step: theirs },
  ];
  return [
    ...words(`${at}-parting`, say(scene, message)),
    ...sides.flatMap(({ id, said, step }) =>
      step
        ? [
            ...words(`${at}-${id}`, said, "strong"),
            ledgerBlock(scene, result, `${at}-${id}-sum`, said, stepLedger(step)),
          ]
        : [],
    ),
  ];
}

/** How to find out what is behind it. */
function checkBlocks(scene: Scene, result: Result, at: string, notice: Notice, title: string): Block[] {
  const { check, report, differs_at, cite } = notice;
  const cites = () => citeBlocks(scene, result, at, cite);
  return [
    ...(differs_at ? partingBlocks(scene, result, at, differs_at) : []),
    ...words(`${at}-check-title`, check ? title : "", "strong"),
    ...words(`${at}-check`, check ? say(scene, check) : ""),
    ...(report
      ? fold(scene, `${at}-report`, scene.text.whomToAsk, () => [
          ...words(`${at}-report-words`, say(scene, report)),
          ...cites(),
        ])
      : cites()),
  ];
}

const keyOf = ({ code, at = "", visit = "" }: Notice, index: number) =>
  `notice-${code}-${visit}-${at}-${index}`.replace(/[^\w-]/g, "-");

/** At the bill itself: what asks for attention, and all that does not fit; the rest stands with the answer. */
export function billNotices(scene: Scene, position: number): Block[] {
  const { outcome } = scene.check;
  if (outcome.kind !== "settled") return [];
  const { result } = outcome;
  return result.notices.flatMap((notice, index) => {
    const { visit, level, message, check } = notice;
    if (Number(visit) !== position + 1 || (!check && level === "info")) return [];
    const at = `bill-${keyOf(notice, index)}`;
    return [
      ...words(at, say(scene, message), level === "info" ? "remark" : "attention"),
      ...(check
        ? fold(scene, `${at}-how`, scene.text.howToCheck, () => checkBlocks(scene, result, at, notice, ""))
        : []),
    ];
  });
}

function noticeBlocks(scene: Scene, result: Result, notice: Notice, index: number): Block[] {
  const { text, goTo } = scene;
  const { level, message, visit } = notice;
  const at = keyOf(notice, index);
  return [
    ...words(`${at}-level`, text.level[level], "level"),
    ...words(at, say(scene, message), level === "attention" ? "attention" : "plain"),
    ...checkBlocks(scene, result, at, notice, text.howToCheck),
    ...(visit === undefined
      ? []
      : button(
          scene,
          `${at}-visit`,
          text.goToVisit(text.visitNumber(Number(visit))),
          () => goTo(visitCard(Number(visit) - 1)),
          { look: "link" },
        )),
  ];
}

export function noticesSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  const shown = noticesShown(result);
  if (shown.length === 0) return [];
  const blocks = (some: readonly Notice[]) =>
    some.flatMap((notice) => noticeBlocks(scene, result, notice, shown.indexOf(notice)));
  const misfits = shown.filter(({ check }) => check);
  const inside = () => [
    ...(misfits.length > 0
      ? [
          ...heading("misfits", text.misfitsHeading, 3),
          ...words("misfits-lead", text.misfitsLead, "hint"),
          ...blocks(misfits),
        ]
      : []),
    ...blocks(shown.filter(({ check }) => !check)),
  ];
  return section(
    "notices",
    fold(scene, "notices", text.noticesCount(shown.length), inside, { look: "part" }),
  );
}
