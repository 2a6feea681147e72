// While the page is printed, and only then, a sheet of paper stands beside it; print.css shows that one alone. Until
// there is an answer the page prints as it is.

import { render } from "lit/html.js";
import type { Context } from "./context.js";
import { paperView } from "./views/paper.js";

/** Returns what ends it. */
export function layOutForPrint(root: ShadowRoot, contextNow: () => Context | undefined): () => void {
  const paper = document.createElement("div");
  paper.className = "paper";
  const layOut = () => {
    const context = contextNow();
    if (!context) return;
    const { form, outcome } = context.check;
    if (!form || outcome.kind !== "settled") return;
    paper.lang = context.language;
    render(paperView(context, form, outcome.result, new Date()), paper);
    // Before all that Lit knows of.
    root.prepend(paper);
  };
  const putAway = () => paper.remove();
  addEventListener("beforeprint", layOut);
  addEventListener("afterprint", putAway);
  return () => {
    removeEventListener("beforeprint", layOut);
    removeEventListener("afterprint", putAway);
  };
}
