// The lists from which a place is chosen.

import { NATION, type NamedPlace, type Province } from "../model/places.js";
import type { SelfCheck } from "../model/self-check.js";
import type { Option, OptionGroup } from "./options.js";
import { printedLanguage, say, sayPrinted, type Speaker } from "./say.js";

function nameOption(speaker: Speaker, name: string): Omit<Option, "value"> {
  return { label: sayPrinted(speaker, name), lang: printedLanguage(speaker, name) };
}

/** Provinces go by their two digits, so that Beijing the province is told from Beijing the place with rules. */
const provinceId = ({ code }: Province): string => code.slice(0, 2);

/** Places with rules of their own, then the provinces. */
export function firstPlaces(speaker: Speaker): readonly (Option | OptionGroup)[] {
  const { check, text } = speaker;
  const { own, nation, provinces } = check.atlas;
  const ownOptions = own.map(({ code, name }) => ({ value: code, label: say(speaker, name) }));
  if (!nation) return ownOptions;
  return [
    { group: text.placesOwn, options: ownOptions },
    {
      group: text.placesElsewhere,
      options: provinces.map((province) => ({
        value: provinceId(province),
        ...nameOption(speaker, province.name),
      })),
    },
    { value: NATION, label: text.notSure },
  ];
}

function placeOption(speaker: Speaker, province: Province, { code, name }: NamedPlace): Option {
  const { check, text } = speaker;
  const own = check.atlas.ownRules(code) !== undefined;
  const label = own ? text.withOwnRules(name) : code === province.code ? text.someCityOf(name) : name;
  return { value: code, ...nameOption(speaker, label) };
}

/** The province in which a place is looked for. */
export function provinceOpened({ atlas, state }: SelfCheck): Province | undefined {
  return atlas.provinces.find((each) => provinceId(each) === state.province);
}

export function placesIn(speaker: Speaker, province: Province): readonly OptionGroup[] {
  return province.regions.map(({ name, places }) => {
    const { label, lang } = nameOption(speaker, name || province.name);
    return { group: label, lang, options: places.map((place) => placeOption(speaker, province, place)) };
  });
}
