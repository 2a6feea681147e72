// Answers that are ranges, in words and in the picture; what would narrow them; what would change them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { aRange, answerWith } from "./answers.mjs";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import * as keyboard from "./keyboard.mjs";
import { answer, enterCase, enterPlace, pick, retype, setLanguage, type } from "./mouse.mjs";
import * as read from "./read.mjs";
import { readAnswer, readLedger, readPicture } from "./read.mjs";
import { walkTo } from "./walk.mjs";

const words = async (page, selector) => (await read.words(page, selector)).replaceAll("\u00a0", " ");

describe("ranges", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function pageWith(result, viewport = DESK) {
    const page = await browser.openPage(viewport);
    await answerWith(page, result);
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    return page;
  }

  test("the headline is a range in words, and says why and how sure it is", async () => {
    const page = await pageWith(aRange(), PHONE);
    assert.equal(await words(page, "#answer-total"), "9,100 元到 21,000 元");
    const said = await words(page, ".headline-parts");
    assert.match(said, /最少 9,100 元，最多 21,000 元/);
    assert.match(said, /有 2 件事还不清楚/);
    assert.match(said, /这个范围可能比实际宽/);
    assert.match(said, /医保政策范围内\s2,100 元到 14,000 元，范围外\s¥7,000\.00/);
    await page
      .getByRole("status")
      .getByText("您自己一共约付 9,100 元到 21,000 元")
      .waitFor({ state: "attached" });

    await setLanguage(page, "en");
    assert.equal(await words(page, "#answer-total"), "¥9,100 to ¥21,000");
    assert.match(
      await words(page, ".headline-parts"),
      /At least ¥9,100, at most ¥21,000\. .* 2 things are not known/,
    );
    assert.deepEqual(page.watch.complaints, []);
  });

  test("a range that is exact does not say that it may be wider", async () => {
    const result = aRange();
    const { min, max } = result.personal.total;
    const page = await pageWith({ ...result, personal: { ...result.personal, total: { min, max } } });
    assert.doesNotMatch(await words(page, ".headline-parts"), /可能比实际宽/);
  });

  test("in the picture what is sure is solid, what is not is hatched, and both are told in words", async () => {
    const page = await pageWith(aRange());
    const { words: told, shares } = await readPicture(page);
    assert.equal(
      told.replaceAll("\u00a0", " "),
      "按付款先后：基本医保 ¥28,000.00、大病保险 ¥3,000.00、医疗救助 0 元到 11,900 元、您自己 9,100 元到 21,000 元",
    );
    for (const [part, amount] of Object.entries({
      basic: 28000,
      serious_illness: 3000,
      "maybe-you": 11900,
      you: 9100,
    })) {
      assert.ok(Math.abs(shares[part] - amount / 52000) < 0.005, `${part} takes ${shares[part]}`);
    }
    assert.equal(shares.assistance, undefined, "nothing of it is sure");
    assert.match(await words(page, "#answer .legend"), /斜线：可能由您付，还说不准/);
    const { payers } = await readAnswer(page);
    assert.equal(payers.assistance, "0–11,900");
    assert.equal(payers.you, "9,100–21,000");
  });

  test("each figure's sum is told with its ranges, one for each way in which it may have gone", async () => {
    const page = await pageWith(aRange());
    const lead = await words(page, "#explained article > .hint");
    assert.match(lead, /按“最低生活保障对象（低保）”或“低保边缘家庭成员”算，也可能没有可用的救助身份/);
    await page.locator("#why-visit-1-payer-assistance > summary").click();
    assert.equal(await page.locator("#why-visit-1-payer-assistance ol.ledger").count(), 2);
    assert.match(
      await words(page, "#why-visit-1-payer-assistance"),
      /一种可能：[^]*=11,900\.00[^]*一种可能：[^]*=0\.00/,
    );
    assert.match(await words(page, "#pools"), /0–11,900[^]*288,100–300,000/);
    await page.locator("#why-visit-1-personal > summary").click();
    assert.deepEqual(
      (await readLedger(page, "visit-1-personal")).map(([figure]) => figure),
      ["52,000.00", "−28,000.00", "−3,000.00", "−0–11,900", "=9,100–21,000"],
    );
  });

  test("what is most useful to find out stands at the answer, with where to look, and leads to its question", async () => {
    const page = await pageWith(aRange(), PHONE);
    const card = page.locator(".details [data-ask]");
    assert.match(
      await card.innerText(),
      /下一步最有用：救助对象类别[^]*低保证上的[^]*知道后最多相差2,100\.00元/,
    );
    await card.getByRole("button", { name: "去填" }).click();
    assert.ok(await keyboard.isFocused(page, "#identities input:checked, #identities input"));

    assert.deepEqual(
      await (
        await read.see(page, "#unknown [data-unknown]")
      ).evaluateAll((all) => all.map((each) => each.dataset.unknown)),
      ["identities", "referral"],
    );
    await (await read.see(page, '#unknown [data-unknown="referral"] button')).click();
    assert.ok(await keyboard.isFocused(page, "#visit-1-referral input"));
  });

  test("a range that tells nothing is shown as the question that would help", async () => {
    const result = aRange();
    const total = { min: 0, max: 52000 };
    const page = await pageWith({ ...result, personal: { ...result.personal, total } });
    assert.equal(await page.locator("#answer-total").count(), 0);
    assert.equal(await page.locator("#explained").count(), 0);
    assert.match(await words(page, "#answer"), /知道的还太少[^]*下一步最有用：救助对象类别/);
    await page.getByRole("status").getByText("还差：救助对象类别").waitFor({ state: "attached" });
  });

  test("what is in the person's hands, and what it would change", async () => {
    const page = await pageWith(aRange());
    const card = '#what-if [data-what-if="referral"]';
    assert.match(
      await words(page, card),
      /办转诊备案[^]*最多可以少付 ¥9,800\.00[^]*那样您自己付 9,100 元到 11,200 元/,
    );
    assert.match(await words(page, card), /锡政办发〔2022〕98号/);
  });
});

describe("I don't know", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("is a choice among choices, and beside a box a button that keeps what was typed", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");

    const toggle = page.getByRole("button", { name: "我不清楚：符合政策范围" });
    await walkTo(page, "visit-1-in_scope");
    await toggle.click();
    assert.equal(await toggle.getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator("#visit-1-in_scope").inputValue(), "45000");
    assert.match(
      await page.locator(".sheet .field:has(#visit-1-in_scope)").innerText(),
      /先按不清楚来算，您填的还留着/,
    );
    const total = () => page.locator("#answer-total").allTextContents();
    assert.notDeepEqual(await total(), ["¥9,100.00"]);
    await toggle.click();
    assert.deepEqual(await total(), ["¥9,100.00"]);

    // Whoever types something knows it.
    await toggle.click();
    await retype(page, "visit-1-in_scope", "45000");
    assert.equal(await toggle.getAttribute("aria-pressed"), "false");
    assert.deepEqual(await total(), ["¥9,100.00"]);

    await answer(page, "visit-1-referral", "?");
    assert.ok(await page.locator('#visit-1-referral input[value="?"]').isChecked());
    await answer(page, "visit-1-referral", "not_needed");
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.deepEqual(page.watch.complaints, []);
  });

  test("is there for every question of the form", async () => {
    const page = await browser.openPage(DESK);
    await enterPlace(page, designCase);
    const without = [];
    await pick(page, "#identity-none");
    for (const id of ["place", "person-insurance", "visit-1-kind", "add-visit"]) {
      await walkTo(page, id);
      const here = await page
        .locator("form .field")
        .evaluateAll((fields) =>
          fields
            .filter((field) => !field.querySelector('button.unsure, input[value="?"], option[value="?"]'))
            .map((field) => (field.querySelector("input[id], textarea, select") ?? field).id),
        );
      without.push(...here);
    }
    // Days, and which paper it is, are known to whoever holds the sheet; readings and pasted words are no facts.
    assert.deepEqual(
      without.filter((id) => !/^(place|year|visit-1-(from|until|paper)|reading-|import-)/.test(id)),
      [],
    );
    await walkTo(page, "identities");
    for (const id of ["identity-none", "identity-low_income", "identity-unknown"])
      assert.equal(await page.locator(`#${id}`).count(), 1);
  });

  test("what was said instead of a category gives way to a category, and the other way round", async () => {
    const page = await browser.openPage(DESK);
    await enterPlace(page, designCase);
    const checked = () =>
      page
        .locator("#identities .picks > li > label input:checked")
        .evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ["identity-none", "identity-low_income", "identity-unknown", "identity-subsistence"]) {
      await pick(page, `#${id}`);
      assert.deepEqual(await checked(), [id]);
    }
    await type(page, "identity-subsistence-1-from", "2023-05-01");
    await pick(page, "#identity-unknown");
    await pick(page, "#identity-subsistence");
    assert.equal(await page.locator("#identity-subsistence-1-from").inputValue(), "2023-05-01");
  });
});
