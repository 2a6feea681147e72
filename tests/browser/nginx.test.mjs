// The page, the frame and the custom element through nginx as docs/deploy.md has it: its headers forbid nothing that they
// need, and nobody else may show them.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { servePortal } from "../../script/lib/portal.mjs";
import { startNginx } from "../support/nginx.mjs";
import { copyOfSite, site } from "../support/site.mjs";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";
import { walkTo } from "./walk.mjs";

describe("through nginx", () => {
  let folder;
  let browser;
  let portal;
  before(async () => {
    folder = copyOfSite();
    site(["renew", folder]);
    browser = await openBrowser(folder, {
      start: (served) => startNginx(served, { portals: "http://127.0.0.1:*" }),
      // The certificate is the test's own.
      args: ["--ignore-certificate-errors"],
    });
    portal = await servePortal(folder, browser.address, 0);
  });
  after(async () => {
    await browser?.close();
    portal?.close();
    rmSync(folder, { recursive: true });
  });

  const elsewhere = (page) =>
    page.watch.requests.filter(
      (address) => ![browser.address, portal.address].some((own) => address.startsWith(own)),
    );

  test("the design's case, asking nobody else, then again without a network", async () => {
    const page = await browser.openPage(PHONE, { serviceWorkers: "allow" });
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    assert.deepEqual(page.watch.complaints, []);
    assert.deepEqual(elsewhere(page), []);
    await page.reload();
    await page.context().setOffline(true);
    await page.reload();
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    await page.context().close();
  });

  async function openPortal(path, address = portal.address) {
    const page = await browser.newPage(DESK);
    await page.goto(address + path);
    return page;
  }

  test("the frame in a portal that is named", async () => {
    const page = await openPortal("/frame.html");
    const frame = page.frame({ url: /embed\.html/ });
    await frame.locator("#place").waitFor();
    Object.assign(frame, { keyboard: page.keyboard });
    await enterCase(frame, designCase);
    await walkTo(frame, "answer");
    assert.equal(await frame.locator("#answer-total").innerText(), "¥9,100.00");
    assert.deepEqual(page.watch.complaints, []);
    assert.deepEqual(elsewhere(page), []);
    await page.context().close();
  });

  test("not in one that is not named", async () => {
    const page = await openPortal("/frame.html", portal.address.replace("127.0.0.1", "localhost"));
    await page.waitForFunction(() => document.readyState === "complete");
    assert.match(page.watch.complaints.join(), /frame-ancestors/);
    assert.equal(await page.locator("iframe").contentFrame().locator("aid-check").count(), 0);
    await page.context().close();
  });

  test("the custom element, whose files come from another origin", async () => {
    const page = await openPortal("/element.html");
    await page.locator("aid-check").first().locator("#place").waitFor();
    assert.deepEqual(page.watch.complaints, []);
    assert.deepEqual(elsewhere(page), []);
    await page.context().close();
  });
});
