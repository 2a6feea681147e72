// How large what can be pressed is, and how far apart. Runs in the page.

/**
 * What can be pressed and is smaller than `least`, or closer to another than `apart`. A box or a radio button is pressed by
 * its whole label; what the keyboard alone brings into sight is not there for fingers.
 */
export function poorTargets({ least, apart }) {
  const root = document.querySelector("aid-check").shadowRoot;
  const pressable = "button, summary, select, textarea, a[href], input, label.pick";
  const shown = [...root.querySelectorAll(pressable)].filter(
    (element) =>
      !element.matches(".skip, .calendar, .pick input") &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const targets = shown.map((element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const name = `${element.localName}#${element.id}.${element.className} “${element.innerText || element.ariaLabel}”`;
    return { left, right, top, bottom, width, height, name: name.replace(/\s+/g, " ") };
  });
  const small = targets.filter(({ width, height }) => Math.min(width, height) < least - 0.01);
  const gap = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  const close = targets.flatMap((a, index) =>
    targets.slice(index + 1).flatMap((b) => (gap(a, b) < apart - 0.01 ? [[a, b]] : [])),
  );
  return [
    ...small.map(({ name, width, height }) => `${name} is ${width.toFixed(1)} by ${height.toFixed(1)}`),
    ...close.map(([a, b]) => `${a.name} and ${b.name} are ${gap(a, b).toFixed(1)} apart`),
  ];
}
