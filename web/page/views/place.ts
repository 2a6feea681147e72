// Where: the place and the year. Places with rules of their own stand in the first list; all others are looked for
// by their province, and what is known of the rules there can be filled in.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { setFirstPlace, setPlace, setYear } from "../../model/actions.js";
import { PLACE, PLACE_IN_PROVINCE, YEAR, isOfCity } from "../../model/fields.js";
import { showsField } from "../../model/path.js";
import { NATION, type NamedPlace, type Province } from "../../model/places.js";
import { printedLanguage, say, sayPrinted, type Context } from "../context.js";
import { selectField, type Option, type OptionGroup } from "./choices.js";
import { personFactField } from "./fact.js";

function nameOption(context: Context, name: string): Omit<Option, "value"> {
  return { label: sayPrinted(context, name), lang: printedLanguage(context, name) };
}

/** Provinces go by their two digits, so that Beijing the province is told from Beijing the place with rules. */
const provinceId = ({ code }: Province): string => code.slice(0, 2);

function firstList(context: Context): readonly (Option | OptionGroup)[] {
  const { check, text } = context;
  const { own, nation, provinces } = check.atlas;
  const ownOptions = own.map(({ code, name }) => ({ value: code, label: say(context, name) }));
  if (!nation) return ownOptions;
  return [
    { group: text.placesOwn, options: ownOptions },
    {
      group: text.placesElsewhere,
      options: provinces.map((province) => ({
        value: provinceId(province),
        ...nameOption(context, province.name),
      })),
    },
    { value: NATION, label: text.notSure },
  ];
}

function placeOption(context: Context, province: Province, { code, name }: NamedPlace): Option {
  const { check, text } = context;
  const own = check.atlas.ownRules(code) !== undefined;
  const label = own ? text.withOwnRules(name) : code === province.code ? text.someCityOf(name) : name;
  return { value: code, ...nameOption(context, label) };
}

function provinceView(context: Context) {
  const { check, text, change } = context;
  const { atlas, state } = check;
  const province = atlas.provinces.find((each) => provinceId(each) === state.province);
  if (!province) return nothing;
  return selectField(
    context,
    {
      id: PLACE_IN_PROVINCE,
      label: text.placeIn(province.name),
      entry: state.place,
      onEntry: (entry) => change(setPlace(entry)),
    },
    province.regions.map(({ name, places }) => {
      const { label, lang } = nameOption(context, name || province.name);
      return { group: label, lang, options: places.map((place) => placeOption(context, province, place)) };
    }),
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
      firstList(context),
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
