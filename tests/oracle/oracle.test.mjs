// The engine against the oracle: first the oracle against cases worked out by hand, then the command line and the
// wasm module against the oracle, every fen of every seed.
import assert from "node:assert/strict";
import test from "node:test";
import { assertValid } from "../schema/validate.mjs";
import { fen, randomCase } from "./cases.mjs";
import { commandLine, figures, wasm } from "./engine.mjs";
import { CATEGORIES, PAYERS, READINGS, settle, toFen } from "./wuxi.mjs";

const SEEDS = 1500;
const SEEDS_BY_COMMAND_LINE = 600;
const seeds = (count) => Array.from({ length: count }, (_, index) => index + 1);

// Cases worked out by hand

const sheet = (inScope, more = {}) => ({
  total: inScope,
  in_scope: inScope,
  basic: 0,
  serious_illness: 0,
  ...more,
});

/** A stay or visit at home without need of a referral, unless it says otherwise. */
const visit = (kind, from, amounts, more = {}) => ({
  kind,
  from,
  where: "county",
  referral: "not_needed",
  sheet: typeof amounts === "number" ? sheet(amounts) : amounts,
  ...more,
});

const caseOf = (identities, visits, more = {}) => ({
  place: "320200",
  year: 2024,
  person: { insurance: "resident", registered_here: true, identities },
  visits,
  ...more,
});

const shown = (amounts, names = Object.keys(amounts)) =>
  Object.fromEntries(names.map((name) => [name, Number(fen(amounts[name]))]));

const paidAtEach = (input, payer) => settle(input).visits.map(({ payers }) => Number(fen(payers[payer])));
const assistance = (input) => paidAtEach(input, "assistance");
const topUp = (input) => paidAtEach(input, "top_up");
const categories = (input) => settle(input).visits.map(({ category }) => category);
const reading = (input, readings) => ({ ...input, readings });
const missing = (at) => ({ error: { code: "fact.missing", at } });

const designCase = caseOf(
  [{ category: "subsistence", from: "2023-05-01", until: "2024-08-15" }],
  [
    {
      id: "1",
      kind: "inpatient",
      from: "2024-03-01",
      until: "2024-03-12",
      where: "county",
      referral: "not_needed",
      hospital: "secondary",
      sheet: {
        total: 52000,
        fully_own: 3000,
        own_first: 4000,
        in_scope: 45000,
        basic: 28000,
        serious_illness: 3000,
      },
    },
  ],
  { schema: 1, before: { pools: { outpatient: 0, inpatient: 0 }, cumulative: { top_up: 0 } }, readings: {} },
);

test("the design's own case: (45,000 − 28,000 − 3,000) × 85% = 11,900", () => {
  const result = settle(designCase);
  assert.deepEqual(shown(result.payers, ["basic", "serious_illness", "assistance", "top_up"]), {
    basic: 28000,
    serious_illness: 3000,
    assistance: 11900,
    top_up: 0,
  });
  assert.deepEqual(shown(result.personal), { in_scope: 2100, out_of_scope: 7000, total: 9100 });
  assert.equal(result.visits[0].category, "subsistence");
  assert.deepEqual(shown(result.after.pools), { outpatient: 0, inpatient: 11900 });
  assert.deepEqual(shown(result.after.cumulative, ["top_up"]), { top_up: 2100 });
});

test("rates: 100%, 85% and 70%, half a fen rounded up", () => {
  const paid = (category, inScope) =>
    assistance(caseOf([category], [visit("chronic", "2024-05-06", inScope)]));
  for (const category of ["extreme_poverty", "orphan", "unsupported_child"]) {
    assert.deepEqual(paid(category, 1000.01), [1000.01]);
  }
  for (const category of [
    "subsistence",
    "child_in_difficulty",
    "preferential_treatment",
    "retrenched_1960s",
    "hardship_worker",
  ]) {
    assert.deepEqual(paid(category, 1000), [850]);
  }
  for (const category of [
    "near_subsistence",
    "expenditure_hardship_patient",
    "temporary_relief_patient",
    "severe_disability",
    "other_special",
  ]) {
    assert.deepEqual(paid(category, 1000), [700]);
  }
  assert.deepEqual(paid("illness_poverty", 1000), [0]);
  assert.deepEqual(paid("subsistence", 0.1), [0.09]); // 8.5 fen
  assert.deepEqual(paid("near_subsistence", 0.05), [0.04]); // 3.5 fen
  assert.deepEqual(paid("near_subsistence", 0.02), [0.01]); // 1.4 fen
});

test("limits: 10,000 for outpatient visits, 300,000 shared by chronic care and stays", () => {
  const visits = [
    visit("outpatient", "2024-01-10", 9999.99),
    visit("outpatient", "2024-01-11", 5),
    visit("chronic", "2024-01-12", 100000),
    visit("inpatient", "2024-01-13", 250000),
  ];
  const result = settle(caseOf(["orphan"], visits));
  assert.deepEqual(
    result.visits.map(({ payers }) => Number(fen(payers.assistance))),
    [9999.99, 0.01, 100000, 200000],
  );
  assert.deepEqual(shown(result.after.pools), { outpatient: 10000, inpatient: 300000 });
  // Left to the person: 4.99 and 50,000. The first stays under 6,000; then (50,004.99 − 6,000) × 60% = 26,402.994.
  assert.deepEqual(topUp(caseOf(["orphan"], visits)), [0, 0, 0, 26402.99]);
  assert.deepEqual(shown(result.after.cumulative, ["top_up"]), { top_up: 50004.99 });

  const inside = reading(caseOf(["orphan"], visits), { outpatient_limit: "inside" });
  assert.deepEqual(assistance(inside), [9999.99, 0.01, 100000, 190000]);
  const full = { ...inside, before: { pools: { inpatient: 299999 } } };
  assert.deepEqual(assistance(full), [1, 0, 0, 0]);
});

test("top-up: 60% of what lies above 6,000, cumulative, to the fen", () => {
  const stay = (date, inScope) => visit("inpatient", date, inScope);
  // 70% of 20,000 leaves 6,000; of 0.10 leaves 0.03, and 60% of 3 fen is 1.8 fen; another 0.10: 3.6 − 1.8 → 4 − 2.
  const input = caseOf(
    ["near_subsistence"],
    [stay("2024-02-01", 20000), stay("2024-02-02", 0.1), stay("2024-02-03", 0.1)],
  );
  assert.deepEqual(topUp(input), [0, 0.02, 0.02]);
  // With the pool drawn the person bears the whole of a visit.
  const on = (counted, inScope) =>
    caseOf(["orphan"], [stay("2024-02-01", inScope)], {
      before: { pools: { inpatient: 300000 }, cumulative: { top_up: counted } },
    });
  assert.deepEqual(topUp(on(5999.99, 0.01)), [0]);
  assert.deepEqual(topUp(on(5999.99, 0.02)), [0.01]);
  assert.deepEqual(topUp(on(6000, 100)), [60]);
  assert.deepEqual(topUp(on(0, 6001)), [0.6]);
  assert.deepEqual(topUp(reading(on(6000, 100), { top_up_limit: "inside" })), [0]);
});

test("top_up_limit inside: top-up draws on the inpatient pool for every kind", () => {
  const input = caseOf(["near_subsistence"], [visit("outpatient", "2024-03-03", 1000)], {
    before: { pools: { inpatient: 299900 }, cumulative: { top_up: 6000 } },
  });
  assert.deepEqual(topUp(input), [180]);
  const inside = reading(input, { top_up_limit: "inside" });
  assert.deepEqual([assistance(inside), topUp(inside)], [[700], [100]]);
  assert.deepEqual(shown(settle(inside).after.pools), { outpatient: 700, inpatient: 300000 });
});

test("serious-illness insurance that a sheet leaves out, estimated", () => {
  const stay = (date, own, more = {}) =>
    visit("inpatient", date, { total: own + 500, own_first: 500, in_scope: own, basic: 0, ...more });
  const rules = (identities, visits, readings = {}, more = {}) =>
    reading(caseOf(identities, visits, more), { serious_illness_estimate: "rules", ...readings });
  const paid = (...given) => paidAtEach(rules(...given), "serious_illness");
  const one = (own, ...rest) => paid([], [stay("2024-02-01", own)], ...rest)[0];
  // 82,000 × 60% = 49,200, and 80% of 50,000 above 100,000.
  assert.deepEqual(
    [17999.99, 18000, 18000.02, 100000, 150000].map((own) => one(own)),
    [0, 0, 0.01, 49200, 89200],
  );
  // 91,000 × 65% = 59,150, and 85% of 50,000.
  const assisted = (own) => paid(["orphan"], [stay("2024-02-01", own)])[0];
  assert.deepEqual([8999.99, 9000, 9000.02, 100000, 150000].map(assisted), [0, 0, 0.01, 59150, 101650]);
  // A sheet that states its figure keeps it and counts: 20,000, then 60% of the next 10,000.
  const two = [stay("2024-02-01", 20000, { serious_illness: 1500 }), stay("2024-03-01", 10000)];
  assert.deepEqual(paid([], two), [1500, 6000]);
  assert.deepEqual(one(3000, {}, { before: { cumulative: { serious_illness: 17000 } } }), 1200);
  assert.deepEqual(one(20000, { serious_illness_base: "with_own_first" }), 1500);
  // 100,000 less 20,000 and 40,000: 22,000 above 18,000.
  const others = { civil_servant: 20000, enterprise: 40000 };
  assert.deepEqual(paid([], [stay("2024-02-01", 100000, others)]), [13200]);
  const outpatient = [{ ...stay("2024-02-01", 20000), kind: "outpatient" }];
  assert.deepEqual(paid([], outpatient), [1200]);
  assert.deepEqual(paid([], outpatient, { serious_illness_kinds: "inpatient_and_chronic" }), [0]);
  const employee = rules([], [stay("2024-02-01", 20000)]);
  employee.person.insurance = "employee";
  assert.deepEqual(settle(employee), missing("/visits/0/sheet/serious_illness"));
});

test("which visits count towards the 6,000", () => {
  const paid = (more, readings = {}, kind = "inpatient") => {
    const input = caseOf(["near_subsistence"], [visit(kind, "2024-06-07", 1000, more)], {
      before: { cumulative: { top_up: 6000 } },
      readings,
    });
    const { payers, after } = settle(input);
    return [...Object.values(shown(payers, ["assistance", "top_up"])), Number(fen(after.cumulative.top_up))];
  };
  assert.deepEqual(paid({}), [700, 180, 6300]);
  assert.deepEqual(paid({}, { home_care_referral: "not_proper" }), [700, 0, 6000]);
  assert.deepEqual(paid({ referral: "proper" }, { home_care_referral: "not_proper" }), [700, 180, 6300]);
  assert.deepEqual(paid({ where: "province", referral: "proper" }), [700, 180, 6300]);
  assert.deepEqual(paid({ where: "outside", referral: "proper" }), [700, 0, 6000]);
  assert.deepEqual(paid({ where: "city", referral: "none" }), [700, 0, 6000]);
  assert.deepEqual(paid({ where: "province", referral: "none" }), [0, 0, 6000]);
  assert.deepEqual(paid({ where: "outside", referral: "none" }, { unreferred: "assisted" }), [700, 0, 6000]);
  assert.deepEqual(paid({ referral: "none" }, { unreferred: "excluded_everywhere" }), [0, 0, 6000]);
  assert.deepEqual(paid({}, {}, "outpatient"), [700, 180, 6300]);
  assert.deepEqual(paid({}, { top_up_kinds: "inpatient_and_chronic" }, "outpatient"), [700, 0, 6000]);
  assert.deepEqual(paid({}, { top_up_kinds: "inpatient_and_chronic" }, "chronic"), [700, 180, 6300]);
  assert.deepEqual(paid({ designated: false }), [0, 0, 6000]);
  assert.deepEqual(paid({ designated: true }), [700, 180, 6300]);
});

test("identities begin on their day and end with the month in which they were lost", () => {
  const held = [{ category: "subsistence", from: "2024-05-10", until: "2024-08-15" }];
  const at = (kind, from, until) => categories(caseOf(held, [visit(kind, from, 100, { until })]))[0];
  assert.equal(at("outpatient", "2024-05-09", "2024-05-09"), null);
  assert.equal(at("outpatient", "2024-05-10", "2024-05-10"), "subsistence");
  assert.equal(at("outpatient", "2024-08-31", "2024-08-31"), "subsistence");
  assert.equal(at("outpatient", "2024-09-01", "2024-09-01"), null);
  assert.equal(at("chronic", "2024-08-31", "2024-09-01"), null);
  assert.equal(at("chronic", "2024-05-01", "2024-05-10"), "subsistence");
  assert.equal(at("inpatient", "2024-04-20", "2024-05-09"), null);
  assert.equal(at("inpatient", "2024-04-20", "2024-05-10"), "subsistence");
  assert.equal(at("inpatient", "2024-08-31", "2024-10-02"), "subsistence");
  assert.equal(at("inpatient", "2024-09-01", "2024-10-02"), null);

  const lastYear = [{ category: "orphan", until: "2023-12-01" }];
  const stay = visit("inpatient", "2023-12-31", 100, { until: "2024-01-01" });
  assert.deepEqual(assistance(caseOf(lastYear, [stay])), [100]);
  const leapDay = [{ category: "orphan", until: "2024-02-01" }];
  assert.deepEqual(assistance(caseOf(leapDay, [visit("outpatient", "2024-02-29", 100)])), [100]);
});

test("several identities: the one that pays most at that visit, ties in the pack's order", () => {
  const one = [visit("inpatient", "2024-07-01", 1000)];
  assert.deepEqual(categories(caseOf(["near_subsistence", "orphan", "subsistence"], one)), ["orphan"]);
  assert.deepEqual(categories(caseOf(["hardship_worker", "subsistence"], one)), ["subsistence"]);
  // With ten yuan left in the pool both pay ten, and the tie goes to the earlier one.
  const nearlyDrawn = { before: { pools: { inpatient: 299990 } } };
  const tied = caseOf(["orphan", "subsistence"], one, nearlyDrawn);
  assert.deepEqual([categories(tied), assistance(tied)], [["subsistence"], [10]]);
  // Each visit has its own: the orphan's identity ends in June.
  const held = ["near_subsistence", { category: "orphan", until: "2024-06-30" }];
  const two = [visit("chronic", "2024-07-01", 1000), visit("chronic", "2024-06-30", 1000)];
  assert.deepEqual(categories(caseOf(held, two)), ["orphan", "near_subsistence"]);
});

test("no identity counts without local registration and basic insurance", () => {
  const paid = (facts) => {
    const input = caseOf(["orphan"], [visit("inpatient", "2024-07-01", 1000)]);
    Object.assign(input.person, facts);
    return [categories(input)[0], assistance(input)[0]];
  };
  assert.deepEqual(paid({ insurance: "employee" }), ["orphan", 1000]);
  assert.deepEqual(paid({ insurance: "none" }), [null, 0]);
  assert.deepEqual(paid({ registered_here: false }), [null, 0]);
});

test("every other payer comes off the base; `other` lowers the headline alone; own money and `assistance` nothing", () => {
  const amounts = sheet(10000, {
    basic: 4000,
    civil_servant: 300,
    enterprise: 200,
    serious_illness: 400,
    large_amount: 100,
    other: 600,
    assistance: 4250,
    account: 50,
    cash: 50,
    total: 11000,
    fully_own: 1000,
  });
  const result = settle(caseOf(["subsistence"], [visit("inpatient", "2024-07-01", amounts)]));
  assert.deepEqual(shown(result.payers), {
    basic: 4000,
    civil_servant: 300,
    enterprise: 200,
    serious_illness: 400,
    large_amount: 100,
    assistance: 4250,
    top_up: 0,
    other: 600,
  });
  assert.deepEqual(shown(result.personal), { in_scope: 750, out_of_scope: 1000, total: 1150 });
});

test("base with_own_first: what was paid first counts as in scope everywhere", () => {
  const amounts = sheet(1000, { total: 1700, own_first: 200, fully_own: 500, basic: 600 });
  const input = caseOf(["subsistence"], [visit("inpatient", "2024-07-01", amounts)]);
  const figures = (it) => {
    const { payers, personal } = settle(it);
    return { ...shown(payers, ["assistance"]), ...shown(personal) };
  };
  assert.deepEqual(figures(input), { assistance: 340, in_scope: 60, out_of_scope: 700, total: 760 });
  assert.deepEqual(figures(reading(input, { base: "with_own_first" })), {
    assistance: 510,
    in_scope: 90,
    out_of_scope: 500,
    total: 590,
  });
});

test("nothing goes below zero", () => {
  const amounts = sheet(1000, { basic: 900, serious_illness: 200, total: 1050, fully_own: 50 });
  const { payers, personal, after } = settle(caseOf(["orphan"], [visit("inpatient", "2024-07-01", amounts)]));
  assert.deepEqual(shown(payers, ["assistance", "top_up"]), { assistance: 0, top_up: 0 });
  assert.deepEqual(shown(personal), { in_scope: 0, out_of_scope: 50, total: 0 });
  assert.deepEqual(shown(after.cumulative, ["top_up"]), { top_up: 0 });
});

test("visits settle by their last day, then their first, then as given", () => {
  const visits = [
    visit("outpatient", "2024-04-02", 100, { id: "d" }),
    visit("inpatient", "2024-03-20", 100, { id: "b", until: "2024-04-01" }),
    visit("outpatient", "2024-04-02", 100, { id: "e" }),
    visit("inpatient", "2024-03-10", 100, { id: "a", until: "2024-04-01" }),
    visit("outpatient", "2024-04-01", 100, { id: "c" }),
  ];
  const order = settle(caseOf(["orphan"], visits)).visits.map(({ id }) => id);
  assert.deepEqual(order, ["a", "b", "c", "d", "e"]);
});

test("a fact is missing where a rule that applies asks for it, and only there", () => {
  const without = (identities, name, more = {}, readings = {}) => {
    const input = caseOf(identities, [visit("inpatient", "2024-07-01", 1000, more)], { readings });
    for (const place of [input.person, input.visits[0], input.visits[0].sheet]) delete place[name];
    return settle(input);
  };
  const fine = (result) => assert.equal(result.error, undefined);
  const held = ["orphan"];
  for (const name of ["total", "in_scope", "basic", "serious_illness"]) {
    assert.deepEqual(without([], name), missing(`/visits/0/sheet/${name}`));
  }
  for (const name of ["insurance", "registered_here", "where", "referral"]) fine(without([], name));
  for (const name of ["insurance", "registered_here"]) {
    assert.deepEqual(without(held, name), missing(`/person/${name}`));
    fine(without(["illness_poverty"], name));
    fine(without([{ category: "orphan", from: "2024-07-02" }], name));
  }
  assert.deepEqual(without(held, "where"), missing("/visits/0/where"));
  assert.deepEqual(without(held, "where", { referral: "none" }), missing("/visits/0/where"));
  fine(without(held, "where", { referral: "none" }, { unreferred: "assisted" }));
  fine(without(held, "where", { referral: "none" }, { unreferred: "excluded_everywhere" }));
  fine(without(held, "where", { designated: false }));
  assert.deepEqual(without(held, "referral"), missing("/visits/0/referral"));
  assert.deepEqual(without(held, "referral", { where: "outside" }), missing("/visits/0/referral"));
  fine(without(held, "referral", { where: "outside" }, { unreferred: "assisted" }));
  const noTopUp = { top_up_kinds: "inpatient_and_chronic" };
  fine(without(held, "referral", { kind: "outpatient" }, noTopUp));
  fine(without(held, "where", { kind: "outpatient" }, noTopUp));
  for (const name of ["hospital", "designated", "own_first"]) fine(without(held, name));
  // A payer that is left out paid nothing; one that is null paid nobody knows what.
  for (const name of ["civil_servant", "enterprise", "large_amount", "other"]) {
    const input = caseOf([], [visit("inpatient", "2024-07-01", sheet(1000, { [name]: null }))]);
    assert.deepEqual(settle(input), missing(`/visits/0/sheet/${name}`));
  }
  fine(settle(caseOf([], [visit("inpatient", "2024-07-01", sheet(1000, { assistance: null }))])));
  assert.deepEqual(
    without(held, "own_first", {}, { base: "with_own_first" }),
    missing("/visits/0/sheet/own_first"),
  );
});

// The seeds

test("amounts are read and written to the fen", () => {
  for (const [text, amount] of [
    ["0", 0n],
    ["0.01", 1n],
    ["0.1", 10n],
    ["10", 1000n],
    ["100.5", 10050n],
    ["299999.99", 29999999n],
  ]) {
    assert.equal(fen(amount), text);
    assert.equal(toFen(JSON.parse(text)), amount);
  }
});

test("the seeds reach what they are for", () => {
  const seen = new Map();
  const see = (what) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const seed of seeds(SEEDS)) {
    const input = randomCase(seed);
    assert.deepEqual(input, randomCase(seed), "the same seed gives the same case");
    assertValid("case", input);
    const result = settle(input);
    if (result.error) {
      see(`missing ${result.error.at.replace(/\d+/, "*")}`);
      continue;
    }
    for (const [name, limit] of [
      ["outpatient", 1000000n],
      ["inpatient", 30000000n],
    ]) {
      if (result.after.pools[name] === limit) see(`${name} pool drawn`);
    }
    for (const { category, payers } of result.visits) {
      see(category);
      for (const payer of PAYERS) if (payers[payer] > 0n) see(payer);
    }
    for (const [name, choices] of Object.entries(READINGS)) {
      const totals = choices.map((choice) => {
        const other = settle({ ...input, readings: { ...input.readings, [name]: choice } });
        return other.error ? "error" : String(other.personal.total);
      });
      if (new Set(totals).size > 1) see(`${name} matters`);
    }
  }
  const often = [
    ...Object.keys(CATEGORIES),
    ...PAYERS,
    ...Object.keys(READINGS).map((name) => `${name} matters`),
    "outpatient pool drawn",
    "inpatient pool drawn",
  ];
  for (const what of often) assert.ok(seen.get(what) >= 100, `${what}: ${seen.get(what) ?? 0} times`);
  for (const at of [
    "/person/registered_here",
    "/person/insurance",
    "/visits/*/where",
    "/visits/*/referral",
  ]) {
    assert.ok(seen.get(`missing ${at}`) >= 5, `missing ${at}`);
  }
});

// The engine

/** Compares each seed of which all is known; reports how many differ and shows the first few whole. */
function compareSeeds(count, estimate) {
  const different = [];
  for (const seed of seeds(count)) {
    const text = JSON.stringify(randomCase(seed));
    const answer = estimate(text, seed);
    const expected = settle(JSON.parse(text));
    if (expected.error) continue;
    try {
      assert.deepEqual(figures(answer), { figures: expected, unknown: [] });
    } catch (problem) {
      different.push(`seed ${seed}\n${text}\n${problem.message}`);
    }
  }
  const shownFirst = different.slice(0, 3).join("\n\n");
  assert.equal(
    different.length,
    0,
    `${different.length} of ${count} seeds differ (+ engine, − oracle)\n${shownFirst}`,
  );
}

const nativeTexts = new Map();

test(`the command line gives the oracle's figures for ${SEEDS_BY_COMMAND_LINE} seeds`, () => {
  const estimate = commandLine();
  compareSeeds(SEEDS_BY_COMMAND_LINE, (text, seed) => {
    nativeTexts.set(seed, estimate(text));
    return nativeTexts.get(seed);
  });
});

test(`engine.wasm gives the oracle's figures for ${SEEDS} seeds, and the command line's bytes`, async () => {
  const estimate = await wasm();
  compareSeeds(SEEDS, (text, seed) => {
    const answer = estimate(text);
    if (nativeTexts.has(seed)) assert.equal(answer, nativeTexts.get(seed), "the command line's bytes");
    return answer;
  });
  assert.equal(nativeTexts.size, SEEDS_BY_COMMAND_LINE, "the command line answered every seed");
});
