// How the page reads: larger and simpler, dark, with high contrast; by the device's setting and by choice.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
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
});
