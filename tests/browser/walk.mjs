// Walks the path as a person does, with the mouse or, on a page opened for the keyboard, with Tab and Enter: next, back,
// open a bill, unfold what is folded away.
import * as keyboard from "./keyboard.mjs";

const ORDER = ["where", "who", "help", "person", "bills", "bill", "answer"];
const FARTHEST = 60;

/** The screens on which a field may stand. */
function screensOf(id) {
  if (/^(place|year|person-city_|national)/.test(id)) return ["where"];
  if (/^(identit|ask-for-help)/.test(id)) return ["who"];
  if (/^categories/.test(id)) return ["help"];
  if (/^person-/.test(id)) return ["help", "person"];
  if (/^visit-\d+-/.test(id)) return ["bill"];
  if (id === "open-file") return ["where", "answer"];
  if (/^(visit|add-visit|import|undo-remove|before-|reading-(?!that))/.test(id)) return ["bills"];
  return ["answer"];
}

/** Whoever goes by keyboard goes by keyboard everywhere. */
export function press(page, selector) {
  return page.byKeyboard ? keyboard.press(page, selector) : page.locator(selector).click();
}

export const next = (page) => press(page, "#next");
export const back = (page) => press(page, "#back");
export const screenNow = (page) => page.locator("main").getAttribute("data-screen");

/** What there is to see on the way to a field: in one look, because there are many. */
function lookFor(page, id) {
  return page.evaluate((wanted) => {
    const root = document.querySelector("aid-check").shadowRoot;
    const main = root.querySelector("main");
    const [bill = "", number = ""] = /^visit-(\d+)-/.exec(wanted) ?? [];
    return {
      now: main.dataset.screen,
      isThere: main.querySelector(`[id="${wanted}"]`) !== null,
      isOtherBill: bill !== "" && main.querySelector(`[id^="${bill}"]`) === null,
      hasCard: number !== "" && main.querySelector(`#visit-${number} .visit-actions`) !== null,
      canGoStraight: main.querySelector("#to-answer") !== null,
    };
  }, id);
}

/** A question about the person stands where it was asked to find the category, or else with the others. */
function screenFor(screens, now) {
  if (screens.length === 1) return screens[0];
  if (screens.includes(now)) return now;
  return ORDER.indexOf(now) < ORDER.indexOf(screens[0]) ? screens[0] : screens[1];
}

/** What to press to come nearer to a screen; to a bill, by its card or by adding it. */
function towards(screen, { now, hasCard, canGoStraight }, id) {
  if (screen === "bill" && now === "bills") {
    const [card] = /^visit-\d+/.exec(id);
    return hasCard ? `#${card} .visit-actions button:first-child` : "#add-visit";
  }
  if (ORDER.indexOf(screen) < ORDER.indexOf(now)) return "#back";
  return screen === "answer" && canGoStraight ? "#to-answer" : "#next";
}

/** To the screen of a field; of several bills or groups of questions to the right one. */
export async function walkTo(page, id) {
  const screens = screensOf(id);
  let way = "#next";
  for (let presses = 0; presses < FARTHEST; presses++) {
    const seen = await lookFor(page, id);
    const wanted = screenFor(screens, seen.now);
    if (seen.now !== wanted) {
      const button = towards(wanted, seen, id);
      if (button === "#back" || button === "#next") way = button;
      await press(page, button);
    } else if (seen.isThere || seen.now === "answer") {
      return;
    } else {
      await press(page, seen.isOtherBill ? "#back" : way);
    }
  }
  const now = await page.locator("main").innerText();
  throw new Error(`${FARTHEST} presses from here lead to no ${id}: ${now}`);
}

/** Opens what is folded away around an element, from the outside in; a part of the answer opens itself. */
export async function unfold(page, selector) {
  const target = page.locator(selector).first();
  for (;;) {
    const closed = await target.evaluate((element) => {
      const folds = [...element.getRootNode().querySelectorAll("details")];
      const isPart = element.matches(".detail-folded");
      return folds.findIndex(
        (fold) => !fold.open && (fold.contains(element) || (isPart && fold.parentElement === element)),
      );
    });
    if (closed < 0) return;
    await page.locator("aid-check").locator("details").nth(closed).locator("> summary").click();
  }
}

/** To a field, wherever it is, and what hides it opened. */
export async function reach(page, id) {
  await walkTo(page, id);
  await unfold(page, `#${id}`);
}

/** Opens everything that is folded away, however deep. */
export function unfoldAll(page) {
  return page.evaluate(() => {
    for (const fold of document.querySelector("aid-check").shadowRoot.querySelectorAll("details")) {
      fold.open = true;
    }
  });
}

/**
 * From the first screen to the answer by "next" alone, through the help with the category where it is offered and through
 * the first bill; `visit` is given the name of each screen in turn, one that asks one question after the other several times.
 */
export async function walkThrough(page, visit) {
  await walkTo(page, "place");
  let wasAtBill = false;
  for (;;) {
    const screen = await screenNow(page);
    await visit(screen);
    if (screen === "answer") return;
    const help = page.locator("#ask-for-help");
    if (screen === "bills" && !wasAtBill) {
      await page.locator("#visit-1 .visit-actions button").first().click();
      wasAtBill = true;
    } else if ((await help.count()) > 0) {
      await help.click();
    } else {
      await next(page);
    }
  }
}
