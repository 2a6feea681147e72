// What an address or an attribute may ask for besides the language: `?place=320200&theme=dark&elder`.

import type { Look } from "../model/state.js";
import type { Wishes } from "../model/begin.js";

const LOOKS: Readonly<Record<string, Partial<Look>>> = {
  auto: { theme: "" },
  light: { theme: "light" },
  dark: { theme: "dark" },
  contrast: { theme: "light", contrast: true },
};

/** How it looks, by the words that addresses and attributes use. */
export function lookOf(theme: string, elder: boolean): Partial<Look> {
  return { ...LOOKS[theme], ...(elder && { elder }) };
}

/** `usual`: the theme where none is asked for. */
export function wishesIn(search: string, usual: string): Omit<Wishes, "language"> {
  const asked = new URLSearchParams(search);
  return {
    place: asked.get("place") ?? "",
    look: lookOf(asked.get("theme") ?? usual, asked.has("elder")),
  };
}
