// Step one: the place and the year.

import { html, type TemplateResult } from "lit";
import { setPlace, setYear } from "../../model/actions.js";
import { PLACE, YEAR } from "../../model/fields.js";
import { say, type Context } from "../context.js";
import { selectField } from "./choices.js";

export function placeView(context: Context): TemplateResult {
  const { check, text, change } = context;
  const { place, year } = check.state;
  return html`<section class="step" aria-labelledby="place-heading">
    <h2 id="place-heading">${text.placeHeading}</h2>
    ${selectField(
      context,
      { id: PLACE, label: text.place, entry: place, onEntry: (entry) => change(setPlace(entry)) },
      check.places.map(({ code, name }) => ({ value: code, label: say(context, name) })),
    )}
    ${selectField(
      context,
      {
        id: YEAR,
        label: text.year,
        hint: text.yearHint,
        entry: year,
        onEntry: (entry) => change(setYear(entry)),
      },
      check.years().map((each) => ({ value: each, label: each })),
    )}
  </section>`;
}
