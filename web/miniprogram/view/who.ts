// Who: the assistance categories, since when, and what may be said instead of one.

import type { Category, Form } from "../../loader/contract.js";
import {
  addPeriod,
  askForHelp,
  holdCategory,
  removePeriod,
  setPeriod,
  setStanding,
} from "../../model/actions.js";
import { personFacts } from "../../model/asked.js";
import { helpsWith } from "../../model/case.js";
import { CATEGORIES, IDENTITIES, categoryField, periodField, personField } from "../../model/fields.js";
import { lowIncomeCategories } from "../../model/low-income.js";
import { showsField } from "../../model/path.js";
import type { Holding, Period, Standing } from "../../model/state.js";
import { categoryHints } from "../../speech/category.js";
import { say } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { dateField, personFactField, problemAt, term } from "./field.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

function periodBlocks(scene: Scene, category: string, period: Period, index: number, several: boolean) {
  const { text, change } = scene;
  const end = (which: keyof Period, label: string) =>
    dateField(scene, {
      id: periodField(category, index, which),
      label,
      entry: period[which],
      onEntry: (entry) => change(setPeriod(category, index, which, entry)),
    });
  const key = `${categoryField(category)}-${index + 1}-remove`;
  return [
    ...end("from", text.heldFrom),
    ...end("until", text.heldUntil),
    ...(several
      ? button(scene, key, text.removePeriod, () => change(removePeriod(category, index)), { look: "link" })
      : []),
  ];
}

function periodsBlocks(scene: Scene, { id, label }: Category, { periods }: Holding): Block[] {
  const { text, change } = scene;
  const key = `${categoryField(id)}-periods`;
  const inUse = periods.some(({ from, until }) => from !== "" || until !== "");
  const inside = () => [
    ...words(`${key}-what`, text.periods(say(scene, label)), "strong"),
    ...words(`${key}-lead`, text.periodsLead, "hint"),
    ...periods.flatMap((period, index) => periodBlocks(scene, id, period, index, periods.length > 1)),
    ...button(scene, `${key}-add`, text.addPeriod, () => change(addPeriod(id)), { look: "link" }),
  ];
  return fold(scene, key, text.periodsFold, inside, { atFirst: inUse });
}

function categoryBlocks(scene: Scene, category: Category): Block[] {
  const { check, change } = scene;
  const { id, label } = category;
  const key = categoryField(id);
  const holding = check.state.holdings[id];
  const on = holding?.held ?? false;
  scene.on(key, () => change(holdCategory(id, !on)));
  return [
    {
      kind: "check",
      key,
      words: say(scene, label),
      on,
      hint: categoryHints(scene, category).join(" · "),
      problem: problemAt(scene, key).problem,
    },
    ...(holding?.held ? periodsBlocks(scene, category, holding) : []),
  ];
}

/** An answer that stands instead of the categories. */
function standingBlock({ check, on, change }: Scene, standing: Standing, text: string, hint: string): Block {
  const chosen = check.state.standing === standing;
  const key = on(categoryField(standing), () => change(setStanding(chosen ? "" : standing)));
  return { kind: "check", key, words: text, on: chosen, hint, problem: "" };
}

function standingBlocks(scene: Scene, form: Form): Block[] {
  const { text } = scene;
  const low = lowIncomeCategories(form).map(({ label }) => say(scene, label));
  return [
    standingBlock(scene, "none", text.none, text.noneHint),
    ...(low.length > 1
      ? [standingBlock(scene, "low_income", text.lowIncome, text.lowIncomeHint(low.join(text.list)))]
      : []),
    standingBlock(scene, "unknown", text.notSure, text.unknownHint),
  ];
}

/** The way to the questions that find the category. */
function helpBlocks(scene: Scene, form: Form): Block[] {
  const { check, text, change, goTo } = scene;
  if (!form.recognition_facts || helpsWith(check.state)) return [];
  const help = () => {
    change(askForHelp);
    goTo(CATEGORIES);
  };
  return button(scene, "ask-for-help", text.whichCategory, help);
}

export function whoSections(scene: Scene, form: Form): readonly Section[] {
  const { text } = scene;
  const { wrong, problem } = problemAt(scene, IDENTITIES);
  return [
    ...section("who-help", helpBlocks(scene, form), "bare"),
    ...section("who", [
      ...heading(IDENTITIES, text.identities, 2),
      ...term(scene, IDENTITIES, "categories", text.identities),
      ...words("identities-hint", text.whoLead, "hint"),
      ...words("identities-problem", problem, wrong ? "wrong" : "missing"),
      ...form.categories.flatMap((category) => categoryBlocks(scene, category)),
      ...standingBlocks(scene, form),
    ]),
  ];
}

/** What the rules look at besides, a few questions at a time. */
export function personSections(scene: Scene): readonly Section[] {
  const shown = personFacts(scene.check).filter(({ id }) => showsField(scene.check, personField(id)));
  return shown.flatMap((fact) => section(personField(fact.id), personFactField(scene, fact)));
}
