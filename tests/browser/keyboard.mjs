// Enters a case with the keyboard alone: Tab, Space, Enter, arrows and typing.

/** What has the focus, inside the shadow root. */
export const isFocused = (page, selector) =>
  page.evaluate(
    (wanted) => document.querySelector("aid-check").shadowRoot.activeElement?.matches(wanted) ?? false,
    selector,
  );

const FARTHEST = 90;

/** Tab by tab to an element; the order of the form is the only way there. */
export async function tabTo(page, selector, key = "Tab") {
  for (let tabs = 0; tabs < FARTHEST; tabs++) {
    await page.keyboard.press(key);
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`${FARTHEST} tabs from here lead to no ${selector}`);
}

/** Arrow by arrow until the choice is made, in a list or among radio buttons. */
async function arrowTo(page, isThere, what) {
  for (let arrows = 0; arrows < FARTHEST; arrows++) {
    if (await isThere()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no arrow leads to ${what}`);
}

export async function choose(page, id, value) {
  await tabTo(page, `#${id}`);
  const chosen = async () => (await page.locator(`#${id}`).inputValue()) === String(value);
  await arrowTo(page, chosen, `${value} of ${id}`);
}

export async function answer(page, id, value) {
  await tabTo(page, `#${id} input`);
  await answerHere(page, id, value);
}

/** Among the radio buttons that have the focus already. */
export async function answerHere(page, id, value) {
  const radio = `#${id} input[value="${value}"]`;
  await arrowTo(page, () => isFocused(page, radio), radio);
  if (!(await page.locator(radio).isChecked())) await page.keyboard.press("Space");
}

export async function type(page, id, text) {
  await tabTo(page, `#${id}`);
  await page.keyboard.type(text);
}

export async function press(page, selector, key = "Enter") {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}
