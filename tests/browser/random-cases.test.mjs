// Random cases, entered by hand: the page reads what the command line prints for the same case, every fen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { randomCase } from "../oracle/cases.mjs";
import { CATEGORIES, settle } from "../oracle/wuxi.mjs";
import { openBrowser } from "./browser.mjs";
import { estimate } from "./command-line.mjs";
import { enterCase } from "./mouse.mjs";
import { answerOf, readAnswer } from "./read.mjs";

/** So many cases of one bill, of two, three and four. */
const CASES = [6, 4, 3, 1];

/** The page numbers the bills itself, so the case leaves their ids out. */
function withoutIds(input) {
  return { ...input, visits: input.visits.map((visit) => ({ ...visit, id: undefined })) };
}

/** Only categories that the city assists are offered. */
function canBeEntered({ person }) {
  return person.identities.every((identity) => (identity.category ?? identity) in CATEGORIES);
}

/** The first seeds with a case that settles and that the page can take. */
function pickCases() {
  const wanted = [...CASES];
  const cases = new Map();
  for (let seed = 1; wanted.some((count) => count > 0); seed++) {
    const input = randomCase(seed);
    const size = input.visits.length - 1;
    if (!(wanted[size] > 0) || !canBeEntered(input) || settle(input).error) continue;
    wanted[size] -= 1;
    cases.set(seed, withoutIds(input));
  }
  return cases;
}

/** What is stated of the person holds for every bill that does not say otherwise; on the page every bill says it. */
function asEntered({ person: { identities, insurance, registered_here, ...shared }, visits, ...rest }) {
  return {
    ...rest,
    person: { identities, insurance, registered_here },
    visits: visits.map((visit) => ({ ...shared, ...visit })),
  };
}

const cases = pickCases();

test("the seeds reach what they are for", () => {
  const all = [...cases.values()];
  const results = all.map(estimate);
  const paid = (payer) =>
    results.filter(({ payers }) => payers.some(({ id, amount }) => id === payer && amount > 0));
  assert.ok(all.some(({ before }) => before?.pools && before.cumulative?.top_up));
  assert.ok(all.some(({ readings }) => Object.keys(readings ?? {}).length > 0));
  assert.ok(all.some(({ person }) => person.identities.some(({ from, until }) => from && until)));
  assert.ok(all.some(({ person }) => person.identities.length > 1));
  assert.ok(all.some(({ person }) => person.identities.length === 0));
  for (const payer of ["assistance", "top_up", "civil_servant", "other"])
    assert.ok(paid(payer).length > 0, payer);
});

describe("the page reads what the command line prints", { concurrency: 2 }, () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [seed, input] of cases) {
    test(`seed ${seed}: ${input.visits.length} bills`, async () => {
      const page = await browser.openPage();
      await enterCase(page, asEntered(input));
      assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
      assert.deepEqual(page.watch.complaints, []);
      await page.context().close();
    });
  }
});
