// What script/rules-index makes out of the rule packs: which places there are, which versions of their rules, and how
// far these can be trusted. The page starts from it, so that it needs no server that lists folders.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash.mjs";

/** The parts of a pack in which figures stand. */
const WITH_FIGURES = ["facts", "pools", "tables", "layers"];

/** Every `xi98#6` in a part of a pack. */
function citationsIn(part) {
  if (part === null || typeof part !== "object") return [];
  const { cite = [], ...rest } = part;
  return [cite, ...Object.values(rest).map(citationsIn)].flat();
}

/** Figures that only a reading's choice brings in do not make the rest of the pack less certain. */
const isChosen = ({ rules_when }) => rules_when !== undefined;

/** The worst grade among the documents that the pack's figures cite: T3 is worse than T1. */
function trustOf({ layers, ...pack }) {
  const always = { ...pack, layers: layers.filter((layer) => !isChosen(layer)) };
  const cited = WITH_FIGURES.flatMap((part) => citationsIn(always[part]));
  const grades = cited.map((citation) => pack.sources[citation.split("#")[0]]?.trust);
  const all = Object.values(pack.sources).map(({ trust }) => trust);
  return (grades.length > 0 ? grades : all).sort().at(-1);
}

function indexVersion(rules, file) {
  const bytes = readFileSync(join(rules, file));
  const pack = JSON.parse(bytes);
  const { checked, review_by, withdrawn } = pack;
  const version = {
    file,
    ...pack.in_force,
    version: pack.version,
    hash: hashOf("sha256", bytes),
    trust: trustOf(pack),
    sources: Object.entries(pack.sources).map(([id, { number, trust }]) => ({ id, number, trust })),
    checked,
    review_by,
    withdrawn,
  };
  return { place: pack.place, name: pack.name, version };
}

function indexPlace(rules, folder) {
  const packs = readdirSync(join(rules, "packs", folder))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => indexVersion(rules, `packs/${folder}/${file}`));
  const newest = packs.at(-1);
  return { code: newest.place, name: newest.name, versions: packs.map(({ version }) => version) };
}

/** The text of rules/index.json for a folder of rules. */
export function rulesIndexJson(rules) {
  const places = readdirSync(join(rules, "packs")).sort();
  return `${JSON.stringify({ places: places.map((folder) => indexPlace(rules, folder)) }, null, 2)}\n`;
}
