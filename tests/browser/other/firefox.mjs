// Debian's Firefox ESR, through WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { openIn } from "./puppeteer.mjs";

export const name = "Firefox ESR";

/** It looks for an icon of its own accord, and minds that the portal's policy forbids it. */
const isOfBrowser = (text) => text.includes("/favicon.ico");

export async function launch() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    extraPrefsFirefox: { "intl.accept_languages": "zh-CN" },
  });
  return {
    open: (address, viewport) => openIn(browser, address, viewport, isOfBrowser),
    close: () => browser.close(),
  };
}
