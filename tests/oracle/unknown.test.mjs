// What the engine answers where not all is known, against the oracle: no completion of the case lies outside, and where
// all completions can be tried, the ranges end where the oracle's figures do.
import assert from "node:assert/strict";
import test from "node:test";
import { assertValid } from "../schema/validate.mjs";
import { randomCase } from "./cases.mjs";
import { figures, wasm } from "./engine.mjs";
import { complete, everyCompletion, forget } from "./forget.mjs";
import { settle } from "./wuxi.mjs";

const SEEDS = 700;
const SEEDS_WITH_ERRORS = 2100;
const COMPLETIONS = 12;
const SEEDS_IN_EVERY_WAY = 500;
const MOST_WAYS = 2000;
const seeds = (count) => Array.from({ length: count }, (_, index) => index + 1);

/** Each figure as [where, figure]. */
function leaves(tree, at = "") {
  if (tree === null || typeof tree !== "object" || "least" in tree || "one_of" in tree) return [[at, tree]];
  return Object.entries(tree).flatMap(([name, inner]) => leaves(inner, `${at}/${name}`));
}

/** Where a figure of the completion lies outside of the engine's. */
function outside(found, completed) {
  const figuresThere = new Map(leaves(completed));
  return leaves(found)
    .filter(([at]) => figuresThere.has(at))
    .filter(([at, figure]) => !holds(figure, figuresThere.get(at)))
    .map(([at, figure]) => `${at}: ${told(figure)} does not hold ${told(figuresThere.get(at))}`);
}

function holds(figure, value) {
  if (figure === null || typeof figure !== "object") return figure === value;
  return "one_of" in figure ? figure.one_of.includes(value) : figure.least <= value && value <= figure.most;
}

const told = (figure) =>
  JSON.stringify(figure, (_, value) => (typeof value === "bigint" ? Number(value) / 100 : value));

/** The engine's answer to the case: an answer and no error. */
function answerTo(estimate, input) {
  assertValid("case", input);
  const answer = figures(estimate(JSON.stringify(input)));
  assert.equal(answer.error, undefined, JSON.stringify(answer.error));
  return answer;
}

function check(count, one) {
  const wrong = [];
  for (const seed of seeds(count)) {
    const problems = one(seed);
    if (problems.length > 0) wrong.push(`seed ${seed}\n${problems.join("\n")}`);
  }
  assert.equal(wrong.length, 0, `${wrong.length} of ${count} seeds\n${wrong.slice(0, 3).join("\n\n")}`);
}

function outsideOfAny(seed, input, found) {
  for (let turn = 0; turn < COMPLETIONS; ++turn) {
    const completed = complete(seed * COMPLETIONS + turn, input);
    const problems = outside(found, settle(completed));
    if (problems.length > 0) return [JSON.stringify(input), JSON.stringify(completed), ...problems];
  }
  return [];
}

test("what the oracle misses is named, and no completion lies outside", async () => {
  const estimate = await wasm();
  const seen = new Set();
  check(SEEDS_WITH_ERRORS, (seed) => {
    const input = randomCase(seed);
    const { error } = settle(input);
    if (!error) return [];
    seen.add(error.at.replace(/\d+/, "*"));
    const { figures: found, unknown } = answerTo(estimate, input);
    // A kind of visit may be of no consequence; whatever else is missing is not.
    if (!unknown.includes(error.at) && !error.at.endsWith("/kind")) return [`${error.at} is not named`];
    return outsideOfAny(seed, input, found);
  });
  for (const at of ["/person/insurance", "/visits/*/where", "/visits/*/sheet/total", "/visits/*/sheet/basic"])
    assert.ok(seen.has(at), at);
});

test(`no completion of ${SEEDS} cases, parts of which were forgotten, lies outside`, async () => {
  const estimate = await wasm();
  let ranges = 0;
  check(SEEDS, (seed) => {
    const input = forget(seed, randomCase(seed), { facts: false });
    const { figures: found } = answerTo(estimate, input);
    if (typeof found.personal.total === "object") ++ranges;
    return outsideOfAny(seed, input, found);
  });
  assert.ok(ranges > SEEDS / 3, `${ranges} ranges`);
});

test("where answers alone were forgotten, ranges end where the oracle's figures do", async () => {
  const estimate = await wasm();
  const seen = { tried: 0, tight: 0, wide: 0 };
  check(SEEDS_IN_EVERY_WAY, (seed) => {
    const whole = randomCase(seed);
    if (settle(whole).error) return [];
    const input = forget(seed, whole, { facts: true });
    const completions = [];
    for (const one of everyCompletion(input)) {
      if (one === null || completions.push(settle(one)) > MOST_WAYS) return [];
    }
    ++seen.tried;
    const { figures: found } = answerTo(estimate, input);
    const problems = hullDiffers(leaves(found), completions, seen);
    return problems.length > 0 ? [JSON.stringify(input), ...problems] : [];
  });
  assert.ok(seen.tried > SEEDS_IN_EVERY_WAY / 2, `${seen.tried} tried`);
  assert.ok(seen.tight > 20 * seen.wide, `${seen.tight} tight ranges, ${seen.wide} that may be wider`);
});

function hullDiffers(found, settled, seen) {
  const all = settled.map((result) => new Map(leaves(result)));
  return found.flatMap(([at, figure]) => {
    const values = all.map((one) => one.get(at)).filter((value) => value !== undefined);
    if (values.some((value) => !holds(figure, value))) return [`${at}: ${told(figure)} is too narrow`];
    // Serious illness is not counted in every completion.
    if (typeof figure?.least !== "bigint" || values.length < all.length) return [];
    if (!figure.tight) {
      ++seen.wide;
      return [];
    }
    ++seen.tight;
    const reached = values.includes(figure.least) && values.includes(figure.most);
    return reached ? [] : [`${at}: ${told(figure)} is too wide for ${[...new Set(values)].sort().join(" ")}`];
  });
}
