// The kiosk: one file, no network, touch alone; one person after the other, for a year of days.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DIST, openBrowser } from "./browser.mjs";

const LANDSCAPE = { width: 1280, height: 800 };
const FILE = `file://${join(DIST, "kiosk.html")}`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("a kiosk", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function open(options = {}) {
    const page = await browser.newPage(LANDSCAPE, { hasTouch: true, ...options });
    await page.clock.install({ time: new Date("2028-06-15T09:00:00+08:00") });
    await page.context().setOffline(true);
    await page.goto(FILE);
    await page.locator("#place").waitFor();
    return page;
  }

  test("an engine that cannot start is said, not waited for", async () => {
    const page = await browser.newPage(LANDSCAPE);
    await page.addInitScript(() => delete window.DecompressionStream);
    await page.goto(FILE);
    await page.locator(".waiting [role=alert]").waitFor();
    await page.context().close();

    const other = await browser.newPage(LANDSCAPE);
    await other.addInitScript(() => (WebAssembly.compile = () => Promise.reject(new Error("not here"))));
    await other.goto(FILE);
    await other.locator(".waiting [role=alert]").waitFor();
    await other.context().close();
  });

  const tap = (page, selector) => page.locator(selector).tap();
  const next = (page) => tap(page, "#next");

  /** By the keypad, a touch for each sign. */
  async function key(page, text) {
    for (const sign of text) await page.locator(".keypad button", { hasText: sign }).first().tap();
  }

  /** The design's case; in the elder mode one question a screen. */
  async function walk(page) {
    await page.locator("#place").selectOption("320200");
    await next(page);
    await page.locator("#year").selectOption("2024");
    await next(page);
    await tap(page, "label:has(#identity-subsistence)");
    await next(page);
    for (const answer of ["insurance", "registered_here"]) {
      await tap(page, `#person-${answer} label:first-of-type`);
      await next(page);
    }
    await tap(page, "#add-visit");
    await tap(page, '#visit-1-kind label:has(input[value="inpatient"])');
    await next(page);
    for (const [field, day] of [
      ["from", "3.1"],
      ["until", "3.12"],
    ]) {
      await tap(page, `#visit-1-${field}`);
      await key(page, day);
    }
    await next(page);
    await tap(page, '#visit-1-where label:has(input[value="county"])');
    await next(page);
    await tap(page, '#visit-1-referral label:has(input[value="not_needed"])');
    const amounts = {
      total: "5.2万",
      fully_own: "3000",
      own_first: "4000",
      in_scope: "45000",
      basic: "28000",
      serious_illness: "3000",
    };
    for (let left = Object.keys(amounts).length; left > 0;) {
      await next(page);
      const [box] = await page
        .locator(".sheet input[type=text]")
        .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));
      const amount = amounts[box?.replace("visit-1-", "")];
      if (!amount) continue;
      await tap(page, `#${box}`);
      await key(page, amount);
      left -= 1;
    }
    for (let presses = 0; (await page.locator("main").getAttribute("data-screen")) !== "answer"; presses++) {
      assert.ok(presses < 8);
      await next(page);
    }
  }

  test("from a file, without a network, with a finger alone: the whole path", async () => {
    const page = await open();
    await walk(page);
    assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
    assert.equal(await page.locator("#save").count(), 0);
    await page.evaluate(() => {
      window.print = () => (window.printed = true);
    });
    await tap(page, "#print");
    assert.ok(await page.evaluate(() => window.printed));
    assert.deepEqual(
      page.watch.requests.filter((address) => !address.startsWith("data:")),
      [FILE],
    );
    assert.deepEqual(page.watch.complaints, []);
    await page.context().close();
  });

  test("the keypad types where the box is, erases and clears, and keeps other keyboards away", async () => {
    const page = await open();
    assert.ok(await page.locator(".keypad button").first().isDisabled(), "nothing to type into");
    await page.locator("#place").selectOption("320200");
    await next(page);
    await page.locator("#year").selectOption("2024");
    await next(page);
    await tap(page, "label:has(#identity-none)");
    await next(page);
    for (let left = 2; left > 0; left -= 1) await next(page);
    await tap(page, "#add-visit");
    await next(page);
    await tap(page, "#visit-1-from");
    await key(page, "3.15");
    await page.getByRole("button", { name: "退格" }).tap();
    const box = page.locator("#visit-1-from");
    assert.equal(await box.inputValue(), "3.1");
    assert.equal(await box.getAttribute("inputmode"), "none");
    assert.match(await page.locator("main").innerText(), /2024年3月1日/);
    await page.getByRole("button", { name: "清空" }).tap();
    assert.equal(await box.inputValue(), "");
    await page.context().close();
  });

  test("more time at one press; else all is wiped, and nothing of it is left", async () => {
    const page = await open();
    await walk(page);
    const asking = page.getByRole("alertdialog");
    await page.clock.runFor(89_000);
    assert.equal(await asking.count(), 0);
    await page.clock.runFor(2_000);
    assert.match(await asking.innerText(), /您还在用吗[^]*(30|2\d) 秒后清空/);
    await page.getByRole("button", { name: "我还在用" }).tap();
    assert.equal(await asking.count(), 0);
    assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
    await page.clock.runFor(91_000);
    assert.equal(await asking.count(), 1);
    await page.clock.runFor(30_000);
    await page.locator("#place").waitFor();
    assert.equal(await page.locator("#place").inputValue(), "");
    const left = await page.evaluate(() => {
      const element = document.querySelector("aid-check");
      return (
        element.shadowRoot.innerHTML +
        document.querySelector("aside").innerHTML +
        JSON.stringify(history.state)
      );
    });
    for (const typed of ["52000", "9,100", "45000", "5.2"]) assert.ok(!left.includes(typed), typed);
    await page.clock.runFor(300_000);
    assert.equal(await asking.count(), 0, "nobody is there to be asked");
    await page.context().close();
  });

  test("no way out: no link, no menu, no dragging", async () => {
    const page = await open();
    await walk(page);
    const found = await page.evaluate(() => {
      const links = [
        ...document.querySelector("aid-check").shadowRoot.querySelectorAll("a[href], form[action]"),
      ];
      const stopped = ["contextmenu", "dragstart", "drop"].map(
        (kind) =>
          !document
            .querySelector("aid-check")
            .dispatchEvent(new Event(kind, { bubbles: true, cancelable: true })),
      );
      return { links: links.length, stopped };
    });
    assert.deepEqual(found, { links: 0, stopped: [true, true, true] });
    await page.context().close();
  });

  test("everything is large enough, and suits everyone", async () => {
    const page = await open({ bypassCSP: true });
    await page.locator("#place").selectOption("320200");
    await page.locator("aside").tap({ position: { x: 2, y: 2 } });
    await page.evaluate(axe);
    const small = await page.evaluate(() => {
      const root = document.querySelector("aid-check").shadowRoot;
      const all = [...document.querySelectorAll("aside button"), ...root.querySelectorAll("button, select")];
      return all
        .filter((each) => each.checkVisibility() && !each.classList.contains("skip"))
        .filter((each) => each.getBoundingClientRect().height < 60)
        .map((each) => each.id || each.textContent.trim());
    });
    assert.deepEqual(small, []);
    for (const asks of [false, true]) {
      if (asks) {
        await page.clock.runFor(91_000);
        await page.getByRole("alertdialog").waitFor();
      }
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`),
        [],
      );
    }
    await page.context().close();
  });

  test("thousands of people one after the other leave no trace in memory", async () => {
    const page = await browser.newPage(LANDSCAPE, { hasTouch: true });
    await page.goto(FILE);
    await page.locator("#place").waitFor();
    const session = await page.context().newCDPSession(page);
    const memory = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return { usedSize, nodes, jsEventListeners };
    };
    assert.deepEqual(await page.evaluate(serveSeveral, { begun: 180, finished: 8 }), { answered: 8 });
    const before = await memory();
    assert.deepEqual(await page.evaluate(serveSeveral, { begun: 1960, finished: 40 }), { answered: 40 });
    const now = await memory();
    assert.ok(now.usedSize < before.usedSize + 2 ** 20, `${before.usedSize} became ${now.usedSize}`);
    assert.ok(now.nodes < before.nodes + 500, `${before.nodes} nodes became ${now.nodes}`);
    assert.ok(now.jsEventListeners < before.jsEventListeners + 100);
    assert.deepEqual(page.watch.complaints, []);
    await page.context().close();
  });

  test("is one file of at most 600 KB", () => {
    assert.ok(readFileSync(join(DIST, "kiosk.html")).length <= 600 * 1024);
  });
});

/** In the page: people who choose a place and leave, and people who go on to the answer, within the turn of each press. */
async function serveSeveral({ begun, finished }) {
  const root = document.querySelector("aid-check").shadowRoot;
  const screen = () => root.querySelector("main").dataset.screen;
  /** Page and engine answer within the turn. */
  const soon = async () => {
    for (let turns = 0; turns < 40; turns += 1) await null;
  };
  const press = async (element) => {
    element.click();
    await soon();
  };
  const enter = async (element, value, kind) => {
    element.value = value;
    element.dispatchEvent(new Event(kind, { bubbles: true }));
    await soon();
  };
  const TYPED = {
    "visit-1-from": "2024-03-01",
    "visit-1-until": "2024-03-12",
    "visit-1-total": "52000",
    "visit-1-in_scope": "45000",
    "visit-1-basic": "28000",
  };
  const fillIn = async (place) => {
    const chosen = { place, year: "2024" };
    if (screen() === "bills" && !root.getElementById("visit-1"))
      return press(root.getElementById("add-visit"));
    for (const select of root.querySelectorAll("main select")) {
      if (chosen[select.id] && select.value === "") await enter(select, chosen[select.id], "change");
    }
    const standing = root.getElementById("identity-none");
    if (standing && !standing.checked) await press(standing);
    for (const group of root.querySelectorAll("main fieldset")) {
      const radios = [...group.querySelectorAll("input[type=radio]")];
      if (radios.length > 0 && !radios.some(({ checked }) => checked)) await press(radios[0]);
    }
    for (const box of root.querySelectorAll("main input[type=text]")) {
      if (TYPED[box.id] && box.value === "") await enter(box, TYPED[box.id], "input");
    }
    return press(root.getElementById("next"));
  };
  let answered = 0;
  for (let people = 0; people < begun + finished; people += 1) {
    const place = ["320200", "110000", "420100"][people % 3];
    const isPatient = people % Math.floor((begun + finished) / finished) === 0 && answered < finished;
    await fillIn(place);
    for (let presses = 0; isPatient && screen() !== "answer" && presses < 60; presses += 1)
      await fillIn(place);
    if (screen() === "answer") answered += 1;
    await press(document.getElementById("restart"));
  }
  return { answered };
}
