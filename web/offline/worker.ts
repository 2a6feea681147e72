// The service worker: what the page was opened with once opens without a network too. One version serves until the next one
// is there, whole, and the page says that nobody is in the middle of a case.

import { RULES_INDEX, type Manifest } from "./manifest.js";
import { Broken, Store } from "./store.js";

/** Written by the build. */
declare const MANIFEST: Manifest;
declare const self: ServiceWorkerGlobalScope;

/** As long as an opening page waits for newer rules. */
const PATIENCE_MS = 3000;

const FOLDER = new URL(".", self.location.href).href;
const store = new Store();

/** What did not arrive as it should is told; that there is no network is no news. */
async function tellIfBroken(error: unknown): Promise<void> {
  if (!(error instanceof Broken)) return;
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage({ aidcheck: 1, kind: "not-renewed" });
  }
}

async function install(): Promise<void> {
  try {
    await store.takeAll(MANIFEST.core);
    if (!(await store.rulesIndex())) await store.renewRules();
  } catch (error) {
    // At a first visit there is no version of before.
    if (self.registration.active) await tellIfBroken(error);
    throw error;
  }
}

/** The newest list whose rules are all here. */
async function rulesIndex(): Promise<Response> {
  const renewed = store.renewRules().catch(tellIfBroken);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (await store.rulesIndex()) await Promise.race([renewed, patience]);
  else await renewed;
  return (await store.rulesIndex()) ?? Response.error();
}

/** What is kept of a request's file; undefined: it is the network's. */
function kept(request: Request): Promise<Response> | undefined {
  const { href, pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || !href.startsWith(FOLDER)) return undefined;
  const path = (origin + pathname).slice(FOLDER.length) || "index.html";
  if (path === RULES_INDEX) return rulesIndex();
  // Of what is not kept from the start there may be a newer one by now: then it is the network's.
  const rest = MANIFEST.rest[path];
  if (rest) return store.take(path, rest).catch(() => fetch(request));
  const hash = path.startsWith("rules/packs/") ? request.integrity : MANIFEST.core[path];
  return hash ? store.take(path, hash) : undefined;
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) =>
  event.waitUntil(store.keepOnly({ ...MANIFEST.core, ...MANIFEST.rest })),
);

self.addEventListener("fetch", (event) => {
  const response = kept(event.request);
  if (response) event.respondWith(response);
});

self.addEventListener("message", ({ data }: ExtendableMessageEvent) => {
  if ((data as { kind?: unknown } | null)?.kind === "take-over") void self.skipWaiting();
});
