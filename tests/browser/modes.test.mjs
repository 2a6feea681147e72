// How the page reads: larger and simpler, dark, with high contrast, aloud; by the device's setting and by choice.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase, setLanguage } from "./mouse.mjs";
import { words } from "./read.mjs";
import { walkTo } from "./walk.mjs";

const ground = (page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
const isDark = async (page) => (await ground(page))[0] < 60;

/** The device tells the page of its setting in its own time. */
const turnsDark = (page) =>
  page.waitForFunction(() => parseInt(getComputedStyle(document.body).backgroundColor.slice(4), 10) < 60);

describe("reading modes", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("dark and high contrast, as the device has it or as chosen", async () => {
    const page = await browser.openPage(PHONE);
    assert.equal(await isDark(page), false);
    await page.emulateMedia({ colorScheme: "dark" });
    await turnsDark(page);
    await page.locator(".display > summary").click();
    await page.locator('[data-theme="light"]:visible').first().click();
    assert.equal(await isDark(page), false, "what was chosen counts");
    await page.locator('button[data-theme="dark"]').click();
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await isDark(page), true);
    await page.locator("button[data-contrast]").click();
    assert.deepEqual(await ground(page), [0, 0, 0]);
    await page.locator('button[data-theme="auto"]').click();
    assert.deepEqual(await ground(page), [255, 255, 255]);
    assert.deepEqual(page.watch.complaints, []);
  });

  test("in the elder mode type is larger, and leaving it loses nothing", async () => {
    const page = await browser.openPage(PHONE);
    const size = () => page.locator("main").evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
    const before = await size();
    await page.locator("#elder").click();
    assert.ok((await size()) >= before * 1.2);
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    assert.equal(await page.locator("#sources").isVisible(), false, "what few need is one press further");
    assert.match(await words(page, "#sources"), /98号/);
    await page.locator("#elder").click();
    assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
    await walkTo(page, "visit-1-total");
    assert.equal(await page.locator("#visit-1-total").inputValue(), "52000");
  });

  for (const [name, voices, canRead] of [
    ["a voice of the device", [{ lang: "zh-CN", localService: true }], true],
    ["no voice", [], false],
    ["a voice that would send it away", [{ lang: "zh-CN", localService: false }], false],
  ]) {
    test(`read aloud: ${name}`, async () => {
      const page = await browser.newPage(PHONE);
      await page.addInitScript((given) => {
        const spoken = [];
        const fake = Object.assign(new EventTarget(), {
          getVoices: () => given,
          speak: (utterance) => spoken.push(utterance.text),
          cancel: () => spoken.push("stopped"),
        });
        Object.defineProperty(window, "speechSynthesis", { value: fake });
        window.SpeechSynthesisUtterance = class {
          constructor(text) {
            this.text = text;
          }
        };
        window.spoken = spoken;
      }, voices);
      await page.goto(browser.address);
      await page.locator("#elder").click();
      await enterCase(page, designCase);
      await walkTo(page, "answer");
      const button = page.locator("#read-aloud");
      assert.equal(await button.count(), canRead ? 1 : 0);
      if (canRead) {
        await button.click();
        const [text] = await page.evaluate(() => window.spoken);
        assert.match(text, /您自己一共约付 ¥9,100\.00\s医保政策范围内/);
        assert.equal(await button.innerText(), "停止朗读");
        await setLanguage(page, "en");
        assert.equal(await button.count(), 0, "it reads no English");
      }
      await page.context().close();
    });
  }
});
