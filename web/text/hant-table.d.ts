// Made by the build out of all texts (web/hant/).
declare module "hant-table" {
  /** Simplified characters, and at the same places in `to` what they become. */
  export const from: string;
  export const to: string;
  /** Where a character becomes something else: each phrase, and right behind it what it becomes; longest first. */
  export const phrases: string;
}
