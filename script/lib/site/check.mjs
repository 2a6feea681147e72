// Is what is served whole? Every file that a list of the site names is held against its hash: what the service worker
// keeps, what portals load, the rules. Of a folder, also whether each .br file is what it stands beside.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { staleIn } from "./compress.mjs";
import { hashLike, keptBy, packsIn } from "./named.mjs";

const LISTS = {
  "sw.js": keptBy,
  "integrity.json": JSON.parse,
  "rules/index.json": packsIn,
};

const isAddress = (where) => /^https?:/.test(where);

function readerOf(where) {
  if (!isAddress(where)) return (path) => readFileSync(join(where, path));
  const site = where.endsWith("/") ? where : `${where}/`;
  return async (path) => {
    const response = await fetch(new URL(path, site), { redirect: "error" });
    if (!response.ok) throw new Error(`answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
}

/** The files that a list names; a list that cannot be read or names nothing is itself wrong. */
async function namedIn(list, read) {
  const named = LISTS[list](String(await read(list)));
  if (Object.keys(named).length === 0) throw new Error("names no file");
  return named;
}

export async function check(where) {
  const read = readerOf(where);
  const problems = [];
  let whole = 0;
  const attempt = async (path, work) => {
    try {
      return await work();
    } catch (error) {
      problems.push(`${path}: ${error.message}`);
      return undefined;
    }
  };
  for (const list of Object.keys(LISTS)) {
    const named = (await attempt(list, () => namedIn(list, read))) ?? {};
    for (const [path, hash] of Object.entries(named)) {
      const bytes = await attempt(path, () => read(path));
      if (bytes && hashLike(hash, bytes) === hash) whole += 1;
      else if (bytes) problems.push(`${path}: is not what ${list} names`);
    }
  }
  if (!isAddress(where)) {
    for (const file of staleIn(where))
      problems.push(`${relative(where, file)}: is not what stands beside it`);
  }
  return { told: `${whole} files are as they should be`, problems };
}
