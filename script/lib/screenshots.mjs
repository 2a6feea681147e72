// Pictures of the page: node script/lib/screenshots.mjs [FOLDER]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { DESK, PHONE, openBrowser } from "../../tests/browser/browser.mjs";
import { setLanguage } from "../../tests/browser/mouse.mjs";
import { STATES } from "../../tests/browser/states.mjs";

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

async function takeAll() {
  mkdirSync(folder, { recursive: true });
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    for (const [state, enter] of Object.entries(STATES)) {
      const page = await browser.openPage(viewport, STILL);
      await enter(page);
      for (const language of ["zh-Hans", "zh-Hant", "en"]) {
        await setLanguage(page, language);
        await page.screenshot({ path: fileName(state, size, language), fullPage: true });
      }
      await page.context().close();
    }
    const page = await browser.newPage(viewport, STILL);
    await page.route("**/engine.wasm", (route) => route.abort());
    await page.goto(browser.address);
    await page.getByRole("alert").waitFor();
    await page.screenshot({ path: fileName("no engine", size) });
    await page.context().close();
  }
}

/** The answer at a desk, and beside it on a phone why one payer pays what it pays. */
async function takeOne(path) {
  const desk = await settledPage(DESK);
  const phone = await settledPage(PHONE);
  await desk
    .locator(".editor h4")
    .last()
    .evaluate((element) => element.scrollIntoView());
  await phone.locator(`${WHY} > summary`).click();
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
