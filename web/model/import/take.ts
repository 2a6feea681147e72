// What was understood goes into the form as if it had been typed, and can be changed there like anything else.

import type { Change } from "../actions.js";
import { emptyVisit, isBlank, type State, type Visit } from "../state.js";
import { yuanOf } from "./amounts.js";
import type { ImportedVisit } from "./understand.js";

function visitOf(key: number, { sheet, facts }: ImportedVisit): Visit {
  const { from = "", until = "", kind, hospital } = facts;
  const amounts = Object.entries(sheet).map(([field, fen]) => [field, yuanOf(fen)] as const);
  return {
    ...emptyVisit(key),
    from,
    until: until === from ? "" : until,
    facts: { ...(kind && { kind }), ...(hospital && { hospital }) },
    sheet: Object.fromEntries(amounts),
  };
}

/** Adds the bills; blank ones make room. What the person has said of the insurance stays. */
export function takeOver(imported: readonly ImportedVisit[]): Change {
  return (state: State) => {
    const taken = imported.filter(({ refund }) => !refund);
    if (taken.length === 0) return state;
    const visits = taken.map((visit, index) => visitOf(state.nextKey + index, visit));
    const insurances = new Set(taken.flatMap(({ facts }) => facts.insurance ?? []));
    const [insurance = ""] = insurances.size === 1 ? insurances : [];
    const known = state.facts["insurance"] || insurance;
    return {
      ...state,
      facts: known ? { ...state.facts, insurance: known } : state.facts,
      visits: [...state.visits.filter((visit) => !isBlank(visit)), ...visits],
      nextKey: state.nextKey + visits.length,
      openVisit: visits.length === 1 ? visits[0]?.key : undefined,
      removed: undefined,
    };
  };
}
