// What belongs to the figures: why someone is not assisted, notices, readings, assumptions, trust, and that all of it
// is an estimate.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase, designCaseWith } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import { isFocused } from "./keyboard.mjs";
import { answer, enterCase, setLanguage } from "./mouse.mjs";
import { answerOf, readAnswer, see, words } from "./read.mjs";
import { walkTo } from "./walk.mjs";

describe("what belongs to the figures", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [name, person, why] of [
    ["registered elsewhere", { registered_here: false }, /户籍/],
    ["not insured", { insurance: "none" }, /医保|参保/],
  ]) {
    test(`an identity that does not count says so: ${name}`, async () => {
      const page = await browser.openPage(PHONE);
      const input = designCaseWith({ person });
      await enterCase(page, input);
      const shown = await readAnswer(page);
      assert.deepEqual(shown, answerOf(estimate(input)));
      assert.equal(shown.payers.assistance, "0.00");
      assert.equal(shown.total, "¥21,000.00");
      for (const place of ["#answer", "#notices"]) {
        assert.match(await words(page, `${place} [data-code="identity.not_counted"]`), why);
      }
      assert.match(await words(page, '#notices [data-code="identity.not_counted"]'), /锡政办发〔2022〕98号/);
      assert.match(
        await words(page, '#your-identities [data-category="subsistence"]'),
        /条件不满足，这次没有算进去/,
      );
      assert.match(await words(page, "#explained article"), /没有可用的救助身份/);

      await setLanguage(page, "en");
      assert.match(
        await words(page, '#your-identities [data-category="subsistence"]'),
        /A condition is not met/,
      );
      // The answer to the question is changed where it was given.
      await answer(page, "person-registered_here", "true");
      await answer(page, "person-insurance", "resident");
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
    });
  }

  test("an identity that has ended is told apart from one that is used", async () => {
    const page = await browser.openPage();
    const identities = [
      { category: "subsistence", until: "2023-12-15" },
      { category: "near_subsistence", from: "2024-01-01", until: "2024-08-15" },
    ];
    await enterCase(page, designCaseWith({ person: { identities } }));
    assert.match(
      await words(page, '#your-identities [data-category="subsistence"]'),
      /没有用到 · 待遇到2023年12月31日为止/,
    );
    assert.match(
      await words(page, '#your-identities [data-category="near_subsistence"]'),
      /用在第 1 张账单 · 待遇到2024年8月31日为止/,
    );
  });

  test("the design's case: notices, entitlements, limits, assumptions and documents", async () => {
    const page = await browser.openPage(DESK);
    await enterCase(page, designCase);
    const result = estimate(designCase);
    assert.match(await words(page, '#notices [data-code="hospital_target"]'), /10%/);
    assert.match(await words(page, '#notices [data-code="hospital_target"]'), /锡政办发〔2022〕98号（七）/);
    assert.deepEqual(
      (await readAnswer(page)).notices,
      result.notices
        .map(({ code }) => code)
        .filter((code) => code !== "estimate.only")
        .sort(),
    );
    for (const { id, text } of result.entitlements) {
      const shown = await words(page, `#entitlements [data-entitlement="${id}"]`);
      assert.ok(shown.includes(text["zh-Hans"]), id);
    }
    assert.match(await words(page, '#assumed [data-fact="designated"]'), /定点医药机构：是/);
    const source = await words(page, "#sources [data-trust]");
    assert.match(source, /锡政办发〔2022〕98号/);
    assert.match(source, /无锡市人民政府办公室，2022年12月26日/);
    assert.match(source, /官方原文，已通读/);
    assert.match(await words(page, "#sources"), /规则第 1 版，自2023年1月1日起的政策/);

    // A notice leads to its bill.
    await page.locator('#notices [data-code="hospital_target"]').getByRole("button").click();
    assert.ok(await isFocused(page, "#visit-1"));
  });

  test("that it is an estimate stands at the figures and at the foot", async () => {
    const page = await browser.openPage(PHONE);
    assert.match(await words(page, "footer"), /估算，不是结算/);
    await enterCase(page, designCase);
    assert.match(await words(page, "#answer .headline-label"), /约付/);
    assert.match(await words(page, "#answer"), /估算的，不是结算/);
    await setLanguage(page, "en");
    assert.match(await words(page, "#answer .headline-label"), /about/);
    assert.match(await words(page, "#answer"), /Estimated from public documents; it is no settlement/);
    assert.match(await words(page, "footer"), /estimate, not a settlement/);
  });

  test("a reading that matters shows what the other would give, and can be used", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const reading = '#readings [data-reading="base"]';
    const choices = async () => (await see(page, `${reading} .readings > li`)).allInnerTexts();
    const [now, other] = await choices();
    assert.match(now, /不算[^]*¥9,100\.00[^]*现在按这样算/);
    assert.match(other, /算，加上先行自付[^]*¥5,700\.00[^]*改按这样算/);

    await page.locator(reading).getByRole("button", { name: "改按这样算" }).click();
    assert.ok(await isFocused(page, '[data-reading="base"]'), "the focus stays at the question");
    const input = { ...designCase, readings: { base: "with_own_first" } };
    assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
    assert.equal((await readAnswer(page)).total, "¥5,700.00");
    assert.match((await choices())[1], /¥5,700\.00[^]*现在按这样算/);
    await walkTo(page, "reading-base");
    assert.ok(await page.locator('#reading-base input[value="with_own_first"]').isChecked());
    await answer(page, "reading-base", "in_scope");
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
  });

  test("a reading that needs an amount which is not known gives a range", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCaseWith({ sheet: { own_first: null } }));
    const choices = await see(page, '#readings [data-reading="base"] .readings > li');
    const [now, other] = await choices.allInnerTexts();
    assert.match(now, /您自己付 ¥9,100\.00/);
    assert.match(other, /您自己付 [\d,]+\s元到 [\d,]+\s元/);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
  });

  test("care that was not referred: the document of the other reading is named with its trust", async () => {
    const page = await browser.openPage(DESK);
    const input = designCaseWith({ visit: { where: "province", referral: "none" } });
    await enterCase(page, input);
    assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
    const { sources, readings } = estimate(input);
    assert.ok(readings.some(({ id }) => id === "unreferred"));
    assert.equal(await page.locator("#sources [data-trust]").count(), sources.length);
    assert.match(await words(page, "#sources"), /国办发〔2021〕42号/);
    const trust = await page.locator("#sources .trust").allInnerTexts();
    assert.ok(
      trust.every((text) => /官方|转载/.test(text)),
      "trust is told in words",
    );
    assert.match(await words(page, "#why-visit-1-payer-assistance ol.ledger"), /0\.00/);
    assert.match(await words(page, "#why-visit-1-payer-assistance ol.ledger"), /转诊|备案/);
  });

  test("what the sheet says was settled already is compared, never added", async () => {
    const page = await browser.openPage(DESK);
    const input = designCaseWith({ sheet: { assistance: 11000, other: 500 } });
    await enterCase(page, input);
    assert.deepEqual(await readAnswer(page), answerOf(estimate(input)));
    for (const place of ["#visit-1", "#notices"]) {
      const differs = await words(page, `${place} [data-code="sheet.assistance_differs"]`);
      assert.match(differs, /11,?000/);
      assert.match(differs, /11,?900/);
      assert.ok(await (await see(page, `${place} [data-code="sheet.other_may_hold_top_up"]`)).isVisible());
    }
  });
});
