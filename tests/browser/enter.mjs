// One entry of a person into the field that is named, wherever it stands: with the pointer or with the keyboard alone.
import * as keyboard from "./keyboard.mjs";
import * as mouse from "./mouse.mjs";
import { reach, walkTo } from "./walk.mjs";

export async function byPointer(page, id, value) {
  if (value === true) return mouse.pick(page, `#${id}`);
  await reach(page, id);
  if ((await page.locator(`input[type=text]#${id}`).count()) > 0) return mouse.type(page, id, value);
  return mouse.answer(page, id, value);
}

export async function byKeyboard(page, id, value) {
  await walkTo(page, id);
  if (value === true) return keyboard.press(page, `#${id}`, "Space");
  if ((await page.locator(`select#${id}`).count()) > 0) return keyboard.choose(page, id, value);
  const isBox = (await page.locator(`input[type=text]#${id}`).count()) > 0;
  if (isBox) return keyboard.type(page, id, value);
  const here = await keyboard.isFocused(page, `#${id} input`);
  return here ? keyboard.answerHere(page, id, value) : keyboard.answer(page, id, value);
}
