// Keeps the page on the device, so that it opens without a network the next time, and lets a newer one take over while
// nothing has been entered.

import { trustedAddress } from "./trusted.js";

const isPossible = (): boolean => "serviceWorker" in navigator && isSecureContext;

/** Told where a newer version did not arrive whole, which may be before this one is ready: to be called at once. */
export function hearWorker(notRenewed: () => void): void {
  if (!isPossible()) return;
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent) => {
    if ((data as { kind?: unknown } | null)?.kind === "not-renewed") notRenewed();
  });
}

/** `isUntouched`: nobody is in the middle of anything. */
export async function keepForOffline(folder: string, isUntouched: () => boolean): Promise<void> {
  if (!isPossible()) return;
  const { serviceWorker } = navigator;
  let asked = false;

  const takeOver = (worker: ServiceWorker | null) => {
    if (!worker || !serviceWorker.controller || !isUntouched()) return;
    asked = true;
    worker.postMessage({ aidcheck: 1, kind: "take-over" });
  };
  serviceWorker.addEventListener("controllerchange", () => {
    if (asked && isUntouched()) location.reload();
  });

  const registration = await serviceWorker
    .register(trustedAddress(`${folder}sw.js`), { updateViaCache: "none" })
    .catch(() => undefined);
  if (!registration) return;
  takeOver(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") takeOver(installing);
    });
  });
}
