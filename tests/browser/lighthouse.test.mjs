// A first visit on a phone: what goes over the wire, and what Lighthouse says of it. Its timings are told, not held.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import lighthouse from "lighthouse";
import { serve } from "../../script/lib/serve.mjs";
import { ARGUMENTS, DIST, openBrowser } from "./browser.mjs";

/** In bytes after brotli, with the rules of one city; docs/decisions/016-a-first-visit.md. */
const FIRST_VISIT = 213_500;
/** The page and its style, the engine, two lists, and the versions of the rules. */
const REQUESTS = 6;

const PORT = 9333;
const NATION = "100000";

describe("a first visit", () => {
  let site;
  before(async () => (site = await serve(DIST, 0)));
  after(() => site.close());

  test("goes over the wire in few bytes and requests", async (context) => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    const responses = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(browser.address);
    await page.waitForLoadState("networkidle");
    const sizes = new Map();
    for (const response of responses) {
      sizes.set(new URL(response.url()).pathname, brotliCompressSync(await response.body()).length);
    }
    await browser.close();

    const packs = [...sizes].filter(([path]) => path.startsWith("/rules/packs/"));
    const rest = [...sizes].filter(([path]) => !path.startsWith("/rules/packs/"));
    assert.equal(rest.length, REQUESTS, rest.map(([path]) => path).join());
    const cities = new Set(packs.map(([path]) => path.split("/")[3]).filter((place) => place !== NATION));
    const bytesOf = (some) => some.reduce((sum, [, bytes]) => sum + bytes, 0);
    const ofCities = [...cities].map((city) =>
      bytesOf(packs.filter(([path]) => path.startsWith(`/rules/packs/${city}/`))),
    );
    const largest = bytesOf(rest) + Math.max(...ofCities);
    for (const [path, bytes] of rest) context.diagnostic(`${path} ${bytes}`);
    context.diagnostic(`with one city's rules at most ${largest}, with all ${bytesOf([...sizes])}`);
    assert.ok(largest <= FIRST_VISIT, `${largest} bytes`);
  });

  test("Lighthouse finds nothing to mend for accessibility and best practices", async (context) => {
    const chrome = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [...ARGUMENTS, `--remote-debugging-port=${PORT}`],
    });
    const { lhr } = await lighthouse(site.address, { port: PORT, logLevel: "error" });
    await chrome.close();
    const { performance, accessibility, "best-practices": practices } = lhr.categories;
    const time = (name) => `${name} ${lhr.audits[name].displayValue}`;
    context.diagnostic(
      `performance ${performance.score}: ${["first-contentful-paint", "largest-contentful-paint", "interactive"].map(time).join(", ")}`,
    );
    const faults = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1);
    const named = JSON.stringify(faults.map(({ id }) => id));
    assert.equal(accessibility.score, 1, named);
    assert.equal(practices.score, 1, named);
  });
});
