// The browser's own "back" walks the path too: one entry of its history for each stop, which holds nothing but a number.

import { moveTo } from "../model/actions.js";
import type { SelfCheck } from "../model/self-check.js";

export function keepTrail(check: SelfCheck): void {
  let known = 0;
  /** Between asking the browser to go back and its having done so. */
  let going = false;
  history.replaceState({ at: 0 }, "");

  const follow = (): void => {
    const { at } = check.state.trail;
    if (going || at === known) return;
    if (at < known) {
      going = true;
      history.go(at - known);
      return;
    }
    while (known < at) {
      known += 1;
      history.pushState({ at: known }, "");
    }
  };

  addEventListener("popstate", ({ state }: PopStateEvent) => {
    const at: unknown = (state as { at?: unknown } | null)?.at;
    known = typeof at === "number" ? at : 0;
    if (!going) check.change(moveTo(known));
    going = false;
    // An entry of an earlier visit to the page leads to no stop of this one.
    if (check.state.trail.at < known) {
      known = check.state.trail.at;
      history.replaceState({ at: known }, "");
    }
    follow();
  });
  check.subscribe(follow);
}
