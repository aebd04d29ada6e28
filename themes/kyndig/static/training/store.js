// Where notes are kept: in this browser, under one name for all languages of a page. Nothing is written before `keep`.
// So that the page opens without a network, it is kept too, with the files it needs; root/training-worker.js answers then.
const WORKER = new URL("../root/training-worker.js", import.meta.url);
const OURS = "kyndig-training ";
const nameOf = (page) => OURS + new URL(page, location.href);

export const read = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // the reader has forbidden pages to store anything
  }
};

export const keep = (key, notes) => {
  try {
    localStorage.setItem(key, JSON.stringify(notes));
    return true;
  } catch {
    return false;
  }
};

// Make this page open without a network, and bring up to date what it did so with; tells whether it does.
export async function keepPage(files) {
  if (!navigator.serviceWorker || !("caches" in globalThis)) return false;
  const page = location.pathname, wanted = [page, ...files].map((each) => new URL(each, location.href).href);
  try {
    const cache = await caches.open(nameOf(page)), kept = new Set((await cache.keys()).map(({ url }) => url));
    await cache.addAll(wanted.filter((url, place) => !place || !kept.has(url)));
    await Promise.all([...kept].filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
    await navigator.serviceWorker.register(WORKER, { scope: page });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return !!navigator.serviceWorker.controller; // no network now: what was kept before is used
  }
}

// Delete the notes, and the page in every language it was kept in; some servers show it without its suffix.
export async function forget(key, pages) {
  localStorage.removeItem(key);
  if (!navigator.serviceWorker || !("caches" in globalThis)) return;
  const bare = (url) => new URL(url, location.href).href.replace(/\.html$/, ""), ours = pages.map(bare);
  for (const each of await navigator.serviceWorker.getRegistrations())
    if (ours.includes(bare(each.scope))) await each.unregister();
  for (const name of await caches.keys())
    if (name.startsWith(OURS) && ours.includes(bare(name.slice(OURS.length)))) await caches.delete(name);
}
