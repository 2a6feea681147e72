// Bills are added, changed, removed and put back; identities come and go; the language changes under way.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase, designCaseWith, outpatientVisit } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import { isFocused } from "./keyboard.mjs";
import { enterCase, enterVisit, pick, retype, setLanguage, type } from "./mouse.mjs";
import { answerOf, readAllEntries, readAnswer } from "./read.mjs";
import { walkTo } from "./walk.mjs";

async function card(page, number) {
  await walkTo(page, "add-visit");
  return page.locator(`#visit-${number}`);
}
async function press(page, number, name) {
  await (await card(page, number)).getByRole("button", { name }).click();
}
const remove = (page, number) => press(page, number, "删去");
const edit = (page, number) => press(page, number, "改");

describe("editing", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("two bills are settled in one year and each is shown on its own", async () => {
    const page = await browser.openPage();
    const input = designCaseWith({ visits: [outpatientVisit] });
    await enterCase(page, input);
    await assertSettledAs(page, input);

    const headings = await page.locator("#explained h3").allInnerTexts();
    assert.deepEqual(headings, [
      "第 1 张账单 · 住院 · 2024年3月1日至3月12日",
      "第 2 张账单 · 普通门诊 · 2024年4月2日",
      "全年合计",
    ]);
    const { visits, year, total } = await readAnswer(page);
    assert.equal(visits[0].personal, "9,100.00");
    assert.equal(visits[1].payers.assistance, "169.58", "85% of 199.50 is 169.575");
    assert.equal(year.payers.assistance, "12,069.58");
    assert.equal(total, "¥9,229.92");
  });

  test("a bill is changed, removed and put back; the others take its number", async () => {
    const page = await browser.openPage();
    await enterCase(page, designCaseWith({ visits: [outpatientVisit] }));

    await edit(page, 1);
    assert.ok(await isFocused(page, '#visit-1-kind input[value="inpatient"]'), "the editor has the focus");
    await retype(page, "visit-1-basic", "30000");
    const changed = designCaseWith({ sheet: { basic: 30000 }, visits: [outpatientVisit] });
    await assertSettledAs(page, changed);

    await remove(page, 1);
    assert.ok(await isFocused(page, "#undo-remove"), "undoing is the next thing at hand");
    assert.match(await (await card(page, 1)).innerText(), /第 1 张账单[^]*普通门诊 · 2024年4月2日/);
    await assertSettledAs(page, { ...changed, visits: [outpatientVisit] });

    await walkTo(page, "undo-remove");
    await page.locator("#undo-remove").click();
    assert.ok(await isFocused(page, "#visit-1"));
    await assertSettledAs(page, changed);

    await remove(page, 2);
    await assertSettledAs(page, { ...changed, visits: changed.visits.slice(0, 1) });
    await remove(page, 1);
    assert.equal(await page.locator("#answer-total").count(), 0);
    assert.match(await page.locator("#answer").innerText(), /填一张账单/);
    await enterVisit(page, 1, outpatientVisit);
    await assertSettledAs(page, { ...changed, visits: [outpatientVisit] });
  });

  test("a bill that is still blank is no part of the year", async () => {
    const page = await browser.openPage();
    await enterCase(page, designCase);
    await walkTo(page, "add-visit");
    await page.locator("#add-visit").click();
    await assertSettledAs(page, designCase);
    assert.match(await (await card(page, 2)).innerText(), /还没有填/);
  });

  test("several identities, and two times of the same one", async () => {
    const page = await browser.openPage();
    const identities = [
      { category: "subsistence", from: "2023-05-01", until: "2024-01-15" },
      { category: "subsistence", from: "2024-04-01" },
      { category: "near_subsistence" },
    ];
    const input = designCaseWith({ person: { identities }, visits: [outpatientVisit] });
    await enterCase(page, input);
    await assertSettledAs(page, input);
    const explained = await page.locator("#explained article > .hint").allInnerTexts();
    assert.match(explained[0], /低保边缘家庭成员/);
    assert.match(explained[1], /最低生活保障对象/);

    // Without the second time the first has ended before both bills.
    await walkTo(page, "identities");
    await page.getByRole("button", { name: "去掉这一段" }).nth(1).click();
    assert.ok(await isFocused(page, "#identity-subsistence-1-from"), "the time that is left has the focus");
    const left = [identities[0], identities[2]];
    await assertSettledAs(page, { ...input, person: { ...input.person, identities: left } });

    await pick(page, "#identity-subsistence");
    await pick(page, "#identity-none");
    assert.equal(await page.locator("#identity-near_subsistence").isChecked(), false);
    await assertSettledAs(page, { ...input, person: { ...input.person, identities: [] } });

    // Taken up again, a category still has its dates.
    await pick(page, "#identity-subsistence");
    assert.equal(await page.locator("#identity-none").isChecked(), false);
    assert.equal(await page.locator("#identity-subsistence-1-until").inputValue(), "2024-01-15");
  });

  test("switching the language keeps all that was typed, readable or not", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, {
      ...designCaseWith({ sheet: { other: 100, account: 12.5 } }),
      before: { pools: { inpatient: 1000 } },
      readings: { base: "with_own_first" },
    });
    await type(page, "visit-2-cash", " 1,2");
    await type(page, "visit-2-from", "2024年13月");
    await type(page, "visit-2-total", "三千");
    await page.locator("#back").click();
    const entered = await readAllEntries(page, 2);
    assert.equal(entered["visit-2-total"], "三千");

    await setLanguage(page, "en");
    assert.equal(await page.locator("h1").innerText(), "Medical assistance self-check");
    assert.equal(await page.title(), "Medical assistance self-check");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.deepEqual(await readAllEntries(page, 2), entered);
    await walkTo(page, "visit-2-total");
    assert.match(await page.locator("#visit-2-total-problem").innerText(), /^We could not read this amount/);

    await setLanguage(page, "zh-Hans");
    assert.deepEqual(await readAllEntries(page, 2), entered);
    assert.equal(entered["visit-1-account"], "12.5");
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
  });

  test("the answer is told to those who cannot see it", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const told = page.getByRole("status");
    await told.getByText("估算已更新：您自己一共约付 ¥9,100.00").waitFor({ state: "attached" });
    await retype(page, "visit-1-from", "");
    await told.getByText("还差：第 1 张账单 · 就诊（入院）日期").waitFor({ state: "attached" });
  });
});

async function assertSettledAs(page, input) {
  assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
}
