// How the page reads: larger and simpler, dark, with high contrast; by the device's setting and by choice.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase } from "./mouse.mjs";
import { words } from "./read.mjs";
import { EARLY_STATES } from "./states.mjs";
import { unfoldAll, walkTo } from "./walk.mjs";

const ground = (page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
const isDark = async (page) => (await ground(page))[0] < 60;

/** The device tells the page of its setting in its own time. */
const turnsDark = (page) =>
  page.waitForFunction(() => parseInt(getComputedStyle(document.body).backgroundColor.slice(4), 10) < 60);

describe("reading modes", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test("dark and high contrast, as the device has it or as chosen", async () => {
    const page = await browser.openPage(PHONE);
    assert.equal(await isDark(page), false);
    await page.emulateMedia({ colorScheme: "dark" });
    await turnsDark(page);
    await page.locator(".display > summary").click();
    await page.locator('[data-theme="light"]:visible').first().click();
    assert.equal(await isDark(page), false, "what was chosen counts");
    await page.locator('button[data-theme="dark"]').click();
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await isDark(page), true);
    await page.locator("button[data-contrast]").click();
    assert.deepEqual(await ground(page), [0, 0, 0]);
    await page.locator('button[data-theme="auto"]').click();
    assert.deepEqual(await ground(page), [255, 255, 255]);
    assert.deepEqual(page.watch.complaints, []);
  });

  test("in the elder mode type is larger, and leaving it loses nothing", async () => {
    const page = await browser.openPage(PHONE);
    const size = () => page.locator("main").evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
    const before = await size();
    await page.locator("#elder").click();
    assert.ok((await size()) >= before * 1.2);
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    assert.equal(await page.locator("#sources").isVisible(), false, "what few need is one press further");
    assert.match(await words(page, "#sources"), /98号/);
    await page.locator("#elder").click();
    assert.equal(await page.locator("#answer-total").innerText(), "¥9,100.00");
    await walkTo(page, "visit-1-total");
    assert.equal(await page.locator("#visit-1-total").inputValue(), "52000");
  });

  test("in forced colours what is chosen can be told", async () => {
    const page = await openChosen(browser, { forcedColors: "active" });
    let told = 0;
    for (const screen of CHOSEN) {
      await walkTo(page, screen);
      await unfoldAll(page);
      const found = await page.evaluate(chosenAndNot);
      for (const { name, chosen, other } of found) {
        assert.notDeepEqual(chosen.forced, other.forced, `${screen}: ${name}`);
      }
      told += found.length;
    }
    assert.ok(told > 10, `only ${told} choices`);
    await page.locator("#elder").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    const ring = await page.locator("#elder").evaluate((button) => getComputedStyle(button).outlineStyle);
    assert.equal(ring, "solid");
    const swatches = await swatchesOf(page);
    assert.ok(swatches.length >= 5);
    assertPatternsDiffer(swatches);
    await page.context().close();
  });

  test("without any colour all is still told", async () => {
    const page = await openChosen(browser, {});
    const device = await page.context().newCDPSession(page);
    await device.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
    for (const screen of CHOSEN) {
      await walkTo(page, screen);
      await unfoldAll(page);
      for (const { name, chosen, other } of await page.evaluate(chosenAndNot)) {
        const { checked, weight, ground } = chosen;
        const isTold = checked || weight > other.weight || contrastOf(ground, other.ground) >= 3;
        assert.ok(isTold, `${screen}: ${name}`);
      }
    }
    const swatches = await swatchesOf(page);
    assert.ok(swatches.length >= 5);
    assertPatternsDiffer(swatches);
    for (const { words } of swatches) assert.match(words, /\S/);
    await page.context().close();
  });

  test("with reduced motion nothing moves", async () => {
    for (const [name, enter] of Object.entries({ ...EARLY_STATES, settled: openSettled })) {
      const page = await browser.newPage(PHONE, { reducedMotion: "reduce" });
      await enter(page, browser.address);
      assert.deepEqual(await page.evaluate(whatMoves), [], name);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      // Where it may move, it is what waits and what is pointed at, the latter for an instant.
      const moving = await page.evaluate(whatMoves);
      assert.equal(moving.includes("moving"), name === "getting ready", name);
      await page.context().close();
    }
  });
});

/** Screens on which something is chosen. */
const CHOSEN = ["identities", "person-insurance", "visit-1-kind", "answer"];

async function openSettled(page, address) {
  await page.goto(address);
  await enterCase(page, designCase);
  await walkTo(page, "answer");
}

/** The design's case, one amount of which is not known. */
async function openChosen(browser, options) {
  const page = await browser.openPage(PHONE, { reducedMotion: "reduce", ...options });
  await enterCase(page, designCase);
  await page.locator("#visit-1-basic-unsure").click();
  return page;
}

/** Each choice that is made, and one beside it that is not: by what they are told apart. */
function chosenAndNot() {
  const root = document.querySelector("aid-check").shadowRoot;
  const shown = (selector) =>
    [...root.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const lookOf = (element) => {
    const { backgroundColor, outlineStyle, outlineWidth, fontWeight } = getComputedStyle(element);
    return {
      forced: [backgroundColor, outlineStyle, outlineWidth],
      ground: backgroundColor.match(/[\d.]+/g).map(Number),
      weight: Number(fontWeight),
      checked: element.querySelector("input:checked") !== null,
    };
  };
  const kinds = [
    [".modes .languages [aria-pressed=true]", ".modes .languages [aria-pressed=false]"],
    ["button.quiet[aria-pressed=true]", "button.quiet[aria-pressed=false]"],
    ["button.plain[aria-pressed=true]", "button.plain:not([aria-pressed=true])"],
    [".pick:has(:checked)", ".pick:not(:has(:checked))"],
  ];
  return kinds.flatMap(([on, off]) => {
    const [other] = shown(off);
    return other
      ? shown(on).map((chosen) => ({
          name: chosen.innerText || chosen.ariaLabel,
          chosen: lookOf(chosen),
          other: lookOf(other),
        }))
      : [];
  });
}

/** What is animated, or takes time to change. */
function whatMoves() {
  const root = document.querySelector("aid-check").shadowRoot;
  return [...root.querySelectorAll("*")]
    .filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const changesSlowly = transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
      return animationName !== "none" || changesSlowly || scrollBehavior === "smooth";
    })
    .map(({ className, localName }) => className || localName);
}

/** What each payer's part looks like in the picture, as light and dark alone, and the words beside it. */
async function swatchesOf(page) {
  const rows = await page.locator(".payers tr:has(.swatch)").all();
  const painter = await page.context().newPage();
  const swatches = [];
  for (const row of rows) {
    const picture = await row.locator(".swatch").screenshot();
    const lights = await painter.evaluate(lightsOf, picture.toString("base64"));
    swatches.push({ words: await row.locator("th").innerText(), lights });
  }
  await painter.close();
  return swatches;
}

/** The light of each pixel, less what they have in common, so that a tint alone tells nothing. */
async function lightsOf(picture) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const inside = canvas.getImageData(4, 4, 12, 12).data;
  const lights = [];
  for (let at = 0; at < inside.length; at += 4) {
    lights.push(0.2126 * inside[at] + 0.7152 * inside[at + 1] + 0.0722 * inside[at + 2]);
  }
  const mean = lights.reduce((sum, light) => sum + light, 0) / lights.length;
  return lights.map((light) => light - mean);
}

function assertPatternsDiffer(swatches) {
  for (const [index, a] of swatches.entries()) {
    for (const b of swatches.slice(index + 1)) {
      const apart =
        Math.hypot(...a.lights.map((light, at) => light - b.lights[at])) / Math.sqrt(a.lights.length);
      assert.ok(apart > 5, `${a.words} and ${b.words} look alike: ${apart.toFixed(1)}`);
    }
  }
}

/** WCAG's contrast of two opaque colours. */
function contrastOf(...colours) {
  const [light, dark] = colours
    .map((colour) => {
      const [red, green, blue] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
