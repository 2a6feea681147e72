// The engine's answers in the oracle's form: amounts in fen, those that are ranges as {least, most, tight}.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assertValid } from "../schema/validate.mjs";
import { loadWasm } from "../../script/lib/wasm.mjs";
import { PAYERS, toFen } from "./wuxi.mjs";

const root = new URL("../../", import.meta.url);

function built(path) {
  const file = fileURLToPath(new URL(path, root));
  assert.ok(existsSync(file), `${path} is not there: run script/build first`);
  return file;
}

/** Settles the text of a case with the command line; gives the text of the answer. */
export function commandLine() {
  const program = built("build/native/aidcheck");
  return (text) => {
    const run = spawnSync(program, ["estimate", "-"], {
      cwd: fileURLToPath(root),
      input: text,
      encoding: "utf8",
    });
    assert.ifError(run.error);
    assert.ok([0, 2].includes(run.status), `exit ${run.status ?? run.signal}: ${run.stderr}`);
    assert.equal(run.status, "error" in JSON.parse(run.stdout) ? 2 : 0);
    return run.stdout.replace(/\n$/, "");
  };
}

/** The same with engine.wasm and the packs of Wuxi. */
export async function wasm() {
  const call = await loadWasm(built("dist/engine.wasm"));
  const folder = new URL("rules/packs/320200/", root);
  const packs = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(packs.length > 0, "rules/packs/320200 holds a pack");
  for (const name of packs) {
    const { failed, text } = call("aidcheck_load", readFileSync(new URL(name, folder)));
    assert.equal(failed, 0, `${name}: ${text}`);
  }
  return (text) => {
    const result = call("aidcheck_estimate", new TextEncoder().encode(text));
    assert.equal(result.failed, "error" in JSON.parse(result.text) ? 1 : 0);
    return result.text;
  };
}

function figure(amount) {
  if (typeof amount === "number") return toFen(amount);
  return { least: toFen(amount.min), most: toFen(amount.max), tight: amount.tight !== false };
}

/** The figures of an answer, and the places of what was not known; or its error. */
export function figures(text) {
  const result = JSON.parse(text);
  assertValid(result.error ? "error" : "result", result);
  if (result.error) {
    assert.equal(result.error.kind, "bad_case", text);
    return { error: { code: result.error.code, at: result.error.at } };
  }
  const payers = (list) => {
    const amounts = Object.fromEntries(list.map(({ id, amount }) => [id, amount]));
    assert.equal(Object.keys(amounts).length, list.length, "no payer twice");
    assert.deepEqual(
      Object.keys(amounts).filter((id) => !PAYERS.includes(id)),
      [],
      "no payer of its own",
    );
    return Object.fromEntries(PAYERS.map((id) => [id, figure(amounts[id] ?? 0)]));
  };
  const personal = (amounts) =>
    Object.fromEntries(["in_scope", "out_of_scope", "total"].map((name) => [name, figure(amounts[name])]));
  const amounts = (all) =>
    Object.fromEntries(Object.entries(all).map(([name, amount]) => [name, figure(amount)]));
  return {
    figures: {
      payers: payers(result.payers),
      personal: personal(result.personal),
      visits: result.visits.map((it) => ({
        id: it.id,
        category: it.category,
        payers: payers(it.payers),
        personal: personal(it.personal),
      })),
      after: { pools: amounts(result.after.pools), cumulative: amounts(result.after.cumulative) },
    },
    unknown: result.unknown.map(({ at }) => at),
  };
}
