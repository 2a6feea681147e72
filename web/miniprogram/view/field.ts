// One question: label, plain words, control, and what there is to say about the entry.

import type { Fact } from "../../loader/contract.js";
import { setPersonFact, setUnsure } from "../../model/actions.js";
import { personField } from "../../model/fields.js";
import { readDay } from "../../model/typed.js";
import { amountWords, dateWords, factWords, problemToShow, problemWords } from "../../speech/entry.js";
import { UNSURE, type Option as Choice, type OptionGroup } from "../../speech/options.js";
import { say } from "../../speech/say.js";
import type { Block, FieldBlock, Option } from "./blocks.js";
import { fold, words, type Scene } from "./scene.js";

export interface UnsureOptions {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly entry: string;
  readonly onEntry: (entry: string) => void;
  readonly unsure?: UnsureOptions;
}

type Said = Pick<FieldBlock, "wrong" | "problem">;

export function problemAt(scene: Scene, id: string): Said {
  const problem = problemToShow(scene, id);
  if (!problem) return { wrong: false, problem: "" };
  return { wrong: problem.kind !== "missing", problem: problemWords(scene, problem) };
}

function base(scene: Scene, { id, label, hint = "", entry }: FieldOptions) {
  return { kind: "field", key: id, label, hint, entry, ...problemAt(scene, id) } as const;
}

function unsureButton(scene: Scene, { id, label, unsure }: FieldOptions): Pick<FieldBlock, "unsure"> {
  if (!unsure) return {};
  const { text } = scene;
  const key = scene.on(`${id}-unsure`, () => unsure.set(!unsure.on));
  return { unsure: { key, words: text.notSure, label: text.notSureAbout(label), on: unsure.on } };
}

/** Said where something was typed that is not used for now. */
function setAside({ text }: Scene, { entry, unsure }: FieldOptions): string {
  return unsure?.on && entry !== "" ? text.setAside : "";
}

function textField(
  scene: Scene,
  options: FieldOptions,
  keyboard: NonNullable<FieldBlock["keyboard"]>,
  more: Partial<FieldBlock> = {},
): Block[] {
  const { id, entry, onEntry } = options;
  scene.on(id, onEntry);
  const field = base(scene, { ...options, entry: scene.shownIn(id, entry) });
  return [
    {
      ...field,
      control: "text",
      keyboard,
      setAside: setAside(scene, options),
      ...unsureButton(scene, options),
      ...more,
    },
  ];
}

const understood = ({ text }: Scene, value: string | undefined): string =>
  value === undefined ? "" : text.understoodAs(value);

export function amountField(scene: Scene, options: FieldOptions): Block[] {
  const said = options.unsure?.on ? undefined : amountWords(scene, options.entry);
  return textField(scene, options, "digit", { unit: scene.text.yuan, understood: understood(scene, said) });
}

export function numberField(scene: Scene, options: FieldOptions): Block[] {
  return textField(scene, options, "number");
}

/** Typed freely; the device's calendar stands beside it. */
export function dateField(scene: Scene, options: FieldOptions): Block[] {
  const { text, check } = scene;
  const { id, entry, label, onEntry } = options;
  const calendar = {
    key: scene.on(`${id}-calendar`, onEntry),
    words: text.pickDate,
    label: text.pickDateFor(label),
    value: readDay(entry, check.state.year) ?? "",
  };
  return textField(scene, options, "text", {
    calendar,
    understood: understood(scene, dateWords(scene, entry)),
  });
}

function chosenOf({ entry, unsure }: FieldOptions): string {
  return unsure?.on ? UNSURE : entry;
}

function choose({ onEntry, unsure }: FieldOptions, value: string): void {
  if (value === UNSURE) unsure?.set(true);
  else onEntry(value);
}

function flat(choices: readonly (Choice | OptionGroup)[], chosen: string): Option[] {
  return choices.flatMap((each) => {
    const [group, options] = "group" in each ? [each.group, each.options] : ["", [each]];
    return options.map(({ value, label }, index) => ({
      value,
      label,
      chosen: value === chosen,
      group: index === 0 ? group : "",
    }));
  });
}

function withUnsure({ text }: Scene, { unsure }: FieldOptions): Choice[] {
  return unsure ? [{ value: UNSURE, label: text.notSure }] : [];
}

/** A few choices, all in sight. */
export function oneOf(scene: Scene, options: FieldOptions, choices: readonly Choice[]): Block[] {
  scene.on(options.id, (value) => choose(options, value));
  const all = flat([...choices, ...withUnsure(scene, options)], chosenOf(options));
  return [{ ...base(scene, options), control: "one", options: all }];
}

/** Many choices: a list that opens in its place, and closes once one is chosen. */
export function listOf(
  scene: Scene,
  options: FieldOptions,
  choices: readonly (Choice | OptionGroup)[],
): Block[] {
  const key = `${options.id}-list`;
  const open = scene.isOpen(key);
  scene.on(key, () => scene.toggle(key, !open));
  scene.on(options.id, (value) => {
    scene.toggle(key, false);
    choose(options, value);
  });
  const all = flat([...choices, ...withUnsure(scene, options)], chosenOf(options));
  const entry = all.find(({ chosen }) => chosen)?.label ?? scene.text.choose;
  return [{ ...base(scene, { ...options, entry }), control: "list", open, options: open ? all : [] }];
}

/** A word of the trade, explained in place on demand. */
export function term(scene: Scene, at: string, id: string, name: string): Block[] {
  const { text } = scene;
  const meaning = text.terms[id] ?? text.sheetWords[id];
  if (!meaning) return [];
  const key = `${at}-term`;
  return fold(scene, key, text.whatIs(name), () => words(`${key}-meaning`, meaning), { look: "term" });
}

const MANY = 5;

export function factField(
  scene: Scene,
  fact: Fact,
  given: Pick<FieldOptions, "id" | "entry" | "onEntry" | "unsure">,
): Block[] {
  const options: FieldOptions = { ...factWords(scene, fact), ...given };
  if (fact.type === "amount") return amountField(scene, options);
  if (fact.type === "percent") return textField(scene, options, "digit", { unit: "%" });
  if (fact.type === "whole_number") return numberField(scene, options);
  const choices = (fact.choices ?? []).map(({ id, label }) => ({
    value: String(id),
    label: say(scene, label),
  }));
  return (choices.length > MANY ? listOf : oneOf)(scene, options, choices);
}

export function personFactField(scene: Scene, fact: Fact): Block[] {
  const { facts, unsure } = scene.check.state;
  const id = personField(fact.id);
  return factField(scene, fact, {
    id,
    entry: facts[fact.id] ?? "",
    onEntry: (entry) => scene.change(setPersonFact(fact.id, entry)),
    unsure: { on: unsure[id] ?? false, set: (on) => scene.change(setUnsure(id, on)) },
  });
}
