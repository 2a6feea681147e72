// Files that are kept, each under its path and its hash, so that no two versions are ever mixed up. Nothing else is kept:
// no entry, no result.

import { RULES_INDEX, hashOf, packsIn } from "./manifest.js";

const NAME = "aidcheck";

type Files = Readonly<Record<string, string>>;

const keyOf = (path: string, hash: string): string => `${path}?${encodeURIComponent(hash)}`;
const ANY = { ignoreVary: true };

/** Something arrived, and it is not what it should be. */
export class Broken extends Error {}

async function fetchWhole(path: string, hash: string, cache: RequestCache): Promise<Response | undefined> {
  const response = await fetch(path, { cache });
  const bytes = await response.clone().arrayBuffer();
  return response.ok && (await hashOf(bytes)) === hash ? response : undefined;
}

export class Store {
  private readonly cache = caches.open(NAME);

  /** Kept or else fetched, whole and as named; a copy that is not is fetched once more past all caches. */
  async take(path: string, hash: string): Promise<Response> {
    const cache = await this.cache;
    const kept = await cache.match(keyOf(path, hash), ANY);
    if (kept) return kept;
    const response = (await fetchWhole(path, hash, "default")) ?? (await fetchWhole(path, hash, "reload"));
    if (!response) throw new Broken(path);
    await cache.put(keyOf(path, hash), response.clone());
    return response;
  }

  async takeAll(files: Files): Promise<void> {
    await Promise.all(Object.entries(files).map(([path, hash]) => this.take(path, hash)));
  }

  /** The list of rules that is complete here. */
  async rulesIndex(): Promise<Response | undefined> {
    return (await this.cache).match(RULES_INDEX, ANY);
  }

  /** Fetches the list of rules and all that it names; only then it becomes the one that is kept. */
  async renewRules(): Promise<void> {
    const response = await fetch(RULES_INDEX, { cache: "no-cache" });
    const packs = response.ok ? packsIn(await response.clone().text()) : undefined;
    if (!packs) throw new Broken(RULES_INDEX);
    await this.takeAll(packs);
    await (await this.cache).put(RULES_INDEX, response);
  }

  /** Lets go of what is neither among these nor named by the list of rules. */
  async keepOnly(files: Files): Promise<void> {
    const cache = await this.cache;
    const index = await this.rulesIndex();
    const packs = (index && packsIn(await index.text())) ?? {};
    const named = Object.entries({ ...files, ...packs }).map(([path, hash]) => keyOf(path, hash));
    const kept = new Set([RULES_INDEX, ...named].map((key) => new URL(key, location.href).href));
    for (const request of await cache.keys()) {
      if (!kept.has(request.url)) await cache.delete(request);
    }
  }
}
