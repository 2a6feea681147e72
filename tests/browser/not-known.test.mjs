// A person who knows only the total on the receipt and "low income": a range, the question that narrows it most, and
// after what is asked has been answered the exact figure.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import * as keyboard from "./keyboard.mjs";
import * as mouse from "./mouse.mjs";
import { answerOf, readAnswer } from "./read.mjs";

const [visit] = designCase.visits;

/** What the person finds out, by the field that the page leads to. */
const TRUTH = {
  identities: ({ pick }) => pick("#identity-subsistence"),
  "person-insurance": ({ answer }) => answer("person-insurance", "resident"),
  "person-registered_here": ({ answer }) => answer("person-registered_here", true),
  "visit-1-where": ({ answer }) => answer("visit-1-where", visit.where),
  "visit-1-referral": ({ answer }) => answer("visit-1-referral", visit.referral),
  ...Object.fromEntries(
    Object.entries({ over_limit: 0, large_amount: 0, ...visit.sheet }).map(([field, amount]) => [
      `visit-1-${field}`,
      ({ type }) => type(`visit-1-${field}`, amount),
    ]),
  ),
};

describe("only the total and a low income", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function lowIncome(viewport) {
    const page = await browser.openPage(viewport);
    await mouse.enterPlace(page, designCase);
    await mouse.pick(page, "#identity-low_income");
    await mouse.answer(page, "visit-1-kind", visit.kind);
    await mouse.type(page, "visit-1-from", "3月1日");
    await mouse.type(page, "visit-1-total", visit.sheet.total);
    return page;
  }

  /** The field of the question that the page finds most useful, after the way to it was taken. */
  async function askedFor(page) {
    await page.locator("#answer .ask button").click();
    return page.evaluate(() => {
      const { activeElement } = document.querySelector("aid-check").shadowRoot;
      return (activeElement.closest("fieldset[id]") ?? activeElement).id;
    });
  }

  test("a range, what narrows it most, and the exact figure in the end", async () => {
    const page = await lowIncome(PHONE);
    const hands = {
      pick: (selector) => mouse.pick(page, selector),
      answer: (id, value) => mouse.answer(page, id, value),
      type: async (id, amount) => {
        await mouse.unfold(page, id);
        await mouse.type(page, id, amount);
      },
    };
    const asked = [];
    while ((await page.locator("#answer .ask").count()) > 0) {
      const before = await rangeOf(page);
      const field = await askedFor(page);
      assert.ok(TRUTH[field] && !asked.includes(field), `asked for ${field} after ${asked}`);
      asked.push(field);
      await TRUTH[field](hands);
      const now = await rangeOf(page);
      assert.ok(now.min >= before.min && now.max <= before.max, `${field} widens the range`);
      assert.ok(now.min <= 9100 && 9100 <= now.max, `9,100 is in the range after ${asked}`);
    }
    assert.equal((await readAnswer(page)).total, "¥9,100.00", `after ${asked}`);
    assert.ok(asked.length > 1);
    assert.deepEqual(page.watch.complaints, []);
  });
});

/** Whatever the answer says: one figure, a range, or nothing more than the bill. */
async function rangeOf(page) {
  const total = page.locator("#answer-total");
  if ((await total.count()) === 0) return { min: 0, max: 52000 };
  const ends = (await total.innerText()).match(/[\d,.]+/g).map((end) => Number(end.replaceAll(",", "")));
  return { min: ends[0], max: ends.at(-1) };
}
