// How the page looks: as the person chose, else as the device has it. Style sheets go by these attributes alone.

import type { Look } from "../model/state.js";

const DARK = "(prefers-color-scheme: dark)";
const CONTRAST = "(prefers-contrast: more)";

function write(element: HTMLElement, { elder, theme, contrast }: Look): void {
  const isDark = theme ? theme === "dark" : matchMedia(DARK).matches;
  element.dataset["theme"] = isDark ? "dark" : "light";
  element.toggleAttribute("data-contrast", contrast || matchMedia(CONTRAST).matches);
  element.toggleAttribute("data-elder", elder);
}

const shown = new WeakMap<HTMLElement, Look>();

export function followLook(element: HTMLElement, look: Look): void {
  if (!shown.has(element)) {
    for (const query of [DARK, CONTRAST]) {
      // By the older name, because Safari before 14 knows no other.
      matchMedia(query).addListener(() => write(element, shown.get(element) ?? look));
    }
  }
  if (shown.get(element) === look) return;
  shown.set(element, look);
  write(element, look);
}
