// Debian's WebKitGTK in its own small browser, through WebDriver, on a display that nobody sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities, Key } from "selenium-webdriver";

export const name = "WebKit";

const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const PATIENCE_MS = 20_000;

const KEYS = {
  Control: Key.CONTROL,
  Delete: Key.DELETE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Space: Key.SPACE,
  ArrowDown: Key.ARROW_DOWN,
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** A display of its own; says its number once it is there. */
async function openDisplay() {
  const display = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await once(display.stdout, "data");
  return { name: `:${String(number).trim()}`, close: () => display.kill() };
}

async function whenAnswering(address) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`no answer from ${address}`);
}

/** Within a frame the driver's pointer points elsewhere: there the click is the script's. */
function driverOf(browser, { inFrame = false } = {}) {
  const call = (source) => `return (${source}).apply(null, arguments)`;
  return {
    evaluate: (source, ...args) => browser.executeScript(call(source), ...args),
    element: (source, ...args) => browser.executeScript(call(source), ...args),
    async click(element) {
      // Of a text box in a shadow root its own click believes that something covers it.
      const isTextBox = "return arguments[0].matches('input[type=text], textarea')";
      if (!(await browser.executeScript(isTextBox, element))) {
        return inFrame ? browser.executeScript("arguments[0].click()", element) : element.click();
      }
      await browser.executeScript(
        "arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus()",
        element,
      );
    },
    async select(element, value) {
      const option = await browser.executeScript(
        "return [...arguments[0].options].find((option) => option.value === arguments[1])",
        element,
        String(value),
      );
      await option.click();
    },
    insertText: (text) => browser.actions().sendKeys(String(text)).perform(),
    async press(keys) {
      const all = keys.split("+").map((key) => KEYS[key] ?? key.toLowerCase());
      const actions = browser.actions();
      for (const key of all) actions.keyDown(key);
      for (const key of all.reverse()) actions.keyUp(key);
      await actions.perform();
    },
  };
}

export async function launch() {
  const display = await openDisplay();
  const port = await freePort();
  const service = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display.name, LANGUAGE: "zh_CN", NO_AT_BRIDGE: "1" },
  });
  const address = `http://127.0.0.1:${port}`;
  await whenAnswering(address);
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] },
  });
  const browser = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  return {
    async open(page, viewport) {
      await browser.manage().window().setRect(viewport);
      await browser.get(page);
      return {
        driver: driverOf(browser),
        // WebDriver does not tell what a page complains about.
        complaints: [],
        async frame(text) {
          const frame = await browser.executeScript(
            "return [...document.querySelectorAll('iframe')].find((each) => each.src.includes(arguments[0]))",
            text,
          );
          await browser.switchTo().frame(frame);
          return driverOf(browser, { inFrame: true });
        },
        leaveFrame: () => browser.switchTo().defaultContent(),
        close: () => browser.switchTo().defaultContent(),
      };
    },
    async close() {
      await browser.quit();
      service.kill();
      display.close();
    },
  };
}
