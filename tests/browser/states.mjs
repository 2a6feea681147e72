// The states in which people meet the page: for the tests of what holds everywhere, and for script/screenshots.
import { aRange, answerWith, recognitionFacts, withCategories } from "./answers.mjs";
import { designCase, designCaseWith, outpatientVisit } from "./cases.mjs";
import { answer, choose, enterCase, enterPlace, enterVisits, pick, retype, type } from "./mouse.mjs";

/** Each leads from the opened page into the state. */
export const STATES = {
  start: async () => {},
  "place chosen": (page) => enterPlace(page, designCase),
  "bill begun": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-subsistence");
    await answer(page, "visit-1-kind", "inpatient");
    await type(page, "visit-1-from", "3月1日");
    await type(page, "visit-1-total", "5.2万");
  },
  "wrong entries": async (page) => {
    await enterCase(page, designCase);
    for (const [field, typed] of [
      ["visit-1-from", "2024-02-30"],
      ["visit-1-total", "五万二"],
      ["visit-1-basic", "1e300"],
      ["identity-subsistence-1-until", "明天"],
    ]) {
      await retype(page, field, typed);
    }
    await page.keyboard.press("Tab");
  },
  settled: (page) => enterCase(page, designCase),
  "two bills, one folded in": async (page) => {
    await enterCase(page, designCaseWith({ sheet: { over_limit: 0 }, visits: [outpatientVisit] }));
  },
  "a bill removed": async (page) => {
    await enterCase(page, designCaseWith({ visits: [outpatientVisit] }));
    await page
      .locator("#visit-2")
      .getByRole("button", { name: /删去|Remove/ })
      .click();
  },
  "all that can be remarked": (page) =>
    enterCase(page, {
      ...designCaseWith({
        person: { identities: [{ category: "subsistence" }, { category: "orphan", until: "2023-12-01" }] },
        visit: { where: "province", referral: "none" },
        sheet: {
          total: 51000,
          assistance: 100,
          other: 500,
          civil_servant: 200,
          enterprise: 300,
          large_amount: 15000,
        },
        visits: [
          { ...outpatientVisit, from: "2024-12-31", sheet: { ...outpatientVisit.sheet, in_scope: 150 } },
        ],
      }),
      before: { pools: { outpatient: 9999.5, inpatient: 280000 }, cumulative: { top_up: 5999.99 } },
      readings: { unreferred: "assisted" },
    }),
  "not registered here": (page) => enterCase(page, designCaseWith({ person: { registered_here: false } })),
  "no group": async (page) => {
    await enterCase(page, designCaseWith({ person: { identities: [] } }));
    await choose(page, "year", 2025);
    await choose(page, "year", 2024);
  },
  "a range": async (page) => {
    await answerWith(page, aRange());
    await enterCase(page, designCaseWith({ visit: { referral: undefined } }));
    await page.locator("#visit-1-in_scope-unsure").click();
  },
  "which category": async (page) => {
    await answerWith(page, withCategories(), { recognition_facts: recognitionFacts });
    await enterPlace(page, designCase);
    await pick(page, "#identity-unknown");
    await answer(page, "person-disability_grade", "grade_3");
    await enterVisits(page, designCase.visits);
  },
};
