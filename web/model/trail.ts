// Where the person has been, kept like a browser keeps it, so that going back loses nothing.

export type Screen = "where" | "who" | "help" | "person" | "bills" | "bill" | "answer";

/** A screen, or of one that asks its questions in turn, one of them. */
export interface Stop {
  readonly screen: Screen;
  readonly question: number;
}

/** All stops so far, and at which of them the person is: going back leaves the later ones there. */
export interface Trail {
  readonly stops: readonly Stop[];
  readonly at: number;
}

export function stopAt(screen: Screen): Stop {
  return { screen, question: 0 };
}

export const START = stopAt("where");
