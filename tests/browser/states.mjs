// The states in which people meet the page: for the tests of what holds everywhere, and for script/screenshots.
import { readFile } from "node:fs/promises";
import { aRange, answerWith } from "./answers.mjs";
import { designCase, designCaseWith, outpatientVisit } from "./cases.mjs";
import { answer, choose, enterCase, enterPlace, enterVisits, pick, retype, type } from "./mouse.mjs";
import { next, reach, walkTo } from "./walk.mjs";

/** In the order in which the page asks. */
const DISABLED = {
  insurance: "resident",
  registered_here: "true",
  retrenched_allowance: "false",
  union_verified: "?",
  child: "false",
  serious_illness: "false",
  disability_grade: "first",
  disability_kind: "limb",
  working: "false",
};

async function settle(page, change = {}, rest = {}) {
  await enterCase(page, { ...designCaseWith(change), ...rest });
  await walkTo(page, "answer");
}

const FAILED = {
  error: {
    kind: "internal",
    code: "internal.limit",
    message: { "zh-Hans": "账单太多，算不过来。", en: "There are too many bills." },
  },
};

/** Each leads from the opened page into the state. */
export const STATES = {
  start: async () => {},
  "gone on without a place": (page) => next(page),
  "a place without rules": async (page) => {
    await choose(page, "place", "32");
    await choose(page, "place-in-province", "320300");
  },
  "which category": async (page) => {
    await enterPlace(page, designCase);
    await walkTo(page, "identities");
  },
  "a category and its dates": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-subsistence");
    await type(page, "identity-subsistence-1-from", "2023年5月");
  },
  "help with the category": async (page) => {
    await enterPlace(page, designCase);
    await reach(page, "ask-for-help");
    await page.locator("#ask-for-help").click();
    for (const [fact, value] of Object.entries(DISABLED).slice(0, 3)) {
      await answer(page, `person-${fact}`, value);
    }
  },
  "the person": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-none");
    await walkTo(page, "person-insurance");
  },
  "no bill yet": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-none");
    await walkTo(page, "add-visit");
    await next(page);
  },
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
    ]) {
      await retype(page, field, typed);
    }
    await next(page);
  },
  "two bills": async (page) => {
    await enterCase(page, designCaseWith({ sheet: { over_limit: 0 }, visits: [outpatientVisit] }));
    await walkTo(page, "add-visit");
  },
  "a bill removed": async (page) => {
    await enterCase(page, designCaseWith({ sheet: { total: 51000 }, visits: [outpatientVisit] }));
    await walkTo(page, "add-visit");
    await page
      .locator("#visit-2")
      .getByRole("button", { name: /删去|Remove/ })
      .click();
  },
  "still to fill in": async (page) => {
    await enterPlace(page, designCase);
    await page.locator(".skip").focus();
    await page.keyboard.press("Enter");
  },
  "a sheet read from a file": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-none");
    await walkTo(page, "import");
    await page.locator("#import-file").setInputFiles({
      name: "a.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("医疗费总额,全自费,范围外的其他费用,统筹支付\n52000,3000,5,28000\n-5,-5,,\n"),
    });
    await page.locator("#import-take").waitFor();
  },
  settled: (page) => settle(page),
  "all that can be remarked": (page) =>
    settle(
      page,
      {
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
      },
      {
        before: { pools: { outpatient: 9999.5, inpatient: 280000 }, cumulative: { top_up: 5999.99 } },
        readings: { unreferred: "assisted" },
      },
    ),
  "not registered here": (page) => settle(page, { person: { registered_here: false } }),
  "a range": async (page) => {
    await answerWith(page, aRange());
    await settle(page, { visit: { referral: undefined } });
  },
  "too little known": async (page) => {
    await enterPlace(page, designCase);
    await pick(page, "#identity-unknown");
    await type(page, "visit-1-from", "3月1日");
    await type(page, "visit-1-total", "5.2万");
    await walkTo(page, "answer");
  },
  "things that do not fit": (page) =>
    settle(page, { sheet: { assistance: 9800, cash: 1 }, visits: designCase.visits }),
  "a category supposed": async (page) => {
    await enterPlace(page, designCase);
    await reach(page, "ask-for-help");
    await page.locator("#ask-for-help").click();
    for (const [fact, value] of Object.entries(DISABLED)) await answer(page, `person-${fact}`, value);
    await page.locator('[data-recognition="severe_disability"] button').click();
    await pick(page, "#identity-none");
    await enterVisits(page, designCase.visits);
    await walkTo(page, "answer");
    await page.locator('[data-what-if="severe_disability"]').waitFor();
  },
  "not worked out": async (page) => {
    await answerWith(page, FAILED);
    await settle(page);
  },
  "taken along": async (page) => {
    await settle(page);
    await reach(page, "make-link");
    await page.locator("#make-link").click();
    await type(page, "settled-1-basic", "28000");
    await type(page, "settled-1-assistance", "9800");
    await page.locator("#settlement .parting").waitFor();
  },
  "opened, with what changed": async (page) => {
    await settle(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const document = JSON.parse(await readFile(await download.path(), "utf8"));
    const { packs, payers } = document.answered;
    packs[0].version = "0";
    payers.assistance = 9800;
    document.answered.personal_total = 11200;
    const file = {
      name: "a.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(document)),
    };
    await page.locator("#open-file").setInputFiles(file);
    await page.locator("#opened").waitFor();
  },
  "not opened": async (page) => {
    const file = { name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") };
    await page.locator("#open-file").setInputFiles(file);
    await page.locator("#opened").waitFor();
  },
  "no network": async (page) => {
    await page.context().setOffline(true);
    await page.locator(".offline").waitFor();
  },
};

/** Before there is a page at all. */
export const EARLY_STATES = {
  "getting ready": async (page, address) => {
    await page.route("**/rules/index.json", () => {});
    await page.goto(address);
    await page.locator(".moving").waitFor();
  },
  "the engine on its way": async (page, address) => {
    await page.route("**/engine.wasm", () => {});
    await page.goto(address);
    await page.locator("#place").selectOption("320200");
    await page.locator("#year").selectOption("2024");
    await page.locator("#next").click();
  },
  "no engine": async (page, address) => {
    await page.route("**/engine.wasm", (route) => route.abort());
    await page.goto(address);
    await page.locator(".waiting [role=alert]").waitFor();
  },
};

/** How one may look at the page, by what the device says or what is pressed. */
export const MODES = {
  light: async () => {},
  dark: (page) => page.emulateMedia({ colorScheme: "dark" }),
  contrast: (page) => page.emulateMedia({ contrast: "more" }),
  "dark contrast": (page) => page.emulateMedia({ colorScheme: "dark", contrast: "more" }),
  forced: (page) => page.emulateMedia({ forcedColors: "active" }),
  elder: (page) => page.locator("#elder").click(),
};
