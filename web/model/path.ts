// The way through the page: three steps of one or more screens, each with one or more questions.

import { moveTo, openVisit, show, tryToGoOn, type Change } from "./actions.js";
import { factsAsked, personFacts, type Asking } from "./asked.js";
import { helpsWith, type Problem } from "./case.js";
import {
  CATEGORIES,
  IDENTITIES,
  PLACE,
  PLACE_IN_PROVINCE,
  VISITS,
  YEAR,
  isOfCity,
  personField,
  visitOfField,
} from "./fields.js";
import { commonRows, otherRows, paperOf } from "./sheet-rows.js";
import type { State } from "./state.js";
import { START, stopAt, type Screen, type Stop } from "./trail.js";

/** What the path depends on. */
export interface Walk extends Asking {
  readonly problems: readonly Problem[];
}

/** As many questions about the person as stand together. */
const GROUP = 4;

const STEP: Readonly<Record<Screen, 1 | 2 | 3>> = {
  where: 1,
  who: 1,
  help: 1,
  person: 1,
  bills: 2,
  bill: 2,
  answer: 3,
};

export const stepOf = ({ screen }: Stop): 1 | 2 | 3 => STEP[screen];

/** The screens in order; the editor of a bill is entered and left from the list of bills. */
function screensOf(walk: Walk): readonly Screen[] {
  const { form, state } = walk;
  if (!form) return ["where"];
  const screens: Screen[] = ["where", "who"];
  if (form.recognition_facts && helpsWith(state)) screens.push("help");
  if (personFacts(walk).length > 0) screens.push("person");
  return [...screens, "bills", "answer"];
}

function inGroups(fields: readonly string[], size: number): string[][] {
  const groups: string[][] = [];
  for (let from = 0; from < fields.length; from += size) groups.push(fields.slice(from, from + size));
  return groups;
}

/** The names of a bill's fields, one question each. */
function billQuestions({ form, state }: Walk): string[][] {
  if (!form) return [];
  const { visits, openVisit } = state;
  const position = visits.findIndex(({ key }) => key === openVisit) + 1;
  const facts = form.facts.filter(({ of, id }) => of === "visit" && id !== "kind").map(({ id }) => [id]);
  const paper = paperOf(state);
  const rows = commonRows(form, paper).map(({ id }) => [id]);
  const rest = otherRows(form, paper).map(({ id }) => id);
  const questions = [["kind"], ["from", "until"], ...facts, ["paper"], ...rows, rest];
  return questions.map((names) => names.map((name) => `visit-${position}-${name}`));
}

/** The fields of a screen, by the questions that are asked one after the other; none where all stand together. */
function questionsOf(walk: Walk, screen: Screen): readonly (readonly string[])[] {
  const { elder } = walk.state.look;
  if (screen === "person") {
    const fields = personFacts(walk).map(({ id }) => personField(id));
    return inGroups(fields, elder ? 1 : GROUP);
  }
  if (!elder) return [];
  if (screen === "where") return [[PLACE, PLACE_IN_PROVINCE], [YEAR]];
  return screen === "bill" ? billQuestions(walk) : [];
}

/** Where the person is; a stop that is no longer there gives way to the nearest one. */
export function stopNow(walk: Walk): Stop {
  const { trail, visits, openVisit } = walk.state;
  const { screen, question } = trail.stops[trail.at] ?? START;
  if (!walk.form) return START;
  if (screen === "bill" && !visits.some(({ key }) => key === openVisit)) return stopAt("bills");
  const screens = screensOf(walk);
  if (screen !== "bill" && !screens.includes(screen)) return stopAt(screen === "help" ? "who" : "bills");
  return { screen, question: Math.min(question, Math.max(0, questionsOf(walk, screen).length - 1)) };
}

/** Whether a field stands on the screen now, and is not a question of its own that comes before or after. */
export function showsField(walk: Walk, field: string): boolean {
  const { screen, question } = stopNow(walk);
  const questions = questionsOf(walk, screen);
  const asked = questions.findIndex((fields) => fields.includes(field));
  return questions.length === 0 || asked === question || (asked < 0 && question === 0);
}

function screenOf(walk: Walk, field: string): Screen | undefined {
  if (field === PLACE || field === PLACE_IN_PROVINCE || field === YEAR) return "where";
  if (field === IDENTITIES || field.startsWith("identity-")) return "who";
  if (field === CATEGORIES) return "help";
  if (field.startsWith("person-")) {
    const fact = field.slice("person-".length);
    if (isOfCity(fact)) return "where";
    return factsAsked(walk).some(({ id }) => id === fact) ? "help" : "person";
  }
  if (visitOfField(field) !== undefined) return /^visit-\d+-/.test(field) ? "bill" : "bills";
  if (field === VISITS || field === "undo-remove" || /^(before|reading)-(?!that)/.test(field)) return "bills";
  return field === "answer" ? "answer" : undefined;
}

/** The stop at which a field is entered; undefined: wherever the person is. */
export function stopOf(walk: Walk, field: string): Stop | undefined {
  const screen = screenOf(walk, field);
  if (!screen) return undefined;
  const question = questionsOf(walk, screen).findIndex((fields) => fields.includes(field));
  return { screen, question: Math.max(0, question) };
}

/** At the stop of a field, its bill open; whoever is there already stays. */
export function ledTo(walk: Walk, field: string): State {
  const position = visitOfField(field);
  const visit = position === undefined ? undefined : walk.state.visits[position];
  const state = visit && /^visit-\d+-/.test(field) ? openVisit(visit.key)(walk.state) : walk.state;
  const [stop, now] = [stopOf({ ...walk, state }, field), stopNow({ ...walk, state })];
  return stop && (stop.screen !== now.screen || stop.question !== now.question) ? show(stop)(state) : state;
}

/** The state one stop back: where the person came from, if that is the stop before this one. */
export function ledBack(walk: Walk): State {
  const { at, stops } = walk.state.trail;
  const [before, wanted] = [stops[at - 1], previousStop(walk)];
  if (!wanted) return walk.state;
  const isThere = before?.screen === wanted.screen && before.question === wanted.question;
  return (isThere ? moveTo(at - 1) : show(wanted))(walk.state);
}

interface Walker {
  readonly check: Walk & {
    readonly waits: boolean;
    readonly isBehind: boolean;
    caughtUp(): Promise<void>;
  };
  change(change: Change): void;
  goTo(field: string): void;
}

/** Goes on, or says what is in the way and leads there; once it is known what is. */
export async function goOn({ check, change, goTo }: Walker): Promise<void> {
  if (check.isBehind && !check.waits) await check.caughtUp();
  const [first] = inTheWay(check);
  const next = nextStop(check);
  if (!first && !(check.waits && next.question === 0)) return change(show(next));
  change(tryToGoOn);
  if (first) goTo(first.field);
}

export function nextStop(walk: Walk): Stop {
  const { screen, question } = stopNow(walk);
  if (question + 1 < questionsOf(walk, screen).length) return { screen, question: question + 1 };
  if (screen === "bill") return stopAt("bills");
  const screens = screensOf(walk);
  return stopAt(screens[screens.indexOf(screen) + 1] ?? "where");
}

export function previousStop(walk: Walk): Stop | undefined {
  const { screen, question } = stopNow(walk);
  if (question > 0) return { screen, question: question - 1 };
  if (screen === "bill") return stopAt("bills");
  const screens = screensOf(walk);
  const before = screens[screens.indexOf(screen) - 1];
  return before && { screen: before, question: Math.max(0, questionsOf(walk, before).length - 1) };
}

/** What keeps the person from going on from here: what is missing or wrong here, and before the answer anywhere. */
export function inTheWay(walk: Walk): readonly Problem[] {
  const { screen } = stopNow(walk);
  if (screen === "bills") return walk.problems;
  return walk.problems.filter(
    ({ field }) => screenOf(walk, field) === screen && showsField(walk, field) && isOfOpenVisit(walk, field),
  );
}

function isOfOpenVisit({ state }: Walk, field: string): boolean {
  const position = visitOfField(field);
  return position === undefined || state.visits[position]?.key === state.openVisit;
}

/** Whether one may go straight back to the answer: it was seen before, and nothing is in its way. */
export function mayGoStraight(walk: Walk): boolean {
  const { trail } = walk.state;
  const seen = trail.stops.slice(0, trail.at).some(({ screen }) => screen === "answer");
  return seen && nextStop(walk).screen !== "answer" && walk.problems.length === 0;
}
