// What holds everywhere: nothing leaves the device, nothing is kept, nothing is wider than the screen, and everyone
// can use it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase, setLanguage } from "./mouse.mjs";
import { STATES } from "./states.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("what holds everywhere", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("after the page has loaded nothing is asked of anyone, nothing is kept and nobody complains", async () => {
    const page = await browser.openPage(PHONE);
    const loaded = [...page.watch.requests];
    assert.ok(loaded.length > 0);
    for (const url of loaded) assert.equal(new URL(url).origin, browser.address);

    await enterCase(page, {
      ...designCase,
      readings: { base: "with_own_first" },
      before: { pools: { inpatient: 5 } },
    });
    await page.locator("#add-visit").click();
    await setLanguage(page, "en");
    await unfoldAll(page);
    await page.getByRole("status").getByText("Estimate updated").waitFor({ state: "attached" });
    assert.deepEqual(page.watch.requests, loaded);
    assert.deepEqual(page.watch.complaints, []);

    const { cookies, origins } = await page.context().storageState({ indexedDB: true });
    assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
      address: location.search + location.hash,
    }));
    assert.deepEqual(kept, {
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      workers: 0,
      files: 0,
      address: "",
    });
  });

  test("the page has a policy that keeps scripts and connections at home", async () => {
    const page = await browser.openPage();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    for (const directive of [
      "default-src 'none'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ]) {
      assert.ok(policy.includes(directive), directive);
    }
    assert.ok(!/unsafe-(inline|eval)(?<!wasm-unsafe-eval)/.test(policy));
    // It is in force: what it forbids is stopped and complained of.
    await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
    assert.match(
      page.watch.complaints.join("\n"),
      /violates the following Content Security Policy directive/,
    );
  });

  for (const [name, enter] of Object.entries(STATES)) {
    test(`fits the screen and suits everyone: ${name}`, async () => {
      // axe writes into the page in ways that the page's own policy forbids.
      const page = await browser.openPage(PHONE, { bypassCSP: true, reducedMotion: "reduce" });
      await enter(page);
      await unfoldAll(page);
      await page.evaluate(axe);
      for (const [language, ...viewports] of [
        ["zh-Hans", DESK, { width: 320, height: 640 }, PHONE],
        ["zh-Hant", { width: 320, height: 640 }],
        ["en", PHONE, { width: 320, height: 640 }, DESK],
      ]) {
        await setLanguage(page, language);
        for (const viewport of viewports) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await page.evaluate(tooWide), [], `${language}, ${viewport.width} px`);
        }
        assert.deepEqual(await page.evaluate(violations), [], language);
      }
      await page.context().close();
    });
  }

  test("whoever goes by keyboard sees where they are", async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await browser.openPage(viewport, { reducedMotion: "reduce" });
      await enterCase(page, designCase);
      await unfoldAll(page);
      await page.locator("h1").click();
      const seen = new Set();
      for (;;) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(focusNow);
        if (!focus || seen.has(focus.order)) break;
        seen.add(focus.order);
        assert.ok(focus.outlined, `no outline: ${focus.name}`);
        assert.ok(focus.inSight, `out of sight: ${focus.name}`);
      }
      assert.ok(seen.size > 60, `only ${seen.size} places have the focus in turn`);
      await page.context().close();
    }
  });
});

async function unfoldAll(page) {
  await page.evaluate(() => {
    for (const fold of document.querySelector("aid-check").shadowRoot.querySelectorAll("details"))
      fold.open = true;
  });
}

/** What reaches beyond the screen, hidden helpers aside. */
function tooWide() {
  const screen = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > screen ? ["the page scrolls sideways"] : [];
  for (const element of document.querySelector("aid-check").shadowRoot.querySelectorAll("*")) {
    if (element.closest(".visually-hidden, .skip, .calendar, defs, svg *")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (right > screen + 0.5 || left < -0.5)) {
      found.push(`${element.localName}.${element.className} #${element.id}: ${left} to ${right}`);
    } else if (
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      element.matches("p, li, td, th, dd, dt, button, summary, h1, h2, h3, h4, label, legend, section")
    ) {
      found.push(`${element.localName}.${element.className} #${element.id} overflows`);
    }
  }
  return found;
}

async function violations() {
  const found = await globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join(" | ")}`,
  );
}

function focusNow() {
  const root = document.querySelector("aid-check").shadowRoot;
  const focused = root.activeElement;
  if (!focused) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest(".pick") ?? focused);
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const there = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    order: [...root.querySelectorAll("*")].indexOf(focused),
    name: focused.id || focused.innerText || focused.name,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    inSight: there !== null && (focused.contains(there) || there.contains(focused)),
  };
}
