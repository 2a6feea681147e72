// A driver over puppeteer, for Firefox and for a Chromium of 2019.
import { transformSync } from "esbuild";
import { isSeen } from "./find.mjs";

/** As a function whose text a browser of 2019 can read. */
function functionOf(source) {
  const { code } = transformSync(`(${source})`, { target: "es2019" });
  return new Function(`return ${code}`)();
}

/** `where`: the page itself, or a frame of it. */
export function driverOf(page, where = page) {
  const { keyboard } = page;
  return {
    evaluate: (source, ...args) => where.evaluate(functionOf(source), ...args),
    async element(source, ...args) {
      const handle = await where.evaluateHandle(functionOf(source), ...args);
      return handle.asElement() ?? undefined;
    },
    click: (element) => element.click(),
    select: (element, value) => element.select(String(value)),
    insertText: (text) => keyboard.type(String(text)),
    async press(keys) {
      const all = keys.split("+");
      for (const key of all) await keyboard.down(key);
      for (const key of all.reverse()) await keyboard.up(key);
    },
  };
}

/** What a page complains about from now on, but for what is known. */
function complaintsOf(page, isKnown) {
  const complaints = [];
  const complain = (text) => {
    if (!isKnown(text)) complaints.push(text);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complain(message.text());
  });
  page.on("pageerror", (error) => complain(String(error)));
  return complaints;
}

/** A page of its own on an address, with its complaints. */
export async function openIn(browser, address, viewport, isKnown = () => false) {
  const page = await browser.newPage();
  const complaints = complaintsOf(page, isKnown);
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(
    new Function(`Element.prototype.checkVisibility = Element.prototype.checkVisibility || function () {
      return (${isSeen})(this);
    };`),
  );
  await page.goto(address);
  return {
    driver: driverOf(page),
    complaints,
    /** The driver of the frame whose address holds a text. */
    async frame(text) {
      return driverOf(
        page,
        page.frames().find((frame) => frame.url().includes(text)),
      );
    },
    close: () => page.close(),
  };
}
