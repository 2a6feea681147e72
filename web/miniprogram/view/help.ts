// "Which category am I?": one question at a time, the one that decides most first, and what the answers come to.

import type { Condition, EarlyWarning, Fact, Recognition, Result, Told } from "../../loader/contract.js";
import { noteAsked, suppose } from "../../model/actions.js";
import { factsAsked, nextCategoryQuestion } from "../../model/asked.js";
import { fieldAt } from "../../model/fields.js";
import { GROUPS, MARKS, answered, groupOf, supposedWords, type Group } from "../../speech/category.js";
import { say } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { citeBlocks } from "./cite.js";
import { personFactField } from "./field.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

export function conditionBlocks(
  scene: Scene,
  result: Result,
  at: string,
  because: readonly Condition[],
): Block[] {
  return because.flatMap(({ text, holds, office, cite }, index): Block[] => {
    const mark = office ? "office" : String(holds);
    const key = `${at}-because-${index}`;
    return [
      {
        kind: "words",
        key,
        look: "item",
        words: say(scene, text),
        mark: MARKS[mark] ?? "",
        spoken: scene.text.holds[mark] ?? "",
      },
      ...citeBlocks(scene, result, key, cite),
    ];
  });
}

function toldBlocks(
  scene: Scene,
  result: Result,
  key: string,
  title: string,
  told: readonly (Told | undefined)[],
): Block[] {
  const items = told.flatMap((each, index) =>
    each
      ? [
          ...words(`${key}-${index}`, say(scene, each.text), "item"),
          ...citeBlocks(scene, result, `${key}-${index}`, each.cite),
        ]
      : [],
  );
  return items.length === 0 ? [] : [...words(key, title, "strong"), ...items];
}

function supposeBlocks(scene: Scene, at: string, { category }: Recognition): Block[] {
  const { check, text, change } = scene;
  const on = check.state.supposed === category;
  return [
    ...button(scene, `${at}-suppose`, text.suppose, () => change(suppose(on ? "" : category)), {
      pressed: on,
    }),
    ...words(`${at}-supposed`, on ? (supposedWords(scene, category) ?? text.supposeWaits) : ""),
    ...words(`${at}-suppose-hint`, text.supposeHint, "hint"),
  ];
}

/** Where to apply, with which papers, and how long it takes. */
function applyingBlocks(scene: Scene, result: Result, at: string, each: Recognition): Block[] {
  const { text } = scene;
  return [
    ...words(`${at}-by`, text.recognisedBy(say(scene, each.recognised_by)), "hint"),
    ...toldBlocks(scene, result, `${at}-at`, text.applyAt, [each.apply_at]),
    ...toldBlocks(scene, result, `${at}-papers`, text.papers, each.papers ?? []),
    ...toldBlocks(scene, result, `${at}-takes`, text.takes, [each.takes]),
  ];
}

function wayBlocks(scene: Scene, result: Result, at: string, each: Recognition): Block[] {
  const { text } = scene;
  const depends = each.depends_on.map(({ label }) => say(scene, label)).join(text.list);
  const brings = result.entitlements.filter((entitlement) => entitlement.if === each.category);
  return [
    ...words(`${at}-depends`, depends && text.dependsOn(depends), "hint"),
    ...applyingBlocks(scene, result, at, each),
    ...toldBlocks(scene, result, `${at}-brings`, text.brings, brings),
    ...(each.state === "likely" ? supposeBlocks(scene, at, each) : []),
  ];
}

/** Of what is likely: where to apply for it, in short. */
export function applyBlocks(scene: Scene, result: Result, each: Recognition): Block[] {
  const at = `apply-${each.category}`;
  return [
    ...heading(at, scene.text.applyFor(say(scene, each.label)), 3),
    ...applyingBlocks(scene, result, at, each),
  ];
}

function recognitionBlocks(scene: Scene, result: Result, each: Recognition): Block[] {
  const { category, label, state, because, note, cite } = each;
  const at = `recognition-${category}`;
  const failed = because.filter(({ holds }) => holds === false);
  return [
    ...heading(at, say(scene, label), 3),
    ...words(`${at}-note`, note ? say(scene, note) : "", "hint"),
    ...conditionBlocks(scene, result, at, state === "not" ? failed : because),
    ...(state === "likely" || state === "open" ? wayBlocks(scene, result, at, each) : []),
    ...citeBlocks(scene, result, at, cite),
  ];
}

function groupSections(scene: Scene, result: Result, group: Group): readonly Section[] {
  const items = result.categories?.filter((each) => groupOf(each) === group) ?? [];
  if (items.length === 0) return [];
  // What may be worth a way to the office is in sight; the rest is there for whoever wants to know why.
  const isLast = result.category_questions?.length === 0;
  const atFirst = group === "likely" || (group === "office" && isLast);
  const inside = () => items.flatMap((each) => recognitionBlocks(scene, result, each));
  const key = `recognition-${group}`;
  return section(key, fold(scene, key, scene.text.recognition[group](items.length), inside, { atFirst }));
}

/** Each stays where it was asked; what was answered before the last one is folded away, to be opened again. */
function questionBlocks(scene: Scene, fact: Fact, open: boolean): Block[] {
  const noting: Scene = {
    ...scene,
    change: (made) => scene.change((state) => noteAsked(fact.id)(made(state))),
  };
  const name = scene.text.questionAnswered(say(scene, fact.label), answered(scene, fact));
  return fold(scene, `question-${fact.id}`, name, () => personFactField(noting, fact), { atFirst: open });
}

function questionsBlocks(scene: Scene): Block[] {
  const { check, text, goTo } = scene;
  const shown = factsAsked(check);
  const next = nextCategoryQuestion(check);
  const last = check.state.asked[check.state.asked.length - 1];
  const elsewhere = next && !shown.some(({ id }) => id === next.fact) ? fieldAt(next.at) : undefined;
  return [
    ...shown.flatMap((fact) => questionBlocks(scene, fact, fact.id === next?.fact || fact.id === last)),
    ...(next && elsewhere
      ? button(scene, "question-elsewhere", say(scene, next.question), () => goTo(elsewhere))
      : []),
    ...words("question-none", check.guide && !next ? text.nothingMoreToAsk : "", "hint"),
  ];
}

export function helpSections(scene: Scene): readonly Section[] {
  const { check, text } = scene;
  const result = check.guide;
  return [
    ...section("categories", [
      ...words("categories-lead", result ? text.helpLead : text.helpWaits, "hint"),
      ...questionsBlocks(scene),
    ]),
    ...(result ? GROUPS.flatMap((group) => groupSections(scene, result, group)) : []),
  ];
}

export function warningBlocks(scene: Scene, result: Result, warning: EarlyWarning): Block[] {
  const { id, state, label, text, because, cite } = warning;
  const at = `warning-${id}`;
  return [
    ...heading(at, say(scene, label), 3),
    ...words(`${at}-possibly`, state === "possible" ? scene.text.possibly : "", "hint"),
    ...words(`${at}-text`, say(scene, text)),
    ...conditionBlocks(scene, result, at, because),
    ...citeBlocks(scene, result, at, cite),
  ];
}
