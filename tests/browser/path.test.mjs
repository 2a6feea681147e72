// The whole path as four people walk it: with a finger on a phone, with the keyboard alone, and in the elder mode on the
// narrowest screen. What they read in the end is what the command line prints.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import { byKeyboard, byPointer } from "./enter.mjs";
import * as keyboard from "./keyboard.mjs";
import * as mouse from "./mouse.mjs";
import { PEOPLE } from "./people.mjs";
import { money, readAnswer, words } from "./read.mjs";
import { back, next, reach, screenNow, walkTo } from "./walk.mjs";

const plain = (text) => text.replaceAll("\u00a0", " ");
const NARROW = { width: 320, height: 640 };

const WAYS = {
  "by pointer, on a phone": { viewport: PHONE, enter: byPointer },
  "by keyboard alone": { viewport: DESK, enter: byKeyboard, keyboardOnly: true },
  "in the elder mode, on 320 px": { viewport: NARROW, enter: byPointer, elder: true },
};

describe("the path", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const { name, entries, input, total } of PEOPLE) {
    for (const [how, { viewport, enter, keyboardOnly, elder }] of Object.entries(WAYS)) {
      test(`${name}: ${how}`, async () => {
        const page = await browser.openPage(viewport);
        page.byKeyboard = keyboardOnly;
        if (elder) await page.locator("#elder").click();
        for (const [id, value] of entries) {
          await enter(page, id, value);
          if (elder) assert.ok(await page.evaluate(asksOneThing), `one question a screen: ${id}`);
        }
        await walkTo(page, "answer");

        const result = estimate(input);
        if (total) assert.equal(money(result.personal.total), total);
        const shown = plain(await page.locator("#answer").innerText());
        if (await page.locator("#answer-total").count()) {
          assert.equal(
            plain(await page.locator("#answer-total").innerText()),
            plain(money(result.personal.total)),
          );
          assert.ok(await page.locator("#answer-total").evaluate(isInSight), "the answer comes first");
        } else {
          assert.equal(result.personal.total.min, 0);
          assert.match(shown, /知道的还太少[^]*下一步最有用/);
        }
        const todo = await page.locator("#next-steps").innerText();
        assert.match(todo, /12393/);
        const sheetIsMissing = result.unknown.some(({ fact }) => fact === "in_scope");
        assert.equal(/费用结算单”，上面有/.test(todo), sheetIsMissing);
        assert.deepEqual(page.watch.complaints, []);
        await page.context().close();
      });
    }
  }

  test("going on with something missing says what it is and leads there", async () => {
    const page = await browser.openPage(PHONE);
    const expectStop = async (field, said) => {
      await next(page);
      assert.ok(await keyboard.isFocused(page, field), field);
      assert.equal(await page.getByRole("alert").innerText(), said);
    };
    await expectStop("#place", "还差：选择参保的城市");
    await mouse.choose(page, "place", "320200");
    await expectStop("#year", "还差：选择年份");
    await mouse.choose(page, "year", "2024");
    await next(page);
    assert.equal(
      await page.locator("#in-the-way").isVisible(),
      false,
      "at a new screen nothing is missing yet",
    );
    await expectStop("#identities input", "还差：选择救助对象类别，或选“以上都不是”");
    await mouse.pick(page, "#identity-none");
    await walkTo(page, "add-visit");
    await expectStop("#visits", "还差：填一张账单");
  });

  test("neither the page's back nor the browser's own loses anything, and no address holds any of it", async () => {
    const page = await browser.openPage(PHONE);
    const address = page.url();
    await mouse.enterCase(page, designCase);
    await walkTo(page, "answer");
    const { total } = await readAnswer(page);

    const screens = [];
    for (let steps = 0; steps < 6 && (await screenNow(page)) !== "where"; steps++) {
      await page.goBack();
      screens.push(await screenNow(page));
      assert.equal(page.url(), address);
    }
    assert.deepEqual(screens, ["bills", "bill", "bills", "person", "who", "where"]);
    assert.equal(await page.locator("#place").inputValue(), "320200");
    for (let steps = 0; steps < 6; steps++) await page.goForward();
    assert.equal((await readAnswer(page)).total, total);

    await back(page);
    assert.equal(await screenNow(page), "bills");
    await page.goForward();
    assert.equal(await screenNow(page), "answer");
    const kept = await page.evaluate(() => JSON.stringify(history.state));
    assert.deepEqual(Object.keys(JSON.parse(kept)), ["at"]);

    // To one entry and straight back to the answer.
    await page.locator("#entered button").first().click();
    assert.equal(await screenNow(page), "where");
    await page.locator("#to-answer").click();
    assert.equal((await readAnswer(page)).total, total);

    // A page that is loaded anew knows nothing, and entries of before lead nowhere.
    await page.reload();
    await page.locator("#place").waitFor();
    assert.equal(await page.locator("#place").inputValue(), "");
    await page.goBack();
    assert.equal(await screenNow(page), "where");
    assert.deepEqual(page.watch.complaints, []);
  });

  test("the form has the rows of the paper in hand, under the words printed on it", async () => {
    const page = await browser.openPage(PHONE);
    const labels = async () =>
      page
        .locator(".sheet label")
        .evaluateAll((all) =>
          all.filter((label) => label.checkVisibility()).map((each) => each.innerText.trim()),
        );
    await mouse.choose(page, "place", "110000");
    await mouse.choose(page, "year", "2024");
    await mouse.pick(page, "#identity-none");
    await reach(page, "visit-1-total");
    assert.deepEqual(await labels(), ["总金额", "自费", "自付二", "医保范围内金额", "医保基金支付"]);
    assert.match(await page.locator(".editor").innerText(), /“自付一”[^]*不用填/);
    await mouse.type(page, "visit-1-own_first", "4000");
    await mouse.answer(page, "visit-1-paper", "receipt");
    assert.deepEqual(await labels().then((all) => all.slice(0, 5)), [
      "金额合计",
      "个人自费",
      "医保统筹基金支付",
      "个人账户支付",
      "个人现金支付",
    ]);
    assert.match(await page.locator(".editor").innerText(), /答案先是一个范围[^]*医疗费用结算单/);
    assert.equal(
      await page.locator("#visit-1-own_first").inputValue(),
      "4000",
      "what was typed stays in sight",
    );
    assert.ok(await page.locator("#visit-1-own_first").isVisible());
    await mouse.answer(page, "visit-1-paper", "settlement");
    assert.ok((await labels()).includes("先行自付（乙类）"));
    await page.context().close();
  });

  test("each word of the trade is explained in place", async () => {
    const page = await browser.openPage(PHONE);
    await page.locator('.term > summary[aria-label*="统筹地区"]').click();
    assert.match(await page.locator(".term[open]").innerText(), /管您医保的那个市/);
    await mouse.enterCase(page, designCase);
    await walkTo(page, "answer");
    await page.locator("#answer").getByText("什么是“政策范围内”？").click();
    assert.match(await words(page, ".bright .term"), /医保目录里/);
    for (const payer of ["基本医保", "大病保险", "医疗救助", "倾斜救助"]) {
      assert.equal(await page.locator(`.payers summary[aria-label="什么是“${payer}”？"]`).count(), 1);
    }
  });
});

/** No more than one question, all of its buttons large, and one way on. */
function asksOneThing() {
  const form = document.querySelector("aid-check").shadowRoot.querySelector("main form");
  if (!form || form.closest("main").dataset.screen === "bills") return true;
  const pairs = form.querySelectorAll(".pair .field").length;
  const fields = form.querySelectorAll(".field, #identities").length - pairs + (pairs > 0 ? 1 : 0);
  const folded =
    form.querySelectorAll("details .field").length - form.querySelectorAll("details .pair .field").length;
  const isSmall = (button) => button.getBoundingClientRect().height < 59.5 && button.checkVisibility();
  return (
    fields - folded <= 2 &&
    ![...form.querySelectorAll("button, select, input[type=text], .pick")].some(isSmall)
  );
}

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
