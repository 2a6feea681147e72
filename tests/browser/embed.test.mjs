// In a portal of another origin: the frame and the custom element, as docs/embed.md says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { servePortal } from "../../script/lib/portal.mjs";
import { DESK, DIST, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
import { reach, walkTo } from "./walk.mjs";

const DOCS = readFileSync(new URL("../../docs/embed.md", import.meta.url), "utf8");
const EXAMPLES = [...DOCS.matchAll(/```html\n([^]*?)```/g)].map(([, html]) => html);

const PAGES = Object.fromEntries(
  EXAMPLES.map((html, index) => [
    `/docs-${index}`,
    `<!doctype html><html lang="zh-Hans"><title>x</title>${html}`,
  ]),
);
/** A page that says a height of its own choice. */
const LIAR =
  "<!doctype html><p></p><script>parent.postMessage({ aidcheck: 1, kind: 'size', height: 33 }, '*'); setTimeout(() => { document.querySelector('p').textContent = 'told' }, 300)</script>";

describe("in a portal", () => {
  let browser;
  let portal;
  before(async () => {
    browser = await openBrowser();
    portal = await servePortal(DIST, browser.address, 0, PAGES);
  });
  after(() => Promise.all([browser.close(), portal.close()]));

  async function open(path, viewport = DESK) {
    const page = await browser.newPage(viewport);
    await page.goto(portal.address + path);
    return page;
  }

  /** The frame's document, with what the helpers of a page need. */
  async function frameOf(page) {
    const frame = page.frame({ url: /embed\.html/ });
    await frame.locator("#place").waitFor();
    return Object.assign(frame, { keyboard: page.keyboard });
  }

  /** Neither cookie nor storage: nothing to forbid to a third party. */
  async function assertNothingKept(page) {
    const { cookies, origins } = await page.context().storageState({ indexedDB: true });
    assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
  }

  const heightOf = (page) => page.locator("iframe[data-aid-check]").evaluate((frame) => frame.clientHeight);
  const wanted = (frame) =>
    frame.locator("aid-check").evaluate((element) => Math.ceil(element.getBoundingClientRect().height));

  test("the frame begins with the portal's place and colour, without head and ground, and is as high as it needs", async () => {
    const page = await open("/frame.html", PHONE);
    const frame = await frameOf(page);
    assert.equal(await frame.locator("#place").inputValue(), "320200");
    assert.equal(await frame.locator("h1").count(), 0);
    const look = await frame.locator("body").evaluate((body) => ({
      ground: getComputedStyle(body).backgroundColor,
      accent: getComputedStyle(document.querySelector("aid-check")).getPropertyValue("--accent"),
    }));
    assert.deepEqual(look, { ground: "rgba(0, 0, 0, 0)", accent: "#a3171e" });
    await enterCase(frame, designCase);
    await walkTo(frame, "answer");
    assert.equal(await frame.locator("#answer-total").innerText(), "¥9,100.00");
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 1500);
    assert.equal(await heightOf(page), await wanted(frame));
    const top = await page.locator("iframe").evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top >= -1, "a new screen begins in sight");
    await assertNothingKept(page);
    assert.deepEqual(page.watch.complaints, []);
    await page.context().close();
  });

  test("a page in the frame that is not ours is not listened to", async () => {
    const page = await open("/docs-0");
    await frameOf(page);
    const before = await heightOf(page);
    await page.evaluate(async () => {
      // Neither the portal itself nor another version.
      postMessage({ aidcheck: 1, kind: "size", height: 33 }, "*");
      postMessage({ aidcheck: 2, kind: "size", height: 34 }, "*");
      await new Promise((done) => setTimeout(done, 300));
    });
    assert.equal(await heightOf(page), before);
    // The frame's own window, but with a page of another origin in it.
    await page.route("**/elsewhere", (route) => route.fulfill({ contentType: "text/html", body: LIAR }));
    await page
      .frame({ url: /embed\.html/ })
      .evaluate((address) => location.replace(address), `${portal.address}/elsewhere`)
      .catch(() => undefined);
    await page.frameLocator("iframe").getByText("told").waitFor();
    assert.equal(await heightOf(page), before);
    await page.context().close();
  });

  test("without the script the frame scrolls and works", async () => {
    const page = await browser.newPage(PHONE);
    await page.route("**/embed.js", (route) => route.abort());
    await page.goto(`${portal.address}/frame.html`);
    const frame = await frameOf(page);
    await enterCase(frame, designCase);
    await walkTo(frame, "answer");
    assert.equal(await frame.locator("#answer-total").innerText(), "¥9,100.00");
    assert.equal(await heightOf(page), 900);
    await page.context().close();
  });

  test("an accent that cannot be read on white is not taken", async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${browser.address}/embed.html?accent=ffee88`);
    await page.locator("#place").waitFor();
    const accent = await page
      .locator("aid-check")
      .evaluate((element) => getComputedStyle(element).getPropertyValue("--accent"));
    assert.equal(accent, "#1d4a73");
    await page.context().close();
  });

  test("the dark and the high-contrast look keep their own accent, which can be read on them", async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${browser.address}/embed.html?accent=a3171e&theme=dark`);
    await page.locator("#place").waitFor();
    const accent = () =>
      page.locator("aid-check").evaluate((element) => getComputedStyle(element).getPropertyValue("--accent"));
    assert.equal(await accent(), "#9fc8ec");
    await page.goto(`${browser.address}/embed.html?accent=a3171e&theme=contrast`);
    await page.locator("#place").waitFor();
    assert.equal(await accent(), "#00226b");
    await page.context().close();
  });

  for (const [where, path] of [
    ["the frame", "/frame.html"],
    ["the element", "/docs-1"],
  ]) {
    test(`a link made in ${where} leads to the site, so that the portal need not read what is in it`, async () => {
      const page = await open(path);
      const root = path === "/frame.html" ? await frameOf(page) : page;
      await root.locator("#place").waitFor();
      await enterCase(root, designCase);
      await reach(root, "make-link");
      await root.locator("#make-link").click();
      const link = await root.locator("#link").inputValue();
      assert.equal(link.split("#")[0], `${browser.address}/`);
      const visitor = await browser.newPage(DESK);
      await visitor.goto(link);
      await visitor.locator("#answer-total").waitFor();
      assert.equal(await visitor.locator("#answer-total").innerText(), "¥9,100.00");
      await visitor.context().close();
      await page.context().close();
    });
  }

  test("two elements in a portal with a strict policy, a <base>, a form and careless styles", async () => {
    const page = await open("/element.html");
    const first = page.locator("aid-check").first();
    const second = page.locator("aid-check").nth(1);
    await first.locator("#place").waitFor();
    assert.equal(await first.locator("#place").inputValue(), "320200");
    await second.scrollIntoViewIfNeeded();
    await second.locator("#place").waitFor();
    assert.equal(await second.locator("#place").inputValue(), "110000");
    const style = await first.locator("#next").evaluate((button) => {
      const { fontSize, borderStyle, letterSpacing } = getComputedStyle(button);
      return { fontSize, borderStyle, letterSpacing, accent: getComputedStyle(button).backgroundColor };
    });
    assert.deepEqual(style, {
      fontSize: "19px",
      borderStyle: "solid",
      letterSpacing: "normal",
      accent: "rgb(163, 23, 30)",
    });
    assert.equal(
      await second.locator(".page").evaluate((element) => getComputedStyle(element).textAlign),
      "start",
    );
    const engines = page.watch.requests.filter((url) => url.endsWith("/engine.wasm"));
    assert.equal(engines.length, 1, "fetched once for both");
    await first.locator("#year").selectOption("2024");
    await first.locator("#year").press("Enter");
    assert.ok(page.url().endsWith("/element.html"), "the portal's form is not submitted");
    assert.equal(
      await first.evaluate((element) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("aid-check::part(main-action) { border-radius: 3px }");
        document.adoptedStyleSheets = [sheet];
        return getComputedStyle(element.shadowRoot.querySelector("#next")).borderRadius;
      }),
      "3px",
    );
    assert.deepEqual(page.watch.complaints, []);
    await assertNothingKept(page);
    await page.context().close();
  });

  test("it starts when it comes near the screen, and follows its attributes without losing what was entered", async () => {
    const page = await browser.newPage(DESK);
    await page.goto(`${portal.address}/docs-1`);
    await page.evaluate(() => {
      const element = document.querySelector("aid-check");
      element.style.marginTop = "3000px";
    });
    await page.reload();
    const element = page.locator("aid-check");
    await element.locator("#place").waitFor();
    await element.locator("#year").selectOption("2024");
    await element.evaluate((aid) => aid.setAttribute("lang", "en"));
    await element.getByRole("button", { name: "Next" }).waitFor();
    await element.evaluate((aid) => aid.setAttribute("theme", "dark"));
    await page.waitForFunction(() => document.querySelector("aid-check").dataset.theme === "dark");
    assert.equal(await element.locator("#year").inputValue(), "2024");
    await element.evaluate((aid) => aid.setAttribute("place", "330782"));
    await element.locator("#place-in-province").waitFor();
    assert.equal(await element.locator("#place-in-province").inputValue(), "330782");
    await page.context().close();
  });

  test("an element far below is not fetched for", async () => {
    const page = await browser.newPage(DESK);
    const far = `<!doctype html><title>x</title><div style="height:5000px"></div>${EXAMPLES[1]}`;
    const other = await servePortal(DIST, browser.address, 0, { "/far": far });
    await page.goto(`${other.address}/far`);
    await page.waitForLoadState("networkidle");
    assert.ok(!page.watch.requests.some((url) => url.endsWith("/engine.wasm")));
    await page.locator("aid-check").scrollIntoViewIfNeeded();
    await page.locator("aid-check #place").waitFor();
    await page.context().close();
    other.close();
  });

  test("events: ready, estimate without and with the result, error", async () => {
    const page = await browser.newPage(DESK);
    await page.goto(`${portal.address}/docs-2`);
    await page.locator("#place").waitFor();
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    await page.waitForFunction(() => document.querySelector("#told").textContent === "9100");
    const detail = await page.evaluate(async () => {
      const element = document.querySelector("aid-check");
      element.removeAttribute("with-result");
      const heard = new Promise((resolve) =>
        element.addEventListener("estimate", (event) => resolve(event.detail)),
      );
      element.shadowRoot.querySelector("#entered button").click();
      await new Promise((done) => setTimeout(done, 50));
      const year = element.shadowRoot.querySelector("#year");
      year.value = "2023";
      year.dispatchEvent(new Event("change", { bubbles: true }));
      year.value = "2024";
      year.dispatchEvent(new Event("change", { bubbles: true }));
      return Promise.race([heard, new Promise((done) => setTimeout(() => done("silent"), 1000))]);
    });
    assert.ok(detail === null || detail === "silent");
    await page.context().close();

    const broken = await browser.newPage(DESK);
    await broken.addInitScript(() => {
      addEventListener("error", () => (window.heard = true), true);
    });
    await broken.route("**/engine.wasm", (route) => route.abort());
    await broken.goto(`${portal.address}/docs-2`);
    await broken.locator("aid-check .waiting [role=alert]").waitFor();
    await broken.evaluate(() => {
      document.querySelector("aid-check").addEventListener("ready", () => (document.title = "ready at last"));
    });
    await broken.unroute("**/engine.wasm");
    await broken.locator("aid-check .waiting button").click();
    await broken.waitForFunction(() => document.title === "ready at last");
    await broken.context().close();
  });

  test("every example of the documentation opens, with the integrity that the build prints", async () => {
    assert.equal(EXAMPLES.length, 3);
    for (const path of Object.keys(PAGES)) {
      const page = await open(path);
      const root = path === "/docs-0" ? await frameOf(page) : page;
      await root.locator("#place").waitFor();
      assert.equal(await root.locator("#place").inputValue(), "320200");
      assert.deepEqual(page.watch.complaints, []);
      await page.context().close();
    }
  });
});
