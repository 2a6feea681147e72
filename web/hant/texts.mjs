// Every Chinese text that the page can show: its own, the engine's messages, what stands in packs, the names of places.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const CHINESE = /\p{Script=Han}/u;

/** Between quotes, in templates, in comments: a comment too many does no harm. */
const WRITTEN = /[^"`{}$\\\n]+/g;

const SOURCE = /(?<!\.test)\.(cpp|h|ts)$/;

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
}

const read = (path) => readFileSync(join(root, path), "utf8");

export function stringsIn(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

const written = ["web", "engine/src"]
  .flatMap(filesIn)
  .filter((path) => SOURCE.test(path))
  .flatMap((path) => read(path).match(WRITTEN) ?? []);

const packs = filesIn("rules/packs").filter((path) => /^rules\/packs\/[^/]*\/[^/]*\.json$/.test(path));

const ruled = [...packs, "rules/index.json"].flatMap((path) => stringsIn(JSON.parse(read(path))));

/** Cities and their counties share one string in the file, but not on the page. */
const places = stringsIn(JSON.parse(read("rules/places.json"))).flatMap((words) => words.split(/[\d ]+/));

/** Each once. */
export const texts = [...new Set([...written, ...ruled, ...places])].filter((text) => CHINESE.test(text));
