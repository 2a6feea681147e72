// The bills as cards; each opens into a screen of its own. And for those who need it: what the year started with, and
// how to read what the policy leaves open.

import type { Form } from "../../loader/contract.js";
import {
  addVisit,
  removeVisit,
  restoreVisit,
  setBefore,
  setReading,
  setUnsure,
} from "../../model/actions.js";
import { VISITS, beforeField, readingField, visitCard, visitField } from "../../model/fields.js";
import { isBlank, type Visit } from "../../model/state.js";
import { amountsOf, billName, isUntouched, sumWords, unfinishedWords } from "../../speech/bill.js";
import { say } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { amountField, numberField, oneOf, problemAt } from "./field.js";
import { billNotices } from "./notices.js";
import { pasteSections } from "./paste.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

function cardBlocks(scene: Scene, form: Form, visit: Visit, position: number): Block[] {
  const { text, change, goTo } = scene;
  const id = visitCard(position);
  const name = text.visitNumber(position + 1);
  const { problem, wrong } = problemAt(scene, id);
  const unfinished = unfinishedWords(scene, position);
  const sum = sumWords(scene, position);
  const amounts = amountsOf(scene, form, visit);
  const edit = () => goTo(visitField(position, "kind"));
  return [
    ...heading(id, name, 3),
    ...words(`${id}-subtitle`, billName(scene, form, visit), "hint"),
    ...amounts.flatMap(({ label, amount }, index) => words(`${id}-amount-${index}`, `${label} ${amount}`)),
    ...words(`${id}-blank`, amounts.length === 0 && isBlank(visit) ? text.blankVisit : "", "hint"),
    ...words(`${id}-problem`, problem, wrong ? "wrong" : "missing"),
    ...words(`${id}-unfinished`, unfinished?.words ?? "", unfinished?.wrong ? "wrong" : "missing"),
    ...words(`${id}-sum`, sum?.words ?? "", sum?.fits ? "check-on" : "check-off"),
    ...billNotices(scene, position),
    ...button(scene, `${id}-edit`, text.edit, edit, { look: "quiet", label: text.editVisit(name) }),
    ...button(scene, `${id}-remove`, text.remove, () => change(removeVisit(visit.key)), {
      look: "quiet",
      label: text.removeVisit(name),
    }),
  ];
}

function removedBlocks(scene: Scene): Block[] {
  const { check, text, change, goTo } = scene;
  const { removed } = check.state;
  if (!removed) return [];
  const undo = () => {
    change(restoreVisit);
    goTo(visitCard(removed.index));
  };
  return [
    ...words("removed", text.removed(text.visitNumber(removed.index + 1))),
    ...button(scene, "undo-remove", text.undo, undo, { look: "quiet" }),
  ];
}

function addBlocks(scene: Scene, none: boolean): Block[] {
  const { check, text, change, goTo } = scene;
  const { visits } = check.state;
  const add = () => {
    const untouched = isUntouched(visits);
    if (!untouched) change(addVisit);
    goTo(visitField(untouched ? 0 : visits.length, "kind"));
  };
  const look = none ? "main" : "plain";
  return button(scene, "add-visit", none ? text.addFirstVisit : text.addVisit, add, { look });
}

function beforeBlocks(scene: Scene, form: Form): Block[] {
  const { check, text, change } = scene;
  const { before, unsure } = check.state;
  const amount = (part: "pools" | "cumulative", id: string, label: string) => {
    const field = beforeField(part, id);
    return amountField(scene, {
      id: field,
      label,
      entry: before[part][id] ?? "",
      onEntry: (typed) => change(setBefore(part, id, typed)),
      unsure: { on: unsure[field] ?? false, set: (on) => change(setUnsure(field, on)) },
    });
  };
  const entries = [
    ...form.pools.flatMap(({ id, label }) => amount("pools", id, text.beforePool(say(scene, label)))),
    ...form.cumulative.flatMap(({ id, label }) =>
      amount("cumulative", id, text.beforeCumulative(say(scene, label))),
    ),
    ...form.counts.flatMap(({ id, label }) =>
      numberField(scene, {
        id: beforeField("counts", id),
        label: text.beforeCount(say(scene, label)),
        entry: before.counts[id] ?? "",
        onEntry: (typed) => change(setBefore("counts", id, typed)),
      }),
    ),
  ];
  if (entries.length === 0) return [];
  return [
    ...heading("before", text.beforeHeading, 3),
    ...words("before-lead", text.beforeLead, "hint"),
    ...entries,
  ];
}

function readingsBlocks(scene: Scene, form: Form): Block[] {
  const { check, text, change } = scene;
  const { outcome, state } = check;
  if (form.readings.length === 0) return [];
  const settled = outcome.kind === "settled" ? outcome.result.readings : [];
  const used = (id: string) => settled.find((reading) => reading.id === id)?.chosen;
  return [
    ...heading("readings-choice", text.readingsHeading, 3),
    ...words("readings-choice-lead", text.readingsLead, "hint"),
    ...form.readings.flatMap((reading) =>
      oneOf(
        scene,
        {
          id: readingField(reading.id),
          label: say(scene, reading.label),
          // What was not chosen is not sent: the engine's own default, or what a fact that was filled in chose.
          entry: state.readings[reading.id] || (used(reading.id) ?? reading.default),
          onEntry: (entry) => change(setReading(reading.id, entry)),
        },
        reading.choices.map(({ id, label }) => {
          const said = say(scene, label);
          return { value: id, label: id === reading.default ? text.readingDefault(said) : said };
        }),
      ),
    ),
  ];
}

function moreBlocks(scene: Scene, form: Form): Block[] {
  const { text } = scene;
  return fold(
    scene,
    "more",
    text.moreHeading,
    () => [
      ...words("more-lead", text.moreLead, "hint"),
      ...beforeBlocks(scene, form),
      ...readingsBlocks(scene, form),
    ],
    { look: "part" },
  );
}

export function billsSections(scene: Scene, form: Form): readonly Section[] {
  const { check, text } = scene;
  const { visits, look } = check.state;
  const none = visits.length === 0 || isUntouched(visits);
  const cards = none
    ? []
    : visits.flatMap((visit, position) =>
        section(`card-${visit.key}`, cardBlocks(scene, form, visit, position)),
      );
  return [
    ...section(VISITS, words("visits-lead", none || !look.elder ? text.visitsLead : "", "lead"), "bare"),
    ...cards,
    ...section("visits-add", [...removedBlocks(scene), ...addBlocks(scene, none)], "bare"),
    ...(look.elder ? [] : pasteSections(scene, form)),
    ...section("visits-more", look.elder ? [] : moreBlocks(scene, form)),
  ];
}
