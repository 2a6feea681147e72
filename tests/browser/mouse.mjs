// Enters a case the way a person with a mouse does: goes to where the question stands, points, clicks, types.
import { reach, walkTo } from "./walk.mjs";

/** A click where a person would click: on the words beside a radio button or a box. */
export async function pick(page, selector) {
  await reach(page, selector.slice(1));
  await page.locator(`label:has(${selector})`).click();
}

/** Into an empty field; the text arrives at once, as an input method brings it. */
export async function type(page, id, text) {
  await reach(page, id);
  await page.locator(`#${id}`).click();
  await page.keyboard.insertText(String(text));
}

/** Over what is there. */
export async function retype(page, id, text) {
  await reach(page, id);
  await page.locator(`#${id}`).click();
  await page.keyboard.press("Control+A");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(String(text));
}

export async function choose(page, id, value) {
  await reach(page, id);
  await page.locator(`#${id}`).selectOption(String(value));
}

/** A fact with few choices shows them all, one with many is a list. */
export async function answer(page, id, value) {
  await reach(page, id);
  if ((await page.locator(`select#${id}`).count()) > 0) return choose(page, id, value);
  return page.locator(`#${id} label:has(input[value="${value}"])`).click();
}

export async function enterPlace(page, { year }) {
  await choose(page, "place", "320200");
  await choose(page, "year", year);
}

/** Identities as the case has them: bare names, and several periods of the same category. */
export async function enterIdentities(page, identities) {
  await walkTo(page, "identities");
  if (identities.length === 0) return pick(page, "#identity-none");
  const periods = new Map();
  for (const identity of identities.map((it) => (typeof it === "string" ? { category: it } : it))) {
    const { category } = identity;
    const index = (periods.get(category) ?? 0) + 1;
    periods.set(category, index);
    const item = page.locator(`li:has(> label > #identity-${category})`);
    if (index === 1) await pick(page, `#identity-${category}`);
    else {
      await reach(page, `identity-${category}-1-from`);
      await item.locator("fieldset > button.link").last().click();
    }
    for (const end of ["from", "until"]) {
      if (identity[end]) await type(page, `identity-${category}-${index}-${end}`, identity[end]);
    }
  }
}

export async function enterPerson(page, { identities, ...facts }) {
  await enterIdentities(page, identities);
  for (const name of ["insurance", "registered_here"]) {
    if (facts[name] !== undefined) await answer(page, `person-${name}`, facts[name]);
  }
}

export async function enterVisit(page, number, visit) {
  const id = (name) => `visit-${number}-${name}`;
  await answer(page, id("kind"), visit.kind);
  await type(page, id("from"), visit.from);
  if (visit.until) await type(page, id("until"), visit.until);
  for (const name of ["where", "referral", "designated"]) {
    if (visit[name] !== undefined) await answer(page, id(name), visit[name]);
  }
  for (const [field, amount] of Object.entries(visit.sheet)) {
    if (amount === null) continue;
    await type(page, id(field), amount);
  }
}

export async function enterVisits(page, visits) {
  for (const [index, visit] of visits.entries()) await enterVisit(page, index + 1, visit);
}

export async function enterCase(page, { year, person, visits, before = {}, readings = {} }) {
  await enterPlace(page, { year });
  await enterPerson(page, person);
  await enterVisits(page, visits);
  for (const [part, amounts] of Object.entries(before)) {
    for (const [name, amount] of Object.entries(amounts)) {
      await type(page, `before-${part}-${name}`, amount);
    }
  }
  for (const [name, choice] of Object.entries(readings)) {
    await answer(page, `reading-${name}`, choice);
  }
}

export const setLanguage = (page, language) => page.locator(`.languages button[lang="${language}"]`).click();
