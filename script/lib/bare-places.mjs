// rules/places.json as it is served: the places alone, on one line. Every first visit fetches it.
import { readFileSync } from "node:fs";

const { places } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify({ places }));
