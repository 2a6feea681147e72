// The page in three languages: which one it begins with, that all of it changes, and that each part says its own.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { choose, enterCase } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";

const TITLES = {
  "zh-Hans": "医疗救助自测",
  "zh-Hant": "醫療救助自測",
  en: "Medical assistance self-check",
};

describe("languages", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function assertLanguage(page, language) {
    await page.locator("h1").getByText(TITLES[language], { exact: true }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    assert.equal(await page.locator(".page").getAttribute("lang"), language);
    assert.equal(await page.title(), TITLES[language]);
    const pressed = page.locator('.languages button[lang][aria-pressed="true"]');
    assert.deepEqual(await pressed.evaluateAll((all) => all.map(({ lang }) => lang)), [language]);
  }

  for (const [locale, language] of [
    ["zh-CN", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["en-GB", "en"],
    ["ja-JP", "zh-Hans"],
  ]) {
    test(`a browser in ${locale} begins with ${language}, until the address asks for another`, async () => {
      const page = await browser.openPage(PHONE, { locale });
      await assertLanguage(page, language);
      for (const asked of ["en", "zh-Hant", "zh-Hans"]) {
        await page.goto(`${browser.address}/?lang=${asked}`);
        await assertLanguage(page, asked);
      }
      await page.context().close();
    });
  }

  test("the switch changes everything at once, keeps what was entered and is forgotten", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    for (const [name, language] of [
      ["繁體中文", "zh-Hant"],
      ["EN English", "en"],
      ["简体中文", "zh-Hans"],
      ["繁體中文", "zh-Hant"],
    ]) {
      await page.getByRole("button", { name, exact: true }).click();
      await assertLanguage(page, language);
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
    }
    assert.equal(page.url(), `${browser.address}/`);
    await page.reload();
    await assertLanguage(page, "zh-Hans");
    await page.context().close();
  });

  test("before anything has arrived the likeliest language is not alone", async () => {
    const page = await browser.newPage(PHONE, { locale: "zh-HK" });
    await page.route("**/engine.wasm", (route) => route.abort());
    await page.goto(browser.address);
    const said = await page.locator(".waiting [role=alert]").innerText();
    assert.match(said, /這個頁面沒能打開[^]*This page could not open/);
    await page.context().close();
  });

  test("places of the whole country are traditional too", async () => {
    const page = await browser.openPage(PHONE, { locale: "zh-TW" });
    await choose(page, "place", "33");
    const options = await page.locator("#place-in-province option").allTextContents();
    const names = options.map((option) => option.trim());
    assert.ok(names.includes("台州市") && names.includes("龍游縣"), names.join());
    await page.context().close();
  });
});
