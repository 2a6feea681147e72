// Debian's Chromium and a server of dist/, for the tests of the page and for script/screenshots.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../script/lib/serve.mjs";

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** The years that the page offers end with the current one, so the tests fix the day on which they happen. */
const TODAY = new Date("2028-06-15T09:00:00+08:00");

export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Starts server and browser; `close` ends both. Another server than ours may serve. */
export async function openBrowser(folder = DIST, { start = (served) => serve(served, 0), args = [] } = {}) {
  const site = await start(folder);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [...ARGUMENTS, ...args],
  });
  return {
    address: site.address,
    /** A page of its own, not yet opened; `page.watch` tells what it did that it should not. */
    async newPage(viewport = DESK, options = {}) {
      const context = await browser.newContext({
        viewport,
        locale: "zh-CN",
        // Only the tests of it need the service worker; the others are faster without.
        serviceWorkers: "block",
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      await page.clock.setFixedTime(TODAY);
      return Object.assign(page, { watch: watch(page) });
    },
    /** The page, opened and ready for the first entry. */
    async openPage(viewport, options) {
      const page = await this.newPage(viewport, options);
      await page.goto(site.address);
      await page.locator("#place").waitFor();
      return page;
    },
    stopServing: () => site.close(),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** What a page asks for and complains about, breaches of its own policy among it, from now on. */
function watch(page) {
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    const isOurs = !message.text().startsWith("Service Worker registration blocked");
    if (isOurs && ["error", "warning"].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  return seen;
}
