// What controls are called by those who hear them. Runs in the page.

/**
 * Names that two controls of the page share though they do different things, or "" where one has none. A name is told
 * together with those of the groups around it; what unfolds the same words does the same thing, and so do the ways from
 * notices to the bill that they name.
 */
export function sharedNames() {
  const root = document.querySelector("aid-check").shadowRoot;
  const textOf = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const labelledBy = (element) =>
    (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => textOf(id === "" ? undefined : root.getElementById(id)))
      .join(" ");
  const nameOf = (element) =>
    element.ariaLabel || labelledBy(element).trim() || textOf(element.labels?.[0]) || textOf(element);
  const groupsOf = (element) => {
    const around = element.parentElement?.closest("fieldset, [role=group], [role=radiogroup], article");
    if (!around) return "";
    const own = around.ariaLabel || labelledBy(around) || textOf(around.querySelector("legend"));
    return `${groupsOf(around)}${own}: `;
  };
  const doneBy = new Map();
  const controls = [...root.querySelectorAll("button, summary, select, textarea, a[href], input")].filter(
    (element) => !element.matches(".calendar") && element.checkVisibility({ visibilityProperty: true }),
  );
  for (const element of controls) {
    const name = `${element.localName === "summary" ? "open " : ""}${groupsOf(element)}${nameOf(element)}`;
    const isWay = element.matches(".notice > button.link");
    const doing = isWay ? name : element.localName === "summary" ? textOf(element.parentElement) : element;
    doneBy.set(name, (doneBy.get(name) ?? new Set()).add(doing));
  }
  return [...doneBy].flatMap(([name, doings]) => (/^(open )?$/.test(name) || doings.size > 1 ? [name] : []));
}
