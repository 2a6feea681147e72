// A person who knows only the total on the receipt and "low income": a range, the question that narrows it most, and
// after what is asked has been answered the exact figure.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase, designCaseWith } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import * as keyboard from "./keyboard.mjs";
import * as mouse from "./mouse.mjs";
import { answerOf, readAnswer } from "./read.mjs";
import { next } from "./walk.mjs";

const [visit] = designCase.visits;
const LOW_INCOME = ["extreme_poverty", "subsistence", "near_subsistence", "expenditure_hardship_patient"];

/** What the person finds out, by the field that the page leads to; over the limit and from other funds there is nothing. */
const TRUTH = {
  identities: (hands) => hands.pick("identity-subsistence"),
  "person-insurance": (hands) => hands.answer("person-insurance", "resident"),
  "person-registered_here": (hands) => hands.answer("person-registered_here", "true"),
  "visit-1-where": (hands) => hands.answer("visit-1-where", visit.where),
  "visit-1-referral": (hands) => hands.answer("visit-1-referral", visit.referral),
  ...Object.fromEntries(
    Object.entries({ over_limit: 0, large_amount: 0, ...visit.sheet }).map(([field, amount]) => [
      `visit-1-${field}`,
      (hands) => hands.type(`visit-1-${field}`, amount),
    ]),
  ),
};

const byMouse = (page) => ({
  enterPlace: () => mouse.enterPlace(page, designCase),
  next: () => next(page),
  add: () => page.locator("#add-visit").click(),
  tick: (id) => mouse.pick(page, `#${id}`),
  choose: (id, value) => mouse.answer(page, id, value),
  write: (id, text) => mouse.type(page, id, text),
  toQuestion: () => page.locator(".ask button:visible").click(),
  toAnswer: () => page.locator("#to-answer").click(),
  pick: (id) => mouse.pick(page, `#${id}`),
  answer: (id, value) => mouse.answer(page, id, value),
  type: (id, amount) => mouse.type(page, id, amount),
});

/** Where the page has led to the question, the focus is there already. */
const byKeyboard = (page) => ({
  enterPlace: async () => {
    await keyboard.choose(page, "place", designCase.place);
    await keyboard.choose(page, "year", designCase.year);
  },
  next: () => keyboard.press(page, "#next"),
  add: async () => {
    await keyboard.press(page, "#add-visit");
    await page.keyboard.press("Shift+Tab");
  },
  tick: (id) => keyboard.press(page, `#${id}`, "Space"),
  choose: (id, value) => keyboard.answer(page, id, value),
  write: (id, text) => keyboard.type(page, id, text),
  toQuestion: () => keyboard.press(page, ".ask button"),
  toAnswer: () => keyboard.press(page, "#to-answer"),
  pick: async (id) => {
    await keyboard.tabTo(page, `#${id}`, "Shift+Tab");
    await page.keyboard.press("Space");
  },
  answer: (id, value) => keyboard.answerHere(page, id, value),
  type: (id, amount) => page.keyboard.type(String(amount)),
});

describe("only the total and a low income", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function begin(page, hands) {
    await hands.enterPlace();
    await hands.next();
    await hands.tick("identity-low_income");
    // What could be asked to find the category, and of herself, she leaves open.
    while ((await page.locator("#add-visit").count()) === 0) await hands.next();
    await hands.add();
    await hands.choose("visit-1-kind", visit.kind);
    await hands.write("visit-1-from", "3月1日");
    await hands.write("visit-1-total", "5.2万");
  }

  for (const [how, viewport, handsOf] of [
    ["with the mouse, on a phone", PHONE, byMouse],
    ["with the keyboard alone", DESK, byKeyboard],
  ]) {
    test(`a range, what narrows it most, and the exact figure in the end: ${how}`, async () => {
      const page = await browser.openPage(viewport);
      const hands = handsOf(page);
      await begin(page, hands);
      await hands.next();
      await hands.next();
      assert.match(await page.locator("#answer").innerText(), /知道的还太少[^]*下一步最有用：符合政策范围/);

      const asked = [];
      const ranges = [];
      while ((await page.locator(".ask").count()) > 0) {
        const before = await rangeOf(page);
        await hands.toQuestion();
        const field = await fieldInFocus(page);
        assert.ok(TRUTH[field] && !asked.includes(field), `asked for ${field} after ${asked}`);
        asked.push(field);
        await TRUTH[field](hands);
        await hands.toAnswer();
        const now = await rangeOf(page);
        assert.ok(now.min >= before.min && now.max <= before.max, `${field} widens the range`);
        assert.ok(now.min <= 9100 && 9100 <= now.max, `9,100 is no longer possible after ${asked}`);
        if (now.max < before.max || now.min > before.min) ranges.push(field);
      }
      assert.equal((await readAnswer(page)).total, "¥9,100.00", `after ${asked}`);
      assert.ok(ranges.length > 2, `narrowed by ${ranges}`);
      assert.deepEqual(page.watch.complaints, []);
      await page.context().close();
    });
  }

  test("what the page shows is what the command line prints for the same unknowns", async () => {
    const page = await browser.openPage(DESK);
    await begin(page, byMouse(page));
    for (const [field, amount] of Object.entries({ in_scope: 45000, basic: 28000, serious_illness: 3000 })) {
      await mouse.type(page, `visit-1-${field}`, amount);
    }
    const { total, in_scope, basic, serious_illness } = visit.sheet;
    const input = {
      ...designCase,
      person: { identities: [{ category: { one_of: LOW_INCOME } }] },
      visits: [{ kind: visit.kind, from: visit.from, sheet: { total, in_scope, basic, serious_illness } }],
    };
    assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
    assert.match((await readAnswer(page)).total, /元到/);

    await mouse.answer(page, "visit-1-kind", "?");
    await mouse.pick(page, "#identity-unknown");
    const lessKnown = {
      ...input,
      person: { identities: null },
      visits: [{ ...input.visits[0], kind: null }],
    };
    assert.deepEqual(await readAnswer(page), answerOf(estimate(lessKnown)));
  });

  test("what is known roughly narrows the answer", async () => {
    const page = await browser.openPage(PHONE);
    await mouse.enterCase(page, designCaseWith({ sheet: { serious_illness: null } }));
    await mouse.type(page, "visit-1-serious_illness", "2000到4000");
    assert.match(await page.locator(".editor").innerText(), /也就是 2,000\s元到 4,000\s元/);
    const input = designCaseWith({ sheet: { serious_illness: { min: 2000, max: 4000 } } });
    assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
  });
});

function fieldInFocus(page) {
  return page.evaluate(() => {
    const { activeElement } = document.querySelector("aid-check").shadowRoot;
    return (activeElement.closest("fieldset[id]") ?? activeElement).id;
  });
}

/** Whatever the answer says: one figure, a range, or nothing more than the bill. */
async function rangeOf(page) {
  const total = page.locator("#answer-total");
  if ((await total.count()) === 0) return { min: 0, max: 52000 };
  const found = (await total.innerText()).match(/[\d,.]+/g).map((end) => Number(end.replaceAll(",", "")));
  return { min: found[0], max: found.at(-1) };
}
