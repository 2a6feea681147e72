// Without its engine or its rules the page says so plainly and can be tried again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { tabTo } from "./keyboard.mjs";
import { enterCase } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";

const WASM = "application/wasm";
/** A section that changes nothing, behind a whole module. */
const CUSTOM_SECTION = Buffer.from([0x00, 0x02, 0x01, 0x78]);
const EMPTY_MODULE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** What is fetched, and what comes instead. */
const FAULTS = {
  "no engine": ["**/engine.wasm", (route) => route.fulfill({ status: 404, body: "not found" })],
  "an engine that does not arrive": ["**/engine.wasm", (route) => route.abort("connectionreset")],
  "an engine that is none": [
    "**/engine.wasm",
    (route) => route.fulfill({ contentType: WASM, body: "<!doctype html>" }),
  ],
  "an engine that is cut off": [
    "**/engine.wasm",
    async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ contentType: WASM, body: body.subarray(0, body.length / 2) });
    },
  ],
  "a module that is no engine": [
    "**/engine.wasm",
    (route) => route.fulfill({ contentType: WASM, body: EMPTY_MODULE }),
  ],
  "an engine that someone changed": [
    "**/engine.wasm",
    async (route) => {
      const body = Buffer.concat([await (await route.fetch()).body(), CUSTOM_SECTION]);
      await route.fulfill({ contentType: WASM, body });
    },
  ],
  "no list of rules": ["**/rules/index.json", (route) => route.fulfill({ status: 500, body: "" })],
  "rules that are cut off": ["**/rules/packs/**", (route) => route.fulfill({ body: '{"place":' })],
  "rules that someone changed": [
    "**/rules/packs/320200/*",
    async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ body: text.replaceAll("85%", "58%") });
    },
  ],
};

/** Holds back what is fetched from an address until it is let go. */
async function holdBack(page, url) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe("starting without all that is needed", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("the place can be chosen before the engine has arrived; who is faster is told to wait", async () => {
    const page = await browser.newPage(PHONE);
    const letGo = await holdBack(page, "**/engine.wasm");
    await page.goto(browser.address);
    await page.locator("#place").selectOption("320200");
    await page.locator("#year").selectOption("2024");
    await page.locator("#next").click();
    const inTheWay = page.locator("#in-the-way");
    assert.equal(await inTheWay.innerText(), "正在准备…");
    letGo();
    await inTheWay.waitFor({ state: "hidden" });
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.deepEqual(page.watch.complaints, []);
    await page.context().close();
  });

  test("where the engine fails after the place was chosen, trying again keeps it", async () => {
    const page = await browser.newPage(PHONE);
    let fail;
    const chosen = new Promise((resolve) => (fail = resolve));
    await page.route("**/engine.wasm", async (route) => {
      await chosen;
      await route.abort();
    });
    await page.goto(browser.address);
    await page.locator("#place").selectOption("110000");
    fail();
    const again = page.getByRole("button", { name: "再试一次" });
    await again.waitFor();
    await page.unroute("**/engine.wasm");
    await again.click();
    await page.locator("#year").selectOption("2024");
    assert.equal(await page.locator("#place").inputValue(), "110000");
    await page.locator("#next").click();
    await page.locator("#identities").waitFor();
    await page.context().close();
  });

  for (const [name, prepare] of Object.entries({
    "a browser without WebAssembly": (page) => page.addInitScript(() => delete window.WebAssembly),
    "a browser that does not know 'wasm-unsafe-eval'": (page) =>
      page.route(`${browser.address}/`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(" 'wasm-unsafe-eval'", "");
        await route.fulfill({ response, body });
      }),
  })) {
    test(`${name} gets the engine as JavaScript`, async () => {
      const page = await browser.newPage(PHONE);
      await prepare(page);
      await page.goto(browser.address);
      await enterCase(page, designCase);
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
      const fetched = page.watch.requests.filter((address) => /engine\.(js|wasm)$/.test(address));
      assert.deepEqual(fetched, [`${browser.address}/engine.js`]);
      await page.context().close();
    });
  }

  const NOT_UNDERSTOOD = (route) =>
    route.fulfill({ contentType: "text/javascript", body: "const a = b?.(; // younger than the browser" });
  const TOO_OLD = {
    "a script that the browser does not understand": (page) => page.route("**/page.js", NOT_UNDERSTOOD),
    "no shadow roots": (page) => page.addInitScript(() => delete Element.prototype.attachShadow),
    "something missing that the page is made with": (page) =>
      page.addInitScript(() => delete Document.prototype.createTreeWalker),
  };
  for (const [name, prepare] of Object.entries(TOO_OLD)) {
    test(`a browser too old, ${name}: after a while a plain message and the telephone number`, async () => {
      const page = await browser.newPage(PHONE);
      await prepare(page);
      await page.goto(browser.address);
      const message = page.getByText("可能是这个浏览器太旧");
      assert.ok(await page.getByText("正在准备…").isVisible());
      assert.equal(await message.isVisible(), false, "not before there was time to start");
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      assert.ok(await message.isVisible());
      assert.equal(await message.getByRole("link").getAttribute("href"), "tel:12393");
      assert.match(await message.innerText(), /browser too old[^]*12393/);
      await page.context().close();
    });
  }

  for (const [name, [url, fault]] of Object.entries(FAULTS)) {
    test(`${name}: said plainly, and tried again`, async () => {
      const page = await browser.newPage(PHONE);
      await page.route(url, fault);
      await page.goto(browser.address);
      const said = await page.locator(".waiting [role=alert]").innerText();
      assert.match(said, /这个页面没能打开[^]*请检查网络，再试一次[^]*12393/);
      assert.match(said, /This page could not open[^]*try again[^]*12393/);
      assert.equal(await page.locator("#place").count(), 0, "nothing to fill in without an engine");

      // Still broken: the same again, and no worse.
      await page.getByRole("button", { name: "再试一次" }).click();
      await page.locator(".waiting [role=alert]").waitFor();

      await page.unroute(url);
      await tabTo(page, "button.main-action");
      await page.keyboard.press("Enter");
      await page.locator("#place").waitFor();
      await enterCase(page, designCase);
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
      await page.context().close();
    });
  }
});
