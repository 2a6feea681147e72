// Traditional characters as they should be: OpenCC's answer, phrases and all, after our own terms. For the build and the
// tests; none of it goes into the page.
import { readFileSync } from "node:fs";
import { Converter } from "opencc-js/cn2t";

// Taiwan's forms of the characters and none of its words: docs/decisions/014-zh-hant.md.
export const openCC = Converter({ from: "cn", to: "tw" });

/** By group, each term in both scripts. */
export const { terms } = JSON.parse(
  readFileSync(new URL("../text/zh-Hant-terms.json", import.meta.url), "utf8"),
);

const longestFirst = Object.values(terms)
  .flatMap((group) => Object.entries(group))
  .sort(([a], [b]) => b.length - a.length);

const byTerm = new Map(longestFirst);
const anyTerm = new RegExp(`(${[...byTerm.keys()].join("|")})`);

export const wanted = (text) =>
  text
    .split(anyTerm)
    .map((part) => byTerm.get(part) ?? openCC(part))
    .join("");
