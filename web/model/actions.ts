// Every change that the person can make, as a function from state to state.

import type { Language } from "../loader/contract.js";
import { beforeField, personField, type BeforePart } from "./fields.js";
import {
  emptyVisit,
  type Holding,
  type Look,
  type Period,
  type Standing,
  type State,
  type Unsure,
  type Visit,
} from "./state.js";
import type { Stop } from "./trail.js";

export type Change = (state: State) => State;

const NO_PERIOD: Period = { from: "", until: "" };

export function setLanguage(language: Language): Change {
  return (state) => ({ ...state, language });
}

export function setLook(look: Partial<Look>): Change {
  return (state) => ({ ...state, look: { ...state.look, ...look } });
}

/** Goes on to a stop; what was ahead after going back is left behind. */
export function show(stop: Stop): Change {
  return ({ trail, ...state }) => {
    const stops = [...trail.stops.slice(0, trail.at + 1), stop];
    return { ...state, tried: false, trail: { stops, at: trail.at + 1 } };
  };
}

/** To a stop where the person has been, back or forth. */
export function moveTo(at: number): Change {
  return ({ trail, ...state }) => {
    const reached = Math.max(0, Math.min(at, trail.stops.length - 1));
    return { ...state, tried: false, trail: { ...trail, at: reached } };
  };
}

export function tryToGoOn(state: State): State {
  return { ...state, tried: true };
}

export function setPlace(place: string): Change {
  return (state) => ({ ...state, place });
}

/** A place of the first list, or a province in which to look for one. */
export function setFirstPlace(picked: string, isProvince: boolean): Change {
  return (state) => ({ ...state, province: isProvince ? picked : "", place: isProvince ? "" : picked });
}

export function setYear(year: string): Change {
  return (state) => ({ ...state, year });
}

/** Whoever enters something knows it. */
function known(unsure: Unsure, name: string): Unsure {
  return { ...unsure, [name]: false };
}

export function setPersonFact(fact: string, entry: string): Change {
  return (state) => ({
    ...state,
    facts: { ...state.facts, [fact]: entry },
    unsure: known(state.unsure, personField(fact)),
  });
}

/** Of a fact of the person, or of what the year started with. */
export function setUnsure(field: string, unsure: boolean): Change {
  return (state) => ({ ...state, unsure: { ...state.unsure, [field]: unsure } });
}

function changeHolding(category: string, change: (holding: Holding) => Holding): Change {
  return (state) => {
    const holding = state.holdings[category] ?? { held: false, periods: [NO_PERIOD] };
    return { ...state, holdings: { ...state.holdings, [category]: change(holding) } };
  };
}

/** Letting go of a category keeps its dates, in case it was a slip of the finger. */
export function holdCategory(category: string, held: boolean): Change {
  return (state) => {
    const changed = changeHolding(category, (holding) => ({ ...holding, held }))(state);
    return held ? { ...changed, standing: "" } : changed;
  };
}

export function setStanding(standing: Standing): Change {
  return (state) => {
    if (standing === "") return { ...state, standing };
    const released = Object.entries(state.holdings).map(
      ([id, holding]) => [id, { ...holding, held: false }] as const,
    );
    return { ...state, standing, holdings: Object.fromEntries(released) };
  };
}

/** Whoever asks which category it may be does not know. */
export function askForHelp(state: State): State {
  const holdsAny = Object.values(state.holdings).some(({ held }) => held);
  return { ...state, help: true, standing: state.standing || (holdsAny ? "" : "unknown") };
}

export function noteAsked(fact: string): Change {
  return (state) => (state.asked.includes(fact) ? state : { ...state, asked: [...state.asked, fact] });
}

export function suppose(supposed: string): Change {
  return (state) => ({ ...state, supposed });
}

/** The same person with the supposed category recognised all along. */
export function supposing(state: State): State {
  const holdings = { ...state.holdings, [state.supposed]: { held: true, periods: [NO_PERIOD] } };
  return { ...state, help: false, standing: "", holdings };
}

export function addPeriod(category: string): Change {
  return changeHolding(category, (holding) => ({ ...holding, periods: [...holding.periods, NO_PERIOD] }));
}

export function removePeriod(category: string, index: number): Change {
  return changeHolding(category, (holding) => ({
    ...holding,
    periods: holding.periods.filter((_, position) => position !== index),
  }));
}

export function setPeriod(category: string, index: number, end: keyof Period, entry: string): Change {
  return changeHolding(category, (holding) => ({
    ...holding,
    periods: holding.periods.map((period, position) =>
      position === index ? { ...period, [end]: entry } : period,
    ),
  }));
}

export function addVisit(state: State): State {
  const key = state.nextKey;
  return {
    ...state,
    visits: [...state.visits, emptyVisit(key)],
    nextKey: key + 1,
    openVisit: key,
    removed: undefined,
  };
}

export function openVisit(key: number | undefined): Change {
  return (state) => ({ ...state, openVisit: key });
}

export function removeVisit(key: number): Change {
  return (state) => {
    const index = state.visits.findIndex((visit) => visit.key === key);
    const visit = state.visits[index];
    if (!visit) return state;
    return {
      ...state,
      visits: state.visits.filter((other) => other !== visit),
      openVisit: state.openVisit === key ? undefined : state.openVisit,
      removed: { visit, index },
    };
  };
}

export function restoreVisit(state: State): State {
  if (!state.removed) return state;
  const { visit, index } = state.removed;
  return {
    ...state,
    visits: [...state.visits.slice(0, index), visit, ...state.visits.slice(index)],
    removed: undefined,
  };
}

function changeVisit(key: number, change: (visit: Visit) => Visit): Change {
  return (state) => ({
    ...state,
    visits: state.visits.map((visit) => (visit.key === key ? change(visit) : visit)),
  });
}

export function setVisitDate(key: number, end: "from" | "until", entry: string): Change {
  return changeVisit(key, (visit) => ({ ...visit, [end]: entry }));
}

export function setVisitFact(key: number, fact: string, entry: string): Change {
  return changeVisit(key, (visit) => ({
    ...visit,
    facts: { ...visit.facts, [fact]: entry },
    unsure: known(visit.unsure, fact),
  }));
}

export function setSheetAmount(key: number, field: string, entry: string): Change {
  return changeVisit(key, (visit) => ({
    ...visit,
    sheet: { ...visit.sheet, [field]: entry },
    unsure: known(visit.unsure, field),
  }));
}

/** Of a fact of the visit, or of an amount on its sheet. */
export function setVisitUnsure(key: number, name: string, unsure: boolean): Change {
  return changeVisit(key, (visit) => ({ ...visit, unsure: { ...visit.unsure, [name]: unsure } }));
}

export function setBefore(part: BeforePart, id: string, entry: string): Change {
  return (state) => ({
    ...state,
    before: { ...state.before, [part]: { ...state.before[part], [id]: entry } },
    unsure: known(state.unsure, beforeField(part, id)),
  });
}

export function setReading(reading: string, choice: string): Change {
  return (state) => ({ ...state, readings: { ...state.readings, [reading]: choice } });
}
