// What holds everywhere: nothing leaves the device, nothing is kept, nothing is wider than the screen, and everyone
// can use it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase, setLanguage } from "./mouse.mjs";
import { sharedNames } from "./names.mjs";
import { inAnotherLanguage } from "./one-language.mjs";
import { EARLY_STATES, MODES, STATES } from "./states.mjs";
import { poorTargets } from "./targets.mjs";
import { unfoldAll, walkTo } from "./walk.mjs";
import { cutOff, spaceWidely, tooWide } from "./wide.mjs";

const NARROW = { width: 320, height: 640 };
const ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("what holds everywhere", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("after the page has loaded nothing is asked of anyone, nothing is kept and nobody complains", async () => {
    const page = await browser.openPage(PHONE, { serviceWorkers: "allow" });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForLoadState("networkidle");
    const loaded = [...page.watch.requests];
    assert.ok(loaded.length > 0);
    for (const url of loaded) assert.equal(new URL(url).origin, browser.address);

    await enterCase(page, {
      ...designCase,
      readings: { base: "with_own_first" },
      before: { pools: { inpatient: 5 } },
    });
    await walkTo(page, "answer");
    await setLanguage(page, "en");
    await MODES.elder(page);
    await unfoldAll(page);
    await page.goBack();
    await page.getByRole("status").getByText("Estimate updated").waitFor({ state: "attached" });
    assert.deepEqual(page.watch.requests, loaded);
    assert.deepEqual(page.watch.complaints, []);

    const { cookies, origins } = await page.context().storageState({ indexedDB: true });
    assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: await caches.keys(),
      cached: (await (await caches.open("aidcheck")).keys()).map(({ url }) => new URL(url).pathname),
      files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
      address: location.search + location.hash,
    }));
    // The site's own files, so that it opens without a network.
    const { cached, ...rest } = kept;
    for (const path of cached) assert.ok(existsSync(`dist${path}`), path);
    assert.deepEqual(rest, {
      local: 0,
      session: 0,
      databases: 0,
      caches: ["aidcheck"],
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
    assert.doesNotMatch(policy, /https?:|\*|unsafe-inline/);
    // Script and style are those of the build, byte by byte.
    for (const selector of ["script[src]", 'link[rel="stylesheet"]']) {
      assert.match(await page.locator(selector).getAttribute("integrity"), /^sha384-/);
    }
    assert.equal(await page.locator("head script:not([src]), body script, style, [style]").count(), 0);
    // It is in force: what it forbids is stopped and complained of.
    await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
    assert.match(
      page.watch.complaints.join("\n"),
      /violates the following Content Security Policy directive/,
    );
  });

  for (const [name, enter] of Object.entries(STATES)) {
    test(`fits the screen and suits everyone, in every mode: ${name}`, async (t) => {
      // axe writes into the page in ways that the page's own policy forbids.
      const page = await browser.openPage(PHONE, { bypassCSP: true, reducedMotion: "reduce" });
      await enter(page);
      await page.evaluate(axe);
      for (const language of ["en", "zh-Hant", "zh-Hans"]) {
        await setLanguage(page, language);
        await unfoldAll(page);
        for (const viewport of [DESK, NARROW, PHONE]) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await page.evaluate(tooWide), [], `${language}, ${viewport.width} px`);
        }
        assert.deepEqual(await page.evaluate(violations, ALL_RULES), [], language);
        await t.test(
          `all of the page is in the one language, or says that it is not: ${language}`,
          async () => {
            assert.deepEqual(await inAnotherLanguage(page, language), []);
          },
        );
      }
      await t.test("no two controls that do different things have the same name", async () => {
        assert.deepEqual(await page.evaluate(sharedNames), []);
      });
      await t.test("everything that can be pressed is 44 px high and wide", async () => {
        assert.deepEqual(await page.evaluate(poorTargets, { least: 44, apart: 0 }), []);
      });
      await t.test("help stands at the same place on every screen", async () => {
        assert.deepEqual(await page.evaluate(helpNow), { words: "12393", isLast: true, left: 16 });
      });
      await t.test("with wide spacing nothing is cut off", async () => {
        await page.evaluate(spaceWidely, true);
        for (const viewport of [DESK, NARROW]) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await page.evaluate(tooWide), [], `${viewport.width} px`);
          assert.deepEqual(await page.evaluate(cutOff), [], `${viewport.width} px`);
        }
        await page.evaluate(spaceWidely, false);
      });
      for (const mode of ["dark", "contrast", "dark contrast"]) {
        await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
        await MODES[mode](page);
        assert.deepEqual(await page.evaluate(violations, ["color-contrast"]), [], mode);
      }
      await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
      await MODES.elder(page);
      await unfoldAll(page);
      await page.setViewportSize(NARROW);
      assert.deepEqual(await page.evaluate(tooWide), [], "elder");
      assert.deepEqual(await page.evaluate(violations, ALL_RULES), [], "elder");
      await t.test("in the elder mode 60 px, with space between", async () => {
        const wanted = { least: 60, apart: 8 };
        assert.deepEqual(await page.evaluate(poorTargets, wanted), [], "unfolded");
        await page.evaluate(foldAll);
        assert.deepEqual(await page.evaluate(poorTargets, wanted), [], "folded");
      });
      await page.context().close();
    });
  }

  for (const [name, enter] of Object.entries(EARLY_STATES)) {
    test(`suits everyone before there is a page: ${name}`, async () => {
      const page = await browser.newPage(NARROW, { bypassCSP: true, colorScheme: "dark" });
      await enter(page, browser.address);
      await unfoldAll(page);
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(tooWide), []);
      assert.deepEqual(await page.evaluate(violations, ALL_RULES), []);
      assert.deepEqual(await page.evaluate(poorTargets, { least: 44, apart: 0 }), []);
      await page.context().close();
    });
  }

  test("whoever goes by keyboard sees where they are", async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await browser.openPage(viewport, { reducedMotion: "reduce" });
      await enterCase(page, designCase);
      let places = await assertFocusSeen(page);
      await walkTo(page, "answer");
      await unfoldAll(page);
      places += await assertFocusSeen(page);
      assert.ok(places > 60, `only ${places} places have the focus in turn`);
      await page.context().close();
    }
  });
});

/** Tab by tab once around the page. */
async function assertFocusSeen(page) {
  await page.locator("h1").click();
  const seen = new Set();
  for (;;) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focusNow);
    if (!focus || seen.has(focus.order)) return seen.size;
    seen.add(focus.order);
    assert.ok(focus.outlined, `no outline: ${focus.name}`);
    assert.ok(focus.inSight, `out of sight: ${focus.name}`);
  }
}

/** Everything as it is before anybody unfolds it. */
function foldAll() {
  for (const fold of document.querySelector("aid-check").shadowRoot.querySelectorAll("details")) {
    fold.open = false;
  }
}

/** Where the telephone number for questions stands. */
function helpNow() {
  const root = document.querySelector("aid-check").shadowRoot;
  const shown = [...root.querySelectorAll(".page > :not(.visually-hidden)")];
  const foot = root.querySelector("footer");
  return {
    words: /12393/.exec(foot.innerText)?.[0],
    isLast: shown[shown.length - 1] === foot,
    left: foot.getBoundingClientRect().left,
  };
}

async function violations(rules) {
  const found = await globalThis.axe.run(document, { runOnly: rules });
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
