// For a portal: each <iframe data-aid-check> gets the height of what is in it. Where anything is missing the frame keeps
// the height that the portal gave it, and scrolls.

import { VERSION, isMessage } from "./messages.js";

/** Beyond that it is no height of ours. */
const HIGHEST = 50_000;

const frames = () => [...document.querySelectorAll<HTMLIFrameElement>("iframe[data-aid-check]")];

/** Only from the frame itself, and only while it shows what the portal put there. */
function senderOf({ source, origin }: MessageEvent): HTMLIFrameElement | undefined {
  return frames().find(
    (frame) => frame.contentWindow === source && new URL(frame.src, location.href).origin === origin,
  );
}

addEventListener("message", (event) => {
  const message: unknown = event.data;
  const frame = isMessage(message) && senderOf(event);
  if (!frame) return;
  if (message.kind === "size" && message.height > 0 && message.height < HIGHEST) {
    frame.style.height = `${message.height}px`;
  }
  if (message.kind === "top" && frame.getBoundingClientRect().top < 0) {
    frame.scrollIntoView({ block: "start" });
  }
});

/** A frame that was there first has told its height to nobody. A greeting tells nothing, whoever hears it. */
function greet(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ aidcheck: VERSION, kind: "hello" }, "*");
}

for (const frame of frames()) {
  greet(frame);
  frame.addEventListener("load", () => greet(frame));
}
