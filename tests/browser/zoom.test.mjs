// Larger on the same screen, or turned on its side: the page shows the same, and nothing is lost. A zoom is what browsers
// make of it: fewer CSS px on the same screen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
import { MODES } from "./states.mjs";
import { unfoldAll, walkThrough } from "./walk.mjs";
import { cutOff, tooWide } from "./wide.mjs";

const VIEWS = {
  upright: { ...PHONE, scale: 1 },
  "on its side": { width: PHONE.height, height: PHONE.width, scale: 1 },
  "100 %": { ...DESK, scale: 1 },
  "200 %": { width: DESK.width / 2, height: DESK.height / 2, scale: 2 },
  "400 %": { width: DESK.width / 4, height: DESK.height / 4, scale: 4 },
};

/** The type alone, as the browser's settings have it: px of the usual size. */
const LARGER_TYPE = { "200 %, type alone": 32, usual: 16 };

describe("larger, or on its side", () => {
  let browser;
  /** Of each screen on the path, in both modes: what is seen of it in each view. */
  const seen = [];

  before(async () => {
    browser = await openBrowser();
    const page = await browser.openPage(PHONE, { reducedMotion: "reduce" });
    await enterCase(page, designCase);
    const device = await page.context().newCDPSession(page);
    for (const mode of ["light", "elder"]) {
      await MODES[mode](page);
      await walkThrough(page, async (screen) => seen.push(await lookAt(page, device, `${screen}, ${mode}`)));
    }
    await page.context().close();
  });
  after(() => browser.close());

  test("a phone on its side shows the same", () => {
    assert.ok(seen.length > 20, `only ${seen.length} screens`);
    for (const { screen, views } of seen) {
      assert.equal(views["on its side"].words, views.upright.words, screen);
      assert.deepEqual(views["on its side"].unfit, [], screen);
    }
  });

  // At a desk the running answer stands beside the form; with less room it has a screen of its own, and a way there.
  test("at 200 % nothing is lost", () => {
    for (const { screen, views } of seen) {
      for (const view of ["200 %", "200 %, type alone"]) {
        assert.equal(views[view].words, views["100 %"].words, `${screen}, ${view}`);
        assert.deepEqual(views[view].unfit, [], `${screen}, ${view}`);
      }
    }
  });

  test("at 400 % nothing scrolls sideways", () => {
    for (const { screen, views } of seen) {
      assert.equal(views["400 %"].words, views["100 %"].words, screen);
      assert.deepEqual(views["400 %"].unfit, [], screen);
    }
  });
});

async function lookAt(page, device, screen) {
  await unfoldAll(page);
  const views = {};
  const look = async () => ({
    words: await page.evaluate(wordsInSight),
    unfit: [...(await page.evaluate(tooWide)), ...(await page.evaluate(cutOff))],
  });
  for (const [name, { width, height, scale }] of Object.entries(VIEWS)) {
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await device.send("Emulation.setDeviceMetricsOverride", metrics);
    views[name] = await look();
  }
  await device.send("Emulation.setDeviceMetricsOverride", { ...DESK, deviceScaleFactor: 1, mobile: false });
  for (const [name, standard] of Object.entries(LARGER_TYPE)) {
    await device.send("Page.setFontSizes", { fontSizes: { standard } });
    views[name] = await look();
  }
  assert.equal(views.usual.words, views["100 %"].words, "as it was");
  await device.send("Emulation.setDeviceMetricsOverride", { ...PHONE, deviceScaleFactor: 1, mobile: false });
  return { screen, views };
}

/** All of the page but the answer beside a form, without regard to where lines break. */
function wordsInSight() {
  const root = document.querySelector("aid-check").shadowRoot;
  const parts = root.querySelectorAll(".top, .privacy, .step, .answer-page, footer");
  return [...parts].map(({ innerText }) => innerText.replace(/\s+/g, " ").trim()).join(" ");
}
