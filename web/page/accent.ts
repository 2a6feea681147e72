// A portal's own colour in a frame: `?accent=1d4a73`. One that cannot be read on white is not taken.

const LEAST_CONTRAST = 4.5;

/** WCAG's relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `#1d4a73`, or nothing. */
export function accentIn(search: string): string | undefined {
  const hex = new URLSearchParams(search).get("accent") ?? "";
  if (!/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  return 1.05 / (luminance(hex) + 0.05) >= LEAST_CONTRAST ? `#${hex}` : undefined;
}

/** In the light, for which it was chosen: dark and high contrast keep their own. */
export function wear(element: HTMLElement, accent: string | undefined): void {
  if (!accent) return;
  element.style.setProperty("--portal-accent", accent);
  element.classList.add("accented");
}
