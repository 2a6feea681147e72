// What can be chosen from.

/** What "I don't know" is called among the values of radio buttons and lists; no fact's answer has such a name. */
export const UNSURE = "?";

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Where it is not that of the page. */
  readonly lang?: string | undefined;
}

export interface OptionGroup {
  readonly group: string;
  readonly lang?: string | undefined;
  readonly options: readonly Option[];
}
