// The answer and all that belongs to it, the most useful first; in the elder mode what few need is one press further
// away.

import type { Form, Result, Unknown } from "../../loader/contract.js";
import { fieldAt, type Origins } from "../../model/fields.js";
import { nextQuestion, tellsNothing } from "../../model/telling.js";
import type { Problem } from "../../model/case.js";
import { attentionAtAnswer, nameOf, nextStepWords, savesWords } from "../../speech/answer.js";
import { nameOfCategory, supposedWords } from "../../speech/category.js";
import { fieldName } from "../../speech/field-name.js";
import { enteredRows } from "../../speech/entered.js";
import { say, sayAmount } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { citeBlocks } from "./cite.js";
import { explainedSections } from "./explained.js";
import { headlineBlocks, pictureBlocks } from "./headline.js";
import { applyBlocks, warningBlocks } from "./help.js";
import { noticesSections } from "./notices.js";
import {
  assumedSections,
  entitlementsSections,
  identitiesSections,
  poolsSections,
  readingsSections,
  sourcesSections,
} from "./remarks.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

function todoSections(scene: Scene, problems: readonly Problem[]): readonly Section[] {
  const { text, goTo } = scene;
  const wrong = problems.some(({ kind }) => kind !== "missing");
  return section("answer-todo", [
    ...words("answer-todo-lead", wrong ? text.answerFix : text.answerNext, "lead"),
    ...problems.flatMap(({ field }) =>
      button(scene, `todo-${field}`, fieldName(scene, field), () => goTo(field), { look: "link" }),
    ),
  ]);
}

function wayTo(
  scene: Scene,
  key: string,
  at: string,
  origins: Origins,
  said: string,
  look: "plain" | "link",
) {
  const field = fieldAt(at, origins);
  return field === undefined ? [] : button(scene, key, said, () => scene.goTo(field), { look });
}

function askSections(scene: Scene, result: Result, origins: Origins): readonly Section[] {
  const { text } = scene;
  const next = nextQuestion(result);
  if (!next) return [];
  const name = nameOf(scene, result, next);
  return section("ask", [
    ...heading("ask-heading", text.askHeading(name), 2),
    ...words("ask-words", "text" in next ? say(scene, next.text) : text.askFirst),
    ...wayTo(scene, "ask-fill-in", next.at, origins, text.fillInHere(name), "plain"),
  ]);
}

/** What else was not known and matters, each with the way to its question. */
function unknownSections(scene: Scene, result: Result, origins: Origins): readonly Section[] {
  const { text } = scene;
  const { unknown } = result;
  if (unknown.length === 0) return [];
  const way = (each: Unknown, index: number) =>
    wayTo(scene, `unknown-${index}`, each.at, origins, nameOf(scene, result, each), "link");
  const inside = () => [...words("unknown-lead", text.unknownLead, "hint"), ...unknown.flatMap(way)];
  return section("unknown", fold(scene, "unknown", text.unknownHeading, inside, { look: "part" }));
}

function nextStepsSections(scene: Scene, result: Result): readonly Section[] {
  const likely = result.categories?.filter(({ state }) => state === "likely") ?? [];
  return section("next-steps", [
    ...heading("next-steps", scene.text.nextHeading, 2),
    ...nextStepWords(scene, result).flatMap((said, index) => words(`next-step-${index}`, said, "item")),
    ...likely.flatMap((each) => applyBlocks(scene, result, each)),
  ]);
}

/** A category that the person wanted to see as recognised. */
function supposedBlocks(scene: Scene): Block[] {
  const { check, text } = scene;
  const { supposed } = check.state;
  const said = supposedWords(scene, supposed);
  if (said === undefined) return [];
  return [
    ...heading("what-if-supposed", text.onceRecognised(nameOfCategory(scene, supposed)), 3),
    ...words("what-if-supposed-pays", said),
    ...words("what-if-supposed-hint", text.supposeHint, "hint"),
  ];
}

/** What is in the person's own hands, each with what it would change. */
function whatIfSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  const supposed = supposedBlocks(scene);
  if (result.what_if.length === 0 && supposed.length === 0) return [];
  const items = result.what_if.flatMap(({ id, label, text: said, personal_total, saves, cite }) => {
    return [
      ...heading(`what-if-${id}`, say(scene, label), 3),
      ...words(`what-if-${id}-text`, say(scene, said)),
      ...words(`what-if-${id}-saves`, savesWords(scene, saves), "saves"),
      ...words(`what-if-${id}-pays`, text.thenYouPay(sayAmount(scene, personal_total))),
      ...citeBlocks(scene, result, `what-if-${id}`, cite),
    ];
  });
  return section("what-if", [...heading("what-if", text.whatIfHeading, 2), ...items, ...supposed]);
}

function warningsSections(scene: Scene, result: Result): readonly Section[] {
  const { early_warning = [] } = result;
  if (early_warning.length === 0) return [];
  return section("early-warning", [
    ...heading("early-warning", scene.text.warningsHeading, 2),
    ...early_warning.flatMap((warning) => warningBlocks(scene, result, warning)),
  ]);
}

/** What was entered, in short, each with the way back to it. */
function enteredSections(scene: Scene, result: Result): readonly Section[] {
  const { text, goTo } = scene;
  return section("entered", [
    ...heading("entered", text.enteredHeading, 2),
    ...enteredRows(scene, result).flatMap(({ field, words: said }) => [
      ...words(`entered-${field}`, said),
      ...button(scene, `entered-${field}-edit`, text.edit, () => goTo(field), {
        look: "quiet",
        label: text.editVisit(said),
      }),
    ]),
  ]);
}

/** What few need: a section each, or all under one fold. */
function restSections(scene: Scene, result: Result, origins: Origins): readonly Section[] {
  const { text, check } = scene;
  const open = tellsNothing(result);
  const rest = () => [
    ...noticesSections(scene, result),
    ...unknownSections(scene, result, origins),
    ...identitiesSections(scene, result),
    ...entitlementsSections(scene, result),
    ...(open ? [] : poolsSections(scene, result)),
    ...(open ? [] : readingsSections(scene, result)),
    ...assumedSections(scene, result),
    ...sourcesSections(scene, result),
  ];
  if (!check.state.look.elder) return rest();
  const inside = () => rest().flatMap(({ blocks }) => blocks);
  return section("more-parts", fold(scene, "more-parts", text.moreParts, inside, { look: "part" }));
}

function attentionSections(scene: Scene, result: Result): readonly Section[] {
  return attentionAtAnswer(result).flatMap(({ code, message }, index) =>
    section(
      `attention-${index}`,
      words(`attention-${index}-${code.replace(/\W/g, "-")}`, say(scene, message)),
      "attention",
    ),
  );
}

function settledSections(scene: Scene, form: Form, result: Result, origins: Origins): readonly Section[] {
  const open = tellsNothing(result);
  const first = open
    ? [
        ...attentionSections(scene, result),
        ...section("too-wide", words("too-wide", scene.text.tooWide, "lead")),
        ...askSections(scene, result, origins),
      ]
    : [
        ...section("answer", headlineBlocks(scene, result), "bright"),
        ...attentionSections(scene, result),
        ...section("picture", pictureBlocks(scene, result)),
        ...explainedSections(scene, form, result),
      ];
  return [
    ...first,
    ...nextStepsSections(scene, result),
    ...(open ? [] : askSections(scene, result, origins)),
    ...(open ? [] : whatIfSections(scene, result)),
    ...warningsSections(scene, result),
    ...enteredSections(scene, result),
    ...restSections(scene, result, origins),
  ];
}

export function answerSections(scene: Scene): readonly Section[] {
  const { check, text } = scene;
  const { outcome, form } = check;
  switch (outcome.kind) {
    case "start":
      return section("answer-start", words("answer-start", text.answerStart, "lead"));
    case "incomplete":
      return todoSections(scene, outcome.problems);
    case "settled":
      return form ? settledSections(scene, form, outcome.result, outcome.origins) : [];
    case "failed":
      return section("answer-failed", [
        ...words("answer-failed", text.failed, "lead"),
        ...words("answer-failed-why", say(scene, outcome.error.message), "attention"),
        ...words("answer-failed-help", text.failedHelp),
      ]);
  }
}
