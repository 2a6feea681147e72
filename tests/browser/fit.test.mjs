// Things that do not fit: told beside the bill and among the notices, in words that accuse nobody, with how to check
// them, whom to ask, and the first step at which settled and computed figures part.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCaseWith } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import { enterCase, setLanguage, type } from "./mouse.mjs";
import { answerOf, readAnswer, see, words } from "./read.mjs";

const BLAME = /错误|违规|骗|欺诈|举报|error|fraud|wrong|cheat/i;

describe("what does not fit", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [size, viewport] of [
    ["phone", PHONE],
    ["desktop", DESK],
  ]) {
    test(`a payment above its base: ${size}`, async () => {
      const page = await browser.openPage(viewport);
      // 45,000 in scope, of which the insurances left 45,000 − 28,000 − 3,000 = 14,000.
      const input = designCaseWith({ sheet: { assistance: 15000 } });
      await enterCase(page, input);
      assert.deepEqual(await readAnswer(page), answerOf(estimate(input)), "no figure is changed for it");

      const notice = '#notices [data-code="fit.paid_above_base"]';
      assert.match(await words(page, notice), /请看一看[^]*15,000\.00[^]*14,000\.00[^]*怎么核对[^]*纸质账单/);
      assert.match(await words(page, "#notices"), /有几处对不上，可以核对[^]*往往有平常的原因/);
      assert.doesNotMatch(await words(page, "#notices"), BLAME);
      assert.doesNotMatch(await words(page, notice), /12393/, "whom to ask is told on demand");
      await page.locator(`${notice} summary`, { hasText: "问谁" }).click();
      assert.match(await words(page, notice), /12393[^]*国办发〔2020〕20号/);

      const remark = '#visit-1 [data-code="fit.paid_above_base"]';
      assert.match(await words(page, remark), /15,000\.00/);
      assert.doesNotMatch(await words(page, remark), /纸质账单/);
      await page.locator(`${remark} > details > summary`).click();
      assert.match(await words(page, remark), /怎么核对[^]*纸质账单/);

      await setLanguage(page, "en");
      assert.match(await words(page, notice), /Please look[^]*15,000\.00[^]*How to check/);
      assert.doesNotMatch(await words(page, "#notices"), BLAME);
      assert.deepEqual(page.watch.complaints, []);
    });

    test(`aid that was settled differs, and the first step of both is shown: ${size}`, async () => {
      const page = await browser.openPage(viewport);
      await enterCase(page, designCaseWith({ sheet: { assistance: 9800 } }));
      // 14,000 × 85 % = 11,900; the sheet's 9,800 is 14,000 × 70 %.
      for (const place of ["#visit-1", "#notices"]) {
        const slips = await see(page, `${place} [data-code="sheet.assistance_differs"] .parting > div`);
        const [ours, theirs] = await slips.allInnerTexts();
        assert.match(ours, /^按规则[^]*85%[^]*98号[^]*11,900\.00/);
        assert.match(theirs, /^账单上的数相当于[^]*70%[^]*98号[^]*9,800\.00/);
        assert.equal(await slips.locator("ol.ledger[aria-label]").count(), 2);
      }
      // The article is there on demand.
      const ours = page.locator("#notices .parting > div").first();
      await ours.locator(".cite > summary").click();
      assert.match(await ours.innerText(), /我们的概述/);

      if (viewport === DESK) {
        const [left, right] = await Promise.all(
          [0, 1].map((index) => page.locator("#notices .parting > div").nth(index).boundingBox()),
        );
        assert.equal(left.y, right.y, "side by side");
      }
    });
  }

  test("where no single change gives what was settled, only the first step by the rules is shown", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCaseWith({ sheet: { assistance: 11111.11 } }));
    const slips = await see(page, "#notices .parting > div");
    assert.equal(await slips.count(), 1);
    assert.match(await slips.innerText(), /^按规则/);
    assert.match(await words(page, "#notices"), /没有找到单独改动哪一处/);
  });

  test("what is only for information is told beside the bill too, more quietly and in words", async () => {
    const page = await browser.openPage(DESK);
    const input = designCaseWith({
      person: { identities: [{ category: "subsistence", until: "2023-12-15" }] },
    });
    await enterCase(page, input);
    const { level } = estimate(input).notices.find(({ code }) => code === "fit.identity_ended");
    assert.equal(level, "info");
    const ended = '[data-code="fit.identity_ended"]';
    assert.match(await words(page, `#notices ${ended}`), /^供参考/);
    const border = (selector) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).borderInlineStartColor);
    await see(page, `#visit-1 ${ended}`);
    const quiet = await border(`#visit-1 ${ended}`);
    await type(page, "visit-1-assistance", "100");
    await see(page, `#notices .notice-attention${ended}`);
    await see(page, `#visit-1 ${ended}`);
    assert.notEqual(await border(`#visit-1 ${ended}`), quiet);
  });
});
