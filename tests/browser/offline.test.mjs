// Opened once, the page opens without a network; a newer version comes whole or not at all, and never into a case.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { writeWorker } from "../../web/offline/build.mjs";
import { DIST, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";

const PACK = "rules/packs/320200/2023-01-01.json";

describe("without a network, and with a newer version", () => {
  let folder;
  let browser;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "aidcheck-"));
    cpSync(DIST, folder, { recursive: true });
    browser = await openBrowser(folder);
  });
  afterEach(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const change = (name, how) =>
    writeFileSync(join(folder, name), how(readFileSync(join(folder, name), "utf8")));

  /** Another version of the page: its title tells which. */
  async function publish(title) {
    change("index.html", (html) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
    await writeWorker(folder);
  }

  /** A newer edition of Wuxi's rules, put there as an operator does, without a build. */
  function publishRules(how) {
    change(PACK, how);
    const hash = createHash("sha256")
      .update(readFileSync(join(folder, PACK)))
      .digest("base64");
    change("rules/index.json", (text) => {
      const index = JSON.parse(text);
      const place = index.places.find(({ code }) => code === "320200");
      const version = place.versions.find(({ file }) => `rules/${file}` === PACK);
      version.hash = `sha256-${hash}`;
      return JSON.stringify(index);
    });
  }

  /** The title of the document as it was fetched, before any script. */
  const titleServed = (page) =>
    page.evaluate(async () => /<title>(.*)<\/title>/.exec(await (await fetch("index.html")).text())[1]);

  async function visit() {
    const page = await browser.openPage(PHONE, { serviceWorkers: "allow" });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await page.locator("#place").waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return page;
  }

  const look = (page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => undefined);
    });

  test("in flight mode after the first visit: the whole page, and nothing that was entered is kept", async () => {
    const page = await visit();
    await page.context().setOffline(true);
    browser.stopServing();
    await page.reload();
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.match(await page.locator(".offline").innerText(), /没有网络/);
    const kept = await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const texts = await Promise.all(
        (await cache.keys()).map(async (key) => (await cache.match(key)).text()),
      );
      return { caches: (await caches.keys()).length, text: texts.join() };
    });
    assert.equal(kept.caches, 1);
    assert.ok(!kept.text.includes("2024-03-12"));
    await page.context().close();
  });

  test("a newer version takes over while nothing has been entered", async () => {
    const page = await visit();
    await publish("newer");
    const reloaded = page.waitForEvent("load");
    await look(page);
    await reloaded;
    await page.locator("#place").waitFor();
    assert.equal(await titleServed(page), "newer");
    await page.context().close();
  });

  test("never during an unfinished case; the next time it is there", async () => {
    const page = await visit();
    await enterCase(page, designCase);
    await publish("newer");
    await look(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.notEqual(await titleServed(page), "newer", "one version serves the whole page");
    await page.reload();
    await page.waitForFunction(async () => {
      const text = await (await fetch("index.html")).text();
      return text.includes("<title>newer</title>");
    });
    await page.context().close();
  });

  for (const [name, file, spoil] of [
    ["a truncated script", "page.js", (text) => text.slice(0, 1000)],
    ["a page that someone changed", "index.html", (text) => `${text}<p>x</p>`],
  ]) {
    test(`${name}: the version of before stays, and says so`, async () => {
      const page = await visit();
      change("page.js", (script) => `${script};`);
      await publish("newer");
      change(file, spoil);
      await look(page);
      await page.locator("#not-renewed").waitFor();
      await page.context().setOffline(true);
      await page.reload();
      await enterCase(page, designCase);
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
      assert.notEqual(await titleServed(page), "newer");
      await page.context().close();
    });
  }

  test("where the first version cannot be kept, the page works without it and says nothing", async () => {
    change("rules/places.json", (text) => `${text} `);
    const page = await browser.newPage(PHONE, { serviceWorkers: "allow" });
    await page.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = async function (...given) {
        const registration = await register.apply(this, given);
        const { installing } = registration;
        installing.addEventListener("statechange", () => (globalThis.becomes = installing.state));
        return registration;
      };
    });
    await page.goto(browser.address);
    await page.waitForFunction(() => globalThis.becomes === "redundant");
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.equal(await page.locator("#not-renewed").count(), 0);
    await page.context().close();
  });

  test("newer rules are there at the next opening, with or without a network after it", async () => {
    const page = await visit();
    publishRules((text) => text.replaceAll("85%", "58%"));
    await page.reload();
    await page.locator("#place").waitFor();
    await page.context().setOffline(true);
    await enterCase(page, designCase);
    // 14,000 × 58 % = 8,120; 52,000 − 28,000 − 3,000 − 8,120 = 12,880.
    assert.equal((await readAnswer(page)).total, "¥12,880.00");
    await page.reload();
    await enterCase(page, designCase);
    assert.equal((await readAnswer(page)).total, "¥12,880.00");
    await page.context().close();
  });

  for (const [name, spoil] of [
    ["rules that are cut off", () => change(PACK, (text) => text.slice(0, 5000))],
    ["a list of rules that is cut off", () => change("rules/index.json", (text) => text.slice(0, 500))],
  ]) {
    test(`${name}: the rules of before stay, and the page says so`, async () => {
      const page = await visit();
      publishRules((text) => text.replaceAll("85%", "58%"));
      spoil();
      await page.reload();
      await page.locator("#not-renewed").waitFor();
      await enterCase(page, designCase);
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
      await page.context().close();
    });
  }
});
