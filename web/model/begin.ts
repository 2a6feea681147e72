// The state to begin with, as an address, an attribute or a mini-program's page wishes it.

import type { Language } from "../loader/contract.js";
import type { Atlas } from "./places.js";
import { initialState, type Look, type State } from "./state.js";

/** A place is a code, or empty; one that cannot be chosen here counts as none. */
export interface Wishes {
  readonly language: Language;
  readonly place: string;
  readonly year?: string;
  readonly look: Partial<Look>;
}

export function stateFor(atlas: Atlas, { language, place, year = "", look }: Wishes): State {
  const state = initialState(language);
  const known = atlas.find(place);
  return {
    ...state,
    year,
    look: { ...state.look, ...look },
    ...(known && { place, province: known.province }),
  };
}
