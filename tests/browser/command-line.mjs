// What the command line prints for a case.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../build/native/aidcheck", import.meta.url));

export function estimate(input) {
  const { status, stdout } = spawnSync(COMMAND, ["estimate", "-"], { input: JSON.stringify(input) });
  assert.equal(status, 0, String(stdout));
  return JSON.parse(stdout);
}
