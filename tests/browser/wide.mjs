// What does not fit: wider than the screen, or cut off by what is around it. Each function runs in the page.

/** What reaches beyond the screen, hidden helpers aside. */
export function tooWide() {
  const screen = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > screen ? ["the page scrolls sideways"] : [];
  for (const element of document.querySelector("aid-check").shadowRoot.querySelectorAll("*")) {
    if (element.closest(".visually-hidden, .skip, .calendar, defs, svg *")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (right > screen + 0.5 || left < -0.5)) {
      found.push(`${element.localName}.${element.className} #${element.id}: ${left} to ${right}`);
    } else if (
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      element.matches("p, li, td, th, dd, dt, button, summary, h1, h2, h3, h4, label, legend, section")
    ) {
      found.push(`${element.localName}.${element.className} #${element.id} overflows`);
    }
  }
  return found;
}

/** Words that something cuts off, hidden helpers aside. */
export function cutOff() {
  const root = document.querySelector("aid-check").shadowRoot;
  const cuts = ({ overflowX, overflowY }) => /hidden|clip/.test(overflowX + overflowY);
  return [...root.querySelectorAll("*")].flatMap((element) => {
    const isTaller = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
    if (!isTaller || element.closest(".visually-hidden, .skip, .calendar, svg")) return [];
    const isControl = element.matches("button, summary, select, label");
    return isControl || cuts(getComputedStyle(element))
      ? [`${element.localName}#${element.id}.${element.className}: ${element.innerText}`]
      : [];
  });
}

/** WCAG's spacing of text (1.4.12), or the page's own again. */
export function spaceWidely(on) {
  const root = document.querySelector("aid-check").shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], ...(on ? [sheet] : [])];
}
