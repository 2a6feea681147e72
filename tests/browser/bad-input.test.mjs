// What cannot be read or cannot be is marked at its field, with what to do about it; nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, openBrowser } from "./browser.mjs";
import { designCase, designCaseWith, outpatientVisit } from "./cases.mjs";
import { isFocused } from "./keyboard.mjs";
import { answer, enterCase, enterPlace, pick, retype, setLanguage, type } from "./mouse.mjs";
import { descriptionOf, readAnswer, readEntries, words } from "./read.mjs";
import { next, reach, walkTo } from "./walk.mjs";

const TO_DO = {
  number: [/请只写数字，例如 12000/, /write figures only, such as 12000/],
  decimals: [/最多写到分（两位小数）/, /two decimals/],
  negative: [/不能是负数.*请填重新结算后的那张账单/, /below zero.*enter the bill that was settled anew/],
  large: [/太大了，请检查/, /too large\. See whether/],
  date: [/请写成 2024年3月1日/, /write it like 2024-03-01/],
  day: [/请写成 2024-03-01 这样，并检查这一天是否存在/, /Write it as 2024-03-01 and see whether/],
  reversed: [/早于开始日期，请检查/, /comes before the first\. See whether/],
  year: [/不在要算的2024年内。请改日期/, /outside the year 2024\. Change the date/],
};

/** Field, what is typed, what is to be done, and the field to do it at where it is another. */
const ENTRIES = [
  ["visit-1-total", "-52000", "negative"],
  ["visit-1-total", "52000.123", "decimals"],
  ["visit-1-total", "1e300", "number"],
  ["visit-1-total", "五万二千", "number"],
  ["visit-1-total", "5,2000,0", "number"],
  ["visit-1-total", "99999999999999999999", "large"],
  ["visit-1-basic", "-0.01", "negative"],
  ["visit-1-basic", "28000.001", "decimals"],
  ["before-pools-inpatient", "-1", "negative"],
  ["before-cumulative-top_up", "1e3", "number"],
  ["visit-1-from", "明天", "date"],
  ["visit-1-from", "2024-02-30", "day"],
  ["visit-1-from", "2024年13月1日", "day"],
  ["visit-1-from", "2024-03-20", "reversed", "visit-1-until"],
  ["visit-1-until", "2024-02-01", "reversed"],
  ["visit-1-until", "2025-01-05", "year"],
  ["identity-subsistence-1-from", "2023-02-29", "day"],
  ["identity-subsistence-1-from", "2024-09-01", "reversed", "identity-subsistence-1-until"],
  ["identity-subsistence-1-until", "2023-04-30", "reversed"],
  ["identity-subsistence-1-until", "?", "date"],
];

/** The first entry of each kind. */
const ONE_OF_EACH = ENTRIES.filter(
  ([, , toDo], index) => index === ENTRIES.findIndex((each) => each[2] === toDo),
);

describe("bad input", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [language, entries] of [
    ["zh-Hans", ENTRIES],
    ["en", ONE_OF_EACH],
  ]) {
    test(`each wrong entry is marked, kept and easy to mend (${language})`, async () => {
      const page = await browser.openPage(DESK);
      await setLanguage(page, language);
      await enterCase(page, designCase);
      for (const [field, typed, toDo, marked = field] of entries) {
        await reach(page, field);
        const right = await page.locator(`#${field}`).inputValue();
        await retype(page, field, typed);
        const entered = await readEntries(page);
        // What is wrong is said when the field is left.
        await page.keyboard.press("Tab");

        const what = `${typed} in ${field}`;
        assert.equal(await page.locator(`#${marked}`).getAttribute("aria-invalid"), "true", what);
        assert.match(await descriptionOf(page, marked), TO_DO[toDo][language === "en" ? 1 : 0], what);
        assert.equal(await page.locator('[aria-invalid="true"]').count(), 1, what);
        assert.equal(await page.locator("#answer-total").count(), 0, what);
        assert.equal(await page.locator(`#${field}`).inputValue(), typed);
        assert.deepEqual(await readEntries(page), entered, what);

        await page.locator("#answer .todo button").click();
        assert.ok(await isFocused(page, `#${marked}`), `${what}: the answer leads to the field`);
        await retype(page, field, right);
        assert.equal(await page.locator("[aria-invalid]").count(), 0, what);
        assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00", what);
      }
      assert.deepEqual(page.watch.complaints, []);
    });
  }

  test("a date that is being typed is left alone until the field is left", async () => {
    const page = await browser.openPage();
    await enterCase(page, designCase);
    await retype(page, "visit-1-from", "");
    await page.keyboard.type("2024-03-0");
    assert.equal(await page.locator("[aria-invalid]").count(), 0);
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("#visit-1-from").getAttribute("aria-invalid"), "true");
  });

  test("a visit outside the year whose last day was left out is marked where its date was typed", async () => {
    const page = await browser.openPage();
    await enterCase(page, designCaseWith({ visits: [outpatientVisit] }));
    await retype(page, "visit-2-from", "2025-04-02");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("#visit-2-from").getAttribute("aria-invalid"), "true");
    assert.match(await descriptionOf(page, "visit-2-from"), TO_DO.year[0]);
  });

  test("a wrong entry in a bill that is folded in is pointed at, and opened from the answer", async () => {
    const page = await browser.openPage();
    await enterCase(page, designCaseWith({ visits: [outpatientVisit] }));
    await retype(page, "visit-2-total", "-500");
    await page.locator("#back").click();
    assert.equal(await page.locator("#visit-2 > .problem").innerText(), "这张账单有一处要再看一看");
    await page.locator("#answer .todo button").click();
    assert.ok(await isFocused(page, "#visit-2-total"));
    assert.equal(await page.locator("#visit-2-total").inputValue(), "-500");
  });

  test("an incomplete bill says what is still needed, then what is most useful, one thing after the other", async () => {
    const page = await browser.openPage(DESK);
    const needed = () => page.locator("#answer .todo").innerText();
    await page.locator("#place").selectOption("320200");
    assert.deepEqual((await needed()).split("\n"), [
      "选择年份",
      "选择救助对象类别，或选“以上都不是”",
      "填一张账单",
    ]);
    await enterPlace(page, designCase);
    await pick(page, "#identity-subsistence");
    await answer(page, "visit-1-kind", "inpatient");
    assert.equal(await needed(), "第 1 张账单 · 就诊（入院）日期");
    assert.doesNotMatch(await descriptionOf(page, "visit-1-from"), /请填这一项/, "not before she goes on");
    await next(page);
    assert.ok(await isFocused(page, "#visit-1-from"), "going on leads there");
    assert.match(await descriptionOf(page, "visit-1-from"), /请填这一项/);
    assert.equal(await page.getByRole("alert").innerText(), "还差：第 1 张账单 · 就诊（入院）日期");
    assert.equal(await page.locator("[aria-invalid]").count(), 0, "what is still to come is not wrong");
    await type(page, "visit-1-from", "3月1日");

    // From here on there is an answer, and each time what is asked for is filled in.
    const { sheet, ...facts } = designCase.visits[0];
    const amounts = {
      医疗费总额: ["total", sheet.total],
      全自费: ["fully_own", sheet.fully_own],
      超限价自费: ["over_limit", 0],
      "先行自付（乙类）": ["own_first", sheet.own_first],
      符合政策范围: ["in_scope", sheet.in_scope],
      基本医疗保险统筹基金: ["basic", sheet.basic],
      居民大病保险: ["serious_illness", sheet.serious_illness],
    };
    const todo = new Map([
      ...Object.entries(amounts).map(([name, [field, amount]]) => [
        name,
        () => type(page, `visit-1-${field}`, amount),
      ]),
      ["就医地点", () => answer(page, "visit-1-where", facts.where)],
      ["转诊备案", () => answer(page, "visit-1-referral", facts.referral)],
      ["基本医保", () => answer(page, "person-insurance", "resident")],
      ["无锡户籍", () => answer(page, "person-registered_here", "true")],
    ]);
    const question = page.locator("#answer .ask button");
    while ((await question.count()) > 0) {
      const name = (await question.innerText()).replace("去填：", "");
      assert.ok(todo.has(name), `asked for ${name}`);
      await question.click();
      assert.ok(await isFocused(page, "form input"), `the answer leads to ${name}`);
      await todo.get(name)();
      todo.delete(name);
    }
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
  });

  test("a sheet that does not add up shows both sums, at the bill too, and an answer", async () => {
    for (const [language, sums] of [
      ["zh-Hans", /医疗费总额是51,?000(\.00)?元，各部分加起来是52,?000(\.00)?元/],
      ["en", /total is 51,?000(\.00)? yuan, its parts come to 52,?000(\.00)? yuan/],
    ]) {
      const page = await browser.openPage();
      await setLanguage(page, language);
      await enterCase(page, designCaseWith({ sheet: { total: 51000 } }));
      for (const place of ["#visit-1", "#notices"]) {
        assert.match(await words(page, `${place} [data-code="sheet.does_not_add_up"]`), sums);
      }
      assert.equal((await readAnswer(page)).total, "¥8,100.00");
      assert.equal(await page.locator("[aria-invalid]").count(), 0, "a notice, no error");

      await retype(page, "visit-1-total", "52000");
      assert.equal(await page.locator('[data-code="sheet.does_not_add_up"]').count(), 0);
      assert.match(await words(page, "#visit-1 .check-on"), language === "en" ? /add up/ : /对得上/);
    }
  });

  test("more paid than was in scope is said at its bill", async () => {
    const page = await browser.openPage();
    const tooMuch = { ...outpatientVisit, sheet: { ...outpatientVisit.sheet, basic: 400.01 } };
    await enterCase(page, designCaseWith({ visits: [tooMuch] }));
    for (const place of ["#visit-2", "#notices"]) {
      const notice = await words(page, `${place} [data-code="sheet.paid_above_scope"]`);
      assert.match(notice, /400\.01元，超过政策范围内的400(\.00)?元/);
    }
    assert.equal(await page.locator('#visit-1 [data-code="sheet.paid_above_scope"]').count(), 0);
    await walkTo(page, "visit-2");
    assert.ok(await page.locator('#visit-2 [data-code="sheet.paid_above_scope"]').isVisible());
  });
});
