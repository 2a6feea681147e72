// Where: the place and the year. Places with rules of their own stand in the first list; all others are looked for
// by their province, and what is known of the rules there can be filled in.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { setFirstPlace, setPlace, setYear } from "../../model/actions.js";
import { PLACE, PLACE_IN_PROVINCE, YEAR, isOfCity } from "../../model/fields.js";
import { showsField } from "../../model/path.js";
import { firstPlaces, placesIn, provinceOpened } from "../../speech/places.js";
import type { Context } from "../context.js";
import { selectField } from "./choices.js";
import { personFactField } from "./fact.js";

function provinceView(context: Context) {
  const { check, text, change } = context;
  const province = provinceOpened(check);
  if (!province) return nothing;
  return selectField(
    context,
    {
      id: PLACE_IN_PROVINCE,
      label: text.placeIn(province.name),
      entry: check.state.place,
      onEntry: (entry) => change(setPlace(entry)),
    },
    placesIn(context, province),
  );
}

/** Said before anything is filled in: without rules of its own a place gets the national frame's range. */
function nationalView(context: Context, form: Form | undefined) {
  const { check, text } = context;
  const { place } = check.state;
  if (place === "" || check.atlas.ownRules(place)) return nothing;
  const facts = form?.facts.filter(({ id }) => isOfCity(id)) ?? [];
  return html`<p class="remark remark-attention" id="national">${text.national}</p>
    ${
      facts.length > 0
        ? html`<details class="fold">
            <summary>${text.cityFacts}</summary>
            <p class="hint">${text.cityFactsLead}</p>
            ${facts.map((fact) => personFactField(context, fact))}
          </details>`
        : nothing
    }`;
}

export function placeView(context: Context): TemplateResult {
  const { check, text, change } = context;
  const { province, place, year } = check.state;
  const placeQuestion = () =>
    html`${selectField(
      context,
      {
        id: PLACE,
        label: text.place,
        term: ["place", text.placeTerm],
        entry: province || place,
        onEntry: (entry) => change(setFirstPlace(entry, entry.length === 2)),
      },
      firstPlaces(context),
    )}
    ${provinceView(context)} ${nationalView(context, check.form)}`;
  return html`${showsField(check, PLACE) ? placeQuestion() : nothing}
  ${
    showsField(check, YEAR)
      ? selectField(
          context,
          {
            id: YEAR,
            label: text.year,
            hint: text.yearHint,
            entry: year,
            onEntry: (entry) => change(setYear(entry)),
          },
          check.years().map((each) => ({ value: each, label: each })),
        )
      : nothing
  }`;
}
