// Firefox, WebKit, and a Chromium of 2019, which may not run WebAssembly under the page's policy: the path, and the page
// in a portal. What they read is what the command line prints.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { servePortal } from "../../script/lib/portal.mjs";
import { serve } from "../../script/lib/serve.mjs";
import { DIST, PHONE } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { estimate } from "./command-line.mjs";
import { byPointer } from "./enter.mjs";
import { enterCase } from "./mouse.mjs";
import * as chromium2019 from "./other/chromium-2019.mjs";
import * as firefox from "./other/firefox.mjs";
import { pageOf } from "./other/page.mjs";
import * as webkit from "./other/webkit.mjs";
import { PEOPLE } from "./people.mjs";
import { money } from "./read.mjs";
import { walkTo } from "./walk.mjs";

/** What another process does takes its time. */
async function eventually(check) {
  for (let tries = 0; ; tries++) {
    try {
      return await check();
    } catch (problem) {
      if (tries === 50) throw problem;
      await pause(100);
    }
  }
}

const plain = (text) => text.replaceAll("\u00a0", " ");

for (const { name: browserName, launch } of [firefox, webkit, chromium2019]) {
  describe(browserName, () => {
    let site;
    let portal;
    let browser;
    before(async () => {
      site = await serve(DIST, 0);
      portal = await servePortal(DIST, site.address, 0);
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      portal?.close();
      site?.close();
    });

    async function open(address, visit) {
      const opened = await browser.open(address, PHONE);
      await visit(pageOf(opened.driver), opened);
      assert.deepEqual(opened.complaints, []);
      await opened.close();
    }

    for (const { name, entries, input } of PEOPLE) {
      test(`the path: ${name}`, () =>
        open(site.address, async (page) => {
          await page.locator("#place").waitFor();
          for (const [id, value] of entries) await byPointer(page, id, value);
          await walkTo(page, "answer");
          const { total } = estimate(input).personal;
          const shown = page.locator("#answer-total");
          if ((await shown.count()) > 0) assert.equal(plain(await shown.innerText()), plain(money(total)));
          else assert.match(await page.locator("#answer").innerText(), /知道的还太少/);
        }));
    }

    test("in the frame of a portal, which is as high as it needs", () =>
      open(`${portal.address}/frame.html`, async (around, opened) => {
        const heightOf = (page, css) =>
          page.locator(css).evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
        const page = pageOf(await opened.frame("embed.html"));
        await page.locator("#place").waitFor();
        await enterCase(page, designCase);
        await walkTo(page, "answer");
        assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
        const wanted = await heightOf(page, "aid-check");
        assert.ok(wanted > 1500);
        await opened.leaveFrame?.();
        await eventually(async () => assert.equal(await heightOf(around, "iframe"), wanted));
      }));

    test("as an element in a portal", () =>
      open(`${portal.address}/element.html`, async (page) => {
        await page.locator("#place").waitFor();
        assert.equal(await page.locator("#place").inputValue(), "320200");
        await enterCase(page, designCase);
        await walkTo(page, "answer");
        assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
      }));
  });
}
