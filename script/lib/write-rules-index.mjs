import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rulesIndexJson } from "./rules-index.mjs";

const rules = fileURLToPath(new URL("../../rules/", import.meta.url));
writeFileSync(`${rules}index.json`, rulesIndexJson(rules));
