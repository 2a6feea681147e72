// How the page looks in a Chromium of 2019, which knows no gaps between flexible boxes: on the narrowest phone nothing
// reaches beyond the screen, and no two things that can be pressed stand too close.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../script/lib/serve.mjs";
import { DIST } from "./browser.mjs";
import { launch, name as browserName } from "./other/chromium-2019.mjs";
import { pageOf } from "./other/page.mjs";
import { STATES } from "./states.mjs";
import { poorTargets } from "./targets.mjs";
import { unfoldAll } from "./walk.mjs";
import { cutOff, tooWide } from "./wide.mjs";

const NARROW = { width: 320, height: 640 };

/** What is as it should be: the languages are one row of buttons, and the target of a "?" ends where the box below it begins. */
const TOGETHER = /^(button#\. “[简繁]”|summary#\. “\?”) .* 0\.0 apart$/;

/** Around the boxes of a row there is half a gap, which nobody sees beyond the section. */
const HALF_A_GAP = /^section\..* overflows$/;

async function assertFits(page, mode) {
  await unfoldAll(page);
  const wide = await page.evaluate(tooWide);
  assert.deepEqual(
    wide.filter((words) => !HALF_A_GAP.test(words)),
    [],
    mode,
  );
  assert.deepEqual(await page.evaluate(cutOff), [], mode);
}

describe(`the look in ${browserName}`, () => {
  let site;
  let browser;
  before(async () => {
    site = await serve(DIST, 0);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  for (const name of [
    "start",
    "gone on without a place",
    "a category and its dates",
    "help with the category",
    "the person",
    "bill begun",
    "two bills",
    "settled",
    "taken along",
  ]) {
    test(name, async () => {
      const opened = await browser.open(site.address, NARROW);
      const page = pageOf(opened.driver);
      await page.locator("#place").waitFor();
      await STATES[name](page);
      const poor = await page.evaluate(poorTargets, { least: 44, apart: 4 });
      assert.deepEqual(
        poor.filter((words) => !TOGETHER.test(words)),
        [],
      );
      await assertFits(page, "usual");
      await page.locator("#elder").click();
      await assertFits(page, "elder");
      assert.deepEqual(await page.evaluate(poorTargets, { least: 60, apart: 8 }), [], "elder");
      assert.deepEqual(opened.complaints, []);
      await opened.close();
    });
  }
});
