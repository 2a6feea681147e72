// rules/index.json: current, and worked out as it should be.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { rulesIndexJson } from "../../script/lib/rules-index.mjs";
import { assertValid } from "../schema/validate.mjs";

const rules = fileURLToPath(new URL("../../rules/", import.meta.url));

test("rules/index.json is what script/rules-index makes of the packs", () => {
  assert.equal(
    readFileSync(join(rules, "index.json"), "utf8"),
    rulesIndexJson(rules),
    "run script/rules-index",
  );
});

test("rules/index.json is a valid index", () => {
  assertValid("index", JSON.parse(rulesIndexJson(rules)));
});

const text = (words) => ({ "zh-Hans": words, en: words });
const source = (number, trust) => ({ number, trust });

/** A pack whose figures cite `law` and, in a row of their own, `figure`; a category cites `list`. */
const pack = (from, trust, more = {}) => ({
  place: "320200",
  name: text(`name from ${from}`),
  version: "3",
  in_force: { from },
  sources: { law: source("1号", "T1"), figure: source("2号", trust), list: source("3号", "T3") },
  categories: [{ id: "subsistence", cite: "list#1" }],
  pools: { year: { limit: [{ amount: "1元", cite: ["law#1", "figure#2"] }] } },
  layers: [{ id: "aid", cite: "law#1" }],
  ...more,
});

function indexOf(packs) {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    for (const [file, json] of Object.entries(packs)) {
      mkdirSync(join(folder, "packs", file, ".."), { recursive: true });
      writeFileSync(join(folder, "packs", file), JSON.stringify(json));
    }
    mkdirSync(join(folder, "packs/320200/examples"));
    const index = JSON.parse(rulesIndexJson(folder));
    assertValid("index", index);
    return index.places;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the versions of a place stand in order, under its newest name", () => {
  const ended = { in_force: { from: "2021-01-01", until: "2022-12-31" } };
  const [place, ...others] = indexOf({
    "320200/2023-01-01.json": pack("2023-01-01", "T1"),
    "320200/2021-01-01.json": pack("2021-01-01", "T1", ended),
  });
  assert.deepEqual(others, []);
  assert.equal(place.code, "320200");
  assert.equal(place.name.en, "name from 2023-01-01");
  assert.deepEqual(
    place.versions.map(({ file, from, until, version }) => ({ file, from, until, version })),
    [
      { file: "packs/320200/2021-01-01.json", from: "2021-01-01", until: "2022-12-31", version: "3" },
      { file: "packs/320200/2023-01-01.json", from: "2023-01-01", until: undefined, version: "3" },
    ],
  );
});

test("a version's hash is that of its file's bytes", () => {
  const json = pack("2023-01-01", "T1");
  const [{ versions }] = indexOf({ "320200/2023-01-01.json": json });
  const digest = createHash("sha256").update(JSON.stringify(json)).digest("base64");
  assert.equal(versions[0].hash, `sha256-${digest}`);
});

test("a version is trusted as far as the worst document that a figure cites", () => {
  const trust = (json) => indexOf({ "320200/2023-01-01.json": json })[0].versions[0].trust;
  assert.equal(trust(pack("2023-01-01", "T1")), "T1");
  assert.equal(trust(pack("2023-01-01", "T2")), "T2");
  assert.equal(trust(pack("2023-01-01", "T3")), "T3");
  assert.equal(
    trust(pack("2023-01-01", "T1", { pools: {}, layers: [{ id: "basic", sheet: "basic" }] })),
    "T3",
  );
});

test("every document is listed with its number and trust", () => {
  const [{ versions }] = indexOf({ "320200/2023-01-01.json": pack("2023-01-01", "T2") });
  assert.deepEqual(versions[0].sources, [
    { id: "law", number: "1号", trust: "T1" },
    { id: "figure", number: "2号", trust: "T2" },
    { id: "list", number: "3号", trust: "T3" },
  ]);
});

test("who checked a version, when to look again and why it was withdrawn go along", () => {
  const standing = {
    checked: [{ by: text("someone"), on: "2024-01-02" }],
    review_by: "2025-01-01",
    withdrawn: { on: "2024-02-03", why: text("copied wrongly") },
  };
  const [{ versions }] = indexOf({ "320200/2023-01-01.json": pack("2023-01-01", "T1", standing) });
  const { checked, review_by, withdrawn } = versions[0];
  assert.deepEqual({ checked, review_by, withdrawn }, standing);
});
