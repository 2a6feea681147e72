// Whether a sheet adds up, in words, while it is being filled in.

import type { Form } from "../loader/contract.js";
import { yuanOf } from "../model/import/amounts.js";
import { fits, spansOf, type Fit } from "../model/import/fits.js";
import { groupedDigits } from "../model/money.js";
import type { Visit } from "../model/state.js";
import { importTextsIn } from "../text/import/index.js";
import { labelOf } from "./imported.js";
import type { Speaker } from "./say.js";

export function fitsWords(
  speaker: Speaker,
  form: Form,
  visit: Visit,
): readonly { readonly fit: Fit; readonly words: string }[] {
  const words = importTextsIn(speaker.language);
  return fits(spansOf(visit)).map((fit) => {
    const missing = fit.missing.map((field) => labelOf(speaker, form, field)).join(words.list);
    return { fit, words: words.fit(fit, groupedDigits(yuanOf(fit.apart)), missing) };
  });
}
