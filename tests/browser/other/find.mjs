// What runs inside the page, in browsers as old as 2019.

/**
 * The elements that steps lead to: by a selector below those before, through open shadow roots, or by their number.
 * `:has()` is looked at here where it ends a selector, because older browsers do not know it.
 */
export function findAll(steps) {
  const rootsIn = (root) =>
    [root].concat(
      ...[...root.querySelectorAll("*")]
        .concat(root)
        .filter((element) => element.shadowRoot)
        .map((element) => rootsIn(element.shadowRoot)),
    );
  const below = (css) => css.replace(/^\s*>/, ":scope >");
  const select = (root, css) => {
    const having = /^(.*):has\((.*)\)$/.exec(css);
    if (!having) return [...root.querySelectorAll(below(css))];
    return select(root, having[1]).filter((element) => element.querySelector(below(having[2])));
  };
  let found = [document];
  for (const step of steps) {
    if (step.css !== undefined) {
      found = [].concat(
        ...found.map((each) => [].concat(...rootsIn(each).map((root) => select(root, step.css)))),
      );
    } else {
      found = found.slice(step.nth, step.nth === -1 ? undefined : step.nth + 1);
    }
  }
  return found;
}

/** Whether a person sees it; browsers before 2022 cannot be asked in one word. */
export function isSeen(element) {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}
