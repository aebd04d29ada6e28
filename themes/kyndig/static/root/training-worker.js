// Answer for one page of "My training" where there is no network. training/store.js registers this for that page alone,
// when the reader asks to keep notes, and keeps the page and its files under the page's name. This never keeps anything.
const NAME = `kyndig-training ${registration.scope}`;
const PATIENCE = 4000; // a hospital's network may be there and not answer

const kept = async (request) => ((await caches.has(NAME)) ? (await caches.open(NAME)).match(request, { ignoreSearch: true }) : undefined);
const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("no answer")));

async function answer(request) {
  const own = await kept(request);
  if (!own) return fetch(request);
  if (request.mode !== "navigate") return own; // its name changes with its bytes
  try {
    return await Promise.race([fetch(request), late()]);
  } catch {
    return own;
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
