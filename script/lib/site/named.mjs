// What the files of a site are held against: the lists that the site itself brings.
import { hashOf } from "../hash.mjs";

/** `sha256-…` or `sha384-…`, as `like` is. */
export function hashLike(like, bytes) {
  const [algorithm] = like.split("-");
  return hashOf(algorithm, bytes);
}

/** The packs in the text of rules/index.json, by their paths below the site. */
export function packsIn(text) {
  const versions = JSON.parse(text).places.flatMap((place) => place.versions);
  return Object.fromEntries(versions.map(({ file, hash }) => [`rules/${file}`, hash]));
}

/** What the service worker keeps, from the text of sw.js. */
export function keptBy(worker) {
  return Object.fromEntries(
    [...worker.matchAll(/"([\w./-]+)":"(sha256-[\w+/=]+)"/g)].map(([, ...pair]) => pair),
  );
}
