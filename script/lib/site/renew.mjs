// Makes what a folder to be served needs beside the build's files and its packs: rules/index.json and the .br files.
// Packs that the site's own engine does not take stop it before anything is written.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rulesIndexJson } from "../rules-index.mjs";
import { loadWasm } from "../wasm.mjs";
import { compress } from "./compress.mjs";
import { replace } from "./replace.mjs";

function packsBelow(rules) {
  return readdirSync(join(rules, "packs")).flatMap((place) =>
    readdirSync(join(rules, "packs", place))
      .filter((name) => name.endsWith(".json"))
      .map((name) => join("packs", place, name)),
  );
}

async function problemsOf(folder, rules, packs) {
  const call = await loadWasm(join(folder, "engine.wasm"));
  return packs.flatMap((pack) => {
    const { failed, text } = call("aidcheck_load", readFileSync(join(rules, pack)));
    if (!failed) return [];
    return [`rules/${pack}: ${JSON.parse(text).error.message.en}`];
  });
}

export async function renew(folder) {
  const rules = join(folder, "rules");
  const packs = packsBelow(rules);
  const problems = await problemsOf(folder, rules, packs);
  if (problems.length > 0) return { told: "", problems };
  replace(join(rules, "index.json"), rulesIndexJson(rules));
  return { told: `${packs.length} packs are listed, ${compress(folder)} files have a .br file`, problems };
}
