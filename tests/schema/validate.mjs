// Holds JSON against the schemas in rules/schema/: assertValid("result", json)
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const ENDING = ".schema.json";
const folder = new URL("../../rules/schema/", import.meta.url);

export const schemaNames = readdirSync(folder)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

const ajv = new Ajv({ strict: true, allErrors: true });
for (const name of schemaNames) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(name + ENDING, folder), "utf8")), name);
}

/** The check of one schema, by its name (`case`, `result`…); the check's `errors` say what it found. */
export function validator(name) {
  return ajv.getSchema(name);
}

export function assertValid(name, json) {
  const validate = validator(name);
  assert.ok(validate, `rules/schema/${name}${ENDING} is missing`);
  if (validate(json)) return;
  const findings = validate.errors.map(
    ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
  );
  assert.fail(`not a valid ${name}:\n${findings.join("\n")}`);
}
