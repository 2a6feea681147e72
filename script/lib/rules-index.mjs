// Writes index.json into a folder of rule packs, so that a page knows which ones there are without a server.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [root] = process.argv.slice(2);

function readPack(path) {
  const { place, name, version, in_force } = JSON.parse(readFileSync(join(root, path), "utf8"));
  return { place, name, listed: { path, version, ...in_force } };
}

function indexPlace(folder) {
  const packs = readdirSync(join(root, "packs", folder))
    .sort()
    .map((file) => readPack(`packs/${folder}/${file}`));
  const newest = packs.at(-1);
  return { code: newest.place, name: newest.name, packs: packs.map((pack) => pack.listed) };
}

const places = readdirSync(join(root, "packs")).sort().map(indexPlace);
writeFileSync(join(root, "index.json"), `${JSON.stringify({ places })}\n`);
