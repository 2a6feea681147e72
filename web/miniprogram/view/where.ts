// Where: the place and the year.

import { setFirstPlace, setPlace, setYear } from "../../model/actions.js";
import { PLACE, PLACE_IN_PROVINCE, YEAR, isOfCity } from "../../model/fields.js";
import { showsField } from "../../model/path.js";
import { firstPlaces, placesIn, provinceOpened } from "../../speech/places.js";
import { section, type Block, type Section } from "./blocks.js";
import { listOf, personFactField, term } from "./field.js";
import { fold, words, type Scene } from "./scene.js";

function provinceBlocks(scene: Scene): Block[] {
  const { check, text, change } = scene;
  const province = provinceOpened(check);
  if (!province) return [];
  return listOf(
    scene,
    {
      id: PLACE_IN_PROVINCE,
      label: text.placeIn(province.name),
      entry: check.state.place,
      onEntry: (entry) => change(setPlace(entry)),
    },
    placesIn(scene, province),
  );
}

/** Said before anything is filled in: without rules of its own a place gets the national frame's range. */
function nationalBlocks(scene: Scene): Block[] {
  const { check, text } = scene;
  const { place } = check.state;
  if (place === "" || check.atlas.ownRules(place)) return [];
  const facts = check.form?.facts.filter(({ id }) => isOfCity(id)) ?? [];
  return [
    ...words("national", text.national, "attention"),
    ...(facts.length === 0
      ? []
      : fold(scene, "city-facts", text.cityFacts, () => [
          ...words("city-facts-lead", text.cityFactsLead, "hint"),
          ...facts.flatMap((fact) => personFactField(scene, fact)),
        ])),
  ];
}

function placeBlocks(scene: Scene): Block[] {
  const { check, text, change } = scene;
  const { province, place } = check.state;
  const options = {
    id: PLACE,
    label: text.place,
    entry: province || place,
    onEntry: (entry: string) => change(setFirstPlace(entry, entry.length === 2)),
  };
  return [
    ...listOf(scene, options, firstPlaces(scene)),
    ...term(scene, PLACE, "place", text.placeTerm),
    ...provinceBlocks(scene),
    ...nationalBlocks(scene),
  ];
}

function yearBlocks(scene: Scene): Block[] {
  const { check, text, change } = scene;
  const options = {
    id: YEAR,
    label: text.year,
    hint: text.yearHint,
    entry: check.state.year,
    onEntry: (entry: string) => change(setYear(entry)),
  };
  return listOf(
    scene,
    options,
    check.years().map((year) => ({ value: year, label: year })),
  );
}

export function whereSections(scene: Scene): readonly Section[] {
  const { check } = scene;
  return [
    ...section("where-place", showsField(check, PLACE) ? placeBlocks(scene) : []),
    ...section("where-year", showsField(check, YEAR) ? yearBlocks(scene) : []),
  ];
}
