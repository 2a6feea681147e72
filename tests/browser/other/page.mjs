// What the helpers of the tests use of one of Playwright's pages, in a browser that Playwright does not drive.
import { setTimeout as pause } from "node:timers/promises";
import { findAll, isSeen } from "./find.mjs";

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/**
 * A driver tells how a browser is asked and touched:
 *   evaluate(source, ...args)   the value of a function given as source; arguments may be elements
 *   element(source, ...args)    the element that it returns, or undefined
 *   click(element), select(element, value), insertText(text), press(keys)
 */
export function pageOf(driver) {
  const call = (inner, ...args) => driver.evaluate(String(inner), ...args);
  return {
    driver,
    evaluate: call,
    locator: (css) => new Locator(driver, [{ css }]),
    keyboard: {
      insertText: (text) => driver.insertText(text),
      type: (text) => driver.insertText(text),
      press: (keys) => driver.press(keys),
    },
  };
}

const ALL = `const findAll = ${findAll}; const isSeen = ${isSeen};`;

class Locator {
  constructor(driver, steps) {
    this.driver = driver;
    this.steps = steps;
  }

  locator = (css) => new Locator(this.driver, [...this.steps, { css }]);
  nth = (nth) => new Locator(this.driver, [...this.steps, { nth }]);
  first = () => this.nth(0);
  last = () => this.nth(-1);

  count = () => this.#all("(all) => all.length");
  evaluateAll = (inner, arg) => this.#all(inner, arg);

  isVisible = () => this.#all("(all) => all.length > 0 && isSeen(all[0])");

  async evaluate(inner, arg) {
    return this.driver.evaluate(`(element, arg) => (${inner})(element, arg)`, await this.#one(), arg ?? null);
  }

  innerText = () => this.evaluate((element) => element.innerText);
  inputValue = () => this.evaluate((element) => element.value);
  isChecked = () => this.evaluate((element) => element.checked);
  getAttribute = (name) => this.evaluate((element, wanted) => element.getAttribute(wanted), name);
  click = async () => this.driver.click(await this.#one("isSeen"));
  selectOption = async (value) => this.driver.select(await this.#one("isSeen"), value);
  waitFor = () => this.#one("isSeen");

  #all(inner, arg) {
    return this.driver.evaluate(
      `(steps, arg) => { ${ALL} return (${inner})(findAll(steps), arg); }`,
      this.steps,
      arg ?? null,
    );
  }

  /** The first element meant, as soon as it is there. */
  async #one(condition = "() => true") {
    const source = `(steps) => { ${ALL} return findAll(steps).find(${condition}) || null; }`;
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_AGAIN_MS)) {
      const element = await this.driver.element(source, this.steps);
      if (element) return element;
    }
    throw new Error(`not there: ${JSON.stringify(this.steps)}`);
  }
}
