// The packs of this folder hold only their point; base.json holds what they have in common.
import { readFileSync } from "node:fs";

const base = JSON.parse(readFileSync(new URL("base.json", import.meta.url), "utf8"));

const each = (parts, make) =>
  parts && Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, make(id, part)]));

/** The pack that `part` stands for: what it leaves out comes from base.json. */
export function wholePack(part) {
  const whole = {
    ...base.pack,
    ...part,
    categories: part.categories?.map((category) => ({
      ...base.category,
      ...(typeof category === "string" ? { id: category } : category),
    })),
    facts: each(part.facts, (id, fact) => ({ ...base.facts[id], ...fact })),
    pools: each(part.pools, (_, pool) => ({ ...base.pool, ...pool })),
    layers: part.layers.map((layer) => ({ ...base.layer, ...base.layers[layer.id], ...layer })),
  };
  return JSON.parse(JSON.stringify(whole));
}
