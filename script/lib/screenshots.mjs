// Pictures of the page: node script/lib/screenshots.mjs [FOLDER]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { DESK, PHONE, openBrowser } from "../../tests/browser/browser.mjs";
import { setLanguage } from "../../tests/browser/mouse.mjs";
import { see } from "../../tests/browser/read.mjs";
import { EARLY_STATES, MODES, STATES } from "../../tests/browser/states.mjs";
import { walkTo } from "../../tests/browser/walk.mjs";

const [folder] = argv.slice(2);
const STILL = { reducedMotion: "reduce" };
const WHY = "#why-visit-1-payer-assistance";

const browser = await openBrowser();
try {
  if (folder) await takeAll();
  else await takeOne("docs/screenshot.png");
} finally {
  await browser.close();
}

/** A file name made of words. */
function fileName(...words) {
  return join(folder, `${words.join(" ").replace(/[^A-Za-z0-9]+/g, "-")}.png`);
}

/** Every state in every mode; the other language in the usual mode is enough. */
async function takeAll() {
  mkdirSync(folder, { recursive: true });
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    for (const [state, enter] of Object.entries(STATES)) {
      const page = await browser.openPage(viewport, STILL);
      await enter(page);
      await takeModes(page, (mode) => fileName(size, state, mode));
      for (const language of ["zh-Hant", "en"]) {
        await setLanguage(page, language);
        await page.screenshot({ path: fileName(size, state, language), fullPage: true });
      }
      await page.context().close();
    }
    for (const [state, enter] of Object.entries(EARLY_STATES)) {
      const page = await browser.newPage(viewport, STILL);
      await enter(page, browser.address);
      await page.screenshot({ path: fileName(size, state), fullPage: true });
      await page.context().close();
    }
  }
}

async function takeModes(page, nameOf) {
  for (const [mode, enter] of Object.entries(MODES)) {
    await enter(page);
    await page.screenshot({ path: nameOf(mode), fullPage: true });
    await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", forcedColors: "none" });
  }
  await page.locator("#elder").click();
}

/** The answer at a desk, and beside it on a phone why one payer pays what it pays. */
async function takeOne(path) {
  const desk = await settledPage(DESK);
  const phone = await settledPage(PHONE);
  await walkTo(desk, "visit-1-total");
  await desk.locator("#screen-heading").evaluate((element) => element.scrollIntoView());
  await see(phone, `${WHY} ol.ledger`);
  await phone.locator(`${WHY} ol.ledger`).evaluate((element) => {
    element.scrollIntoView({ block: "end" });
    scrollBy(0, 12);
  });
  const picture = await sideBySide([await desk.screenshot(), await phone.screenshot()]);
  writeFileSync(path, picture);
  console.log(`${path}: ${picture.length} bytes`);
}

async function settledPage(viewport) {
  const page = await browser.openPage(viewport, STILL);
  await STATES.settled(page);
  await page.evaluate(() => document.querySelector("aid-check").shadowRoot.activeElement?.blur());
  return page;
}

async function sideBySide(pictures) {
  const page = await browser.newPage({ width: 1760, height: 860 });
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`);
  await page.setContent(`<style>
    body { margin: 0; padding: 28px; display: flex; gap: 28px; align-items: center; background: #fff; width: max-content }
    img { display: block; border: 1px solid #d8d0c2; border-radius: 10px }
  </style>${images.join("")}`);
  return page.locator("body").screenshot();
}
