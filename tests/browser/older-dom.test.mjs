// What Safari of 2019, and to a part Firefox and Chromium of 2019, did not know of the DOM is taken from a browser of today:
// the page and the frame work all the same.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { servePortal } from "../../script/lib/portal.mjs";
import { DIST, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase, enterPlace, pick } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";
import { reach, walkTo } from "./walk.mjs";

/** Runs before the page's own scripts. */
function takeAway() {
  for (const deaf of [MediaQueryList, globalThis.SpeechSynthesis])
    Object.setPrototypeOf(deaf.prototype, Object.prototype);
  for (const [whose, ...names] of [
    [globalThis, "ResizeObserver"],
    [Blob.prototype, "text", "arrayBuffer"],
    [ShadowRoot.prototype, "adoptedStyleSheets"],
    [HTMLInputElement.prototype, "showPicker"],
    [Element.prototype, "replaceChildren"],
    [Array.prototype, "at"],
    [String.prototype, "replaceAll", "matchAll"],
    [Promise, "allSettled"],
    [Object, "hasOwn"],
    [crypto, "randomUUID"],
  ]) {
    for (const name of names) delete whose[name];
  }
}

describe("with the DOM of 2019", () => {
  let browser;
  let portal;
  before(async () => {
    browser = await openBrowser();
    portal = await servePortal(DIST, browser.address, 0);
  });
  after(() => Promise.all([browser.close(), portal.close()]));

  async function open(address) {
    const page = await browser.newPage(PHONE);
    await page.addInitScript(takeAway);
    await page.goto(address);
    const frame = page.frame({ url: /embed\.html/ }) ?? page;
    await frame.locator("#place").waitFor();
    return page;
  }

  test("the path, and what was saved is opened again", async () => {
    const page = await open(browser.address);
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    await page.reload();
    await page.locator("#open-file").setInputFiles(await download.path());
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.deepEqual(page.watch.complaints, []);
  });

  test("a sheet from a file", async () => {
    const page = await open(browser.address);
    await enterPlace(page, designCase);
    await pick(page, "#identity-none");
    await reach(page, "import-read");
    await page
      .locator("#import-file")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("医疗费总额 52000") });
    await page.locator("#import-take").waitFor();
    assert.deepEqual(page.watch.complaints, []);
  });

  test("the frame in a portal is as high as it needs", async () => {
    const page = await open(`${portal.address}/frame.html`);
    const frame = Object.assign(page.frame({ url: /embed\.html/ }), { keyboard: page.keyboard });
    await enterCase(frame, designCase);
    await walkTo(frame, "answer");
    const wanted = await frame
      .locator("aid-check")
      .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    assert.ok(wanted > 1500);
    await page.waitForFunction(
      (height) => document.querySelector("iframe[data-aid-check]").clientHeight === height,
      wanted,
    );
    assert.deepEqual(page.watch.complaints, []);
  });
});
