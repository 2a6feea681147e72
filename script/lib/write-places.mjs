import { writeFileSync } from "node:fs";
import { codesInc, placesJson, readPlaces } from "./places.mjs";

const root = new URL("../..", import.meta.url);
const places = readPlaces();
writeFileSync(new URL("rules/places.json", root), placesJson(places));
writeFileSync(new URL("engine/src/place/codes.inc", root), codesInc(places.map((place) => place.code)));
