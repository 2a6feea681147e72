// The frame tells the page around it how high it is and where it wants to be seen; see docs/embed.md. It says nothing
// about the person, so it may be heard by anyone.

import { VERSION, isMessage, type Message } from "./messages.js";

/** Where a browser of 2019 does not tell when a height changes. */
const LOOK_AGAIN_MS = 250;

/** Twice the same height need not be told; a frame that grows by what it was told would never end. */
export function tellParent(element: HTMLElement): void {
  if (parent === window) return;
  const tell = (message: Message) => parent.postMessage(message, "*");
  let told = 0;
  const tellSize = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell({ aidcheck: VERSION, kind: "size", height });
  };
  if ("ResizeObserver" in window) new ResizeObserver(tellSize).observe(element);
  else setInterval(tellSize, LOOK_AGAIN_MS);
  element.addEventListener("arrive", () => tell({ aidcheck: VERSION, kind: "top" }));
  addEventListener("message", ({ source, data }: MessageEvent) => {
    if (source !== parent || !isMessage(data) || data.kind !== "hello") return;
    told = 0;
    tellSize();
  });
}
