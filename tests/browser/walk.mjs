// Walks the path as a person with a mouse does: next, back, open a bill, unfold what is folded away.

const ORDER = ["where", "who", "help", "person", "bills", "bill", "answer"];
const FARTHEST = 60;

/** The screens on which a field may stand. */
function screensOf(id) {
  if (/^(place|year|person-city_|national)/.test(id)) return ["where"];
  if (/^(identit|ask-for-help)/.test(id)) return ["who"];
  if (/^categories/.test(id)) return ["help"];
  if (/^person-/.test(id)) return ["help", "person"];
  if (/^visit-\d+-/.test(id)) return ["bill"];
  if (/^(visit|add-visit|undo-remove|before-|reading-(?!that)|more-heading)/.test(id)) return ["bills"];
  return ["answer"];
}

export const screenNow = (page) => page.locator("main").getAttribute("data-screen");
const isThere = async (page, id) => (await page.locator(`main #${id}`).count()) > 0;
const press = (page, id) => page.locator(`#${id}`).click();

export const next = (page) => press(page, "next");
export const back = (page) => press(page, "back");

/** One press towards the screen; of a bill, by its card or by adding it. */
async function stepTowards(page, screen, now, id) {
  if (screen === "bill" && now === "bills") {
    const [, number] = /^visit-(\d+)/.exec(id);
    const edit = page.locator(`#visit-${number} .visit-actions button`).first();
    return (await edit.count()) > 0 ? edit.click() : press(page, "add-visit");
  }
  if (ORDER.indexOf(screen) < ORDER.indexOf(now)) return back(page);
  const straight = page.locator("#to-answer");
  if (screen === "answer" && (await straight.count()) > 0) return straight.click();
  return next(page);
}

/** A question about the person stands where it was asked to find the category, or else with the others. */
function screenFor(screens, now) {
  if (screens.length === 1 || now === screens[0] || now === screens[1]) {
    return screens.includes(now) ? now : screens[0];
  }
  return ORDER.indexOf(now) < ORDER.indexOf(screens[0]) ? screens[0] : screens[1];
}

/** To the screen of a field; of several bills or groups of questions to the right one. */
export async function walkTo(page, id) {
  const screens = screensOf(id);
  const [bill] = /^visit-\d+-/.exec(id) ?? [];
  let way = "next";
  for (let presses = 0; presses < FARTHEST; presses++) {
    const now = await screenNow(page);
    const wanted = screenFor(screens, now);
    if (now !== wanted) {
      way = ORDER.indexOf(wanted) < ORDER.indexOf(now) ? "back" : "next";
      await stepTowards(page, wanted, now, id);
    } else if ((await isThere(page, id)) || now === "answer") {
      return;
    } else {
      const isOther = bill && (await page.locator(`main [id^="${bill}"]`).count()) === 0;
      await press(page, isOther ? "back" : way);
    }
  }
  const now = await page.locator("main").innerText();
  throw new Error(`${FARTHEST} presses from here lead to no ${id}: ${now}`);
}

/** Opens what is folded away around an element, and a part of the answer itself. */
export async function unfold(page, selector) {
  const around = page.locator(`details:not([open]):has(${selector})`);
  while ((await around.count()) > 0) await around.first().locator("> summary").click();
  const own = page.locator(`${selector} > details:not([open]) > summary`);
  if (selector.startsWith("#") && !selector.includes(" ") && (await own.count()) === 1) await own.click();
}

/** To a field, wherever it is, and what hides it opened. */
export async function reach(page, id) {
  await walkTo(page, id);
  await unfold(page, `#${id}`);
}
