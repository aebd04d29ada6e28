// Shows what is new while somebody writes: the page is brought up to date where the reader is, faults lie over it.
const here = () => document.querySelector("script[data-kyndig]");
const PLACE = "kyndig-place";
let source;

// Connection: one for the tab that is looked at, because a browser opens only six to one server.

function connect() {
  if (source || document.hidden) return;
  const query = new URLSearchParams({ path: location.pathname, shown: here()?.dataset.kyndig ?? "" });
  source = new EventSource(`/~kyndig/events?${query}`);
  source.addEventListener("page", (event) => event.data !== here()?.dataset.kyndig && renew());
  source.addEventListener("moved", (event) => location.replace(JSON.parse(event.data) + location.hash));
  source.addEventListener("faults", (event) => faults(JSON.parse(event.data)));
  source.addEventListener("making", (event) => making(JSON.parse(event.data)));
}

function disconnect() {
  source?.close();
  source = undefined;
}

document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);

// A new page: what is the same stays, so that nothing jumps. A page with scripts of its own is loaded anew.

async function renew() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (scripts(document) || scripts(next)) {
    keepPlace();
    location.reload();
    return;
  }
  await styles(next);
  bring(document.documentElement, document.importNode(next.documentElement, true));
  document.dispatchEvent(new Event("kyndig:shown"));
}

const scripts = (page) => page.querySelector("script:not([data-kyndig]):not([type='application/ld+json'])");

// Wait for a new style sheet, so that the page is never seen without.
async function styles(next) {
  const old = [...document.querySelectorAll("link[rel=stylesheet]")].map((each) => each.getAttribute("href"));
  const fresh = [...next.querySelectorAll("link[rel=stylesheet]")].filter((each) => !old.includes(each.getAttribute("href")));
  await Promise.all(
    fresh.map(
      (each) =>
        new Promise((done) => {
          const link = document.importNode(each);
          link.onload = link.onerror = done;
          document.head.append(link);
        }),
    ),
  );
}

function bring(live, next) {
  if (live.isEqualNode(next)) return;
  if (!alike(live, next)) {
    live.replaceWith(next);
  } else if (live.nodeType === Node.ELEMENT_NODE) {
    attributes(live, next);
    children(live, next);
  } else {
    live.nodeValue = next.nodeValue;
  }
}

const alike = (one, other) => one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");

function attributes(live, next) {
  const open = live.nodeName === "DETAILS"; // whether it is open is the reader's choice
  for (const { name } of [...live.attributes]) if (!next.hasAttribute(name) && !(open && name === "open")) live.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (live.getAttribute(name) !== value && !(open && name === "open")) live.setAttribute(name, value);
}

function children(live, next) {
  const old = [...live.childNodes].filter((each) => !each.dataset?.kyndigOver);
  const fresh = [...next.childNodes];
  while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) old.shift(), fresh.shift();
  let after = null;
  while (old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1))) (after = old.pop()), fresh.pop();
  for (const each of fresh) {
    const same = old.findIndex((one) => one.isEqualNode(each));
    if (same >= 0) old.splice(0, same + 1).slice(0, -1).forEach((one) => one.remove());
    else if (old.length && alike(old[0], each)) bring(old.shift(), each);
    else live.insertBefore(each, old[0] ?? after);
  }
  old.forEach((each) => each.remove());
}

// The place on a page that is loaded anew: what stands at the top, what is open, what has the focus.

function path(element) {
  const steps = [];
  for (let each = element; each !== document.body; each = each.parentElement) {
    if (each.id) return [`#${CSS.escape(each.id)}`, ...steps].join(" > ");
    steps.unshift(`:nth-child(${[...each.parentElement.children].indexOf(each) + 1})`);
  }
  return ["body", ...steps].join(" > ");
}

function keepPlace() {
  const all = [...document.body.querySelectorAll("[id], li, p, h2, h3")];
  const top = all.find((each) => each.getBoundingClientRect().height && each.getBoundingClientRect().top >= 0);
  const details = [...document.querySelectorAll("details")].map((each) => [path(each), each.open]);
  const focused = document.activeElement;
  const place = {
    page: location.pathname,
    top: top && scrollY ? [path(top), top.getBoundingClientRect().top] : null,
    y: scrollY,
    details,
    focus: focused && focused !== document.body && document.body.contains(focused) ? path(focused) : null,
  };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
}

function takePlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (place?.page !== location.pathname) return;
  for (const [at, open] of place.details) {
    const found = document.querySelector(at);
    if (found?.nodeName === "DETAILS") found.open = open;
  }
  if (place.focus) document.querySelector(place.focus)?.focus({ preventScroll: true });
  const top = place.top && document.querySelector(place.top[0]);
  if (top) scrollBy({ top: top.getBoundingClientRect().top - place.top[1], behavior: "instant" });
  else scrollTo({ top: place.y, behavior: "instant" });
}

// What lies over the page, in a tree of its own that the page's style does not reach.

const STYLE = `
:host { all: initial; }
[hidden] { display: none !important; }
section, output { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; color: #fff; background: #12201b;
  font: 16px/1.5 system-ui, sans-serif; border-top: 6px solid #ffe566; }
section { max-height: 60vh; overflow: auto; padding: 1rem 1.5rem; }
section:focus-visible, button:focus-visible { outline: 3px solid #ffe566; outline-offset: -3px; }
output { display: block; padding: .5rem 1.5rem; border-top-width: 2px; }
h2 { font-size: 1rem; margin: 0 6rem .5rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 .75rem; overflow-wrap: anywhere; }
code { font: 14px/1.5 ui-monospace, monospace; color: #ffe566; }
b, span { display: block; font-weight: 400; }
button { position: absolute; top: .75rem; right: 1.5rem; font: inherit; color: inherit; background: #12201b; border: 2px solid;
  border-radius: 4px; padding: .25rem .75rem; cursor: pointer; }
@media print { section, output { display: none; } }
`;

function over() {
  const found = document.querySelector("[data-kyndig-over]");
  if (found) return found.shadowRoot;
  const host = document.createElement("kyndig-preview");
  host.dataset.kyndigOver = "yes";
  host.lang = "en";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  return root;
}

function element(name, text, ...inside) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...inside);
  return made;
}

function faults(rows) {
  const root = over();
  root.querySelector("section")?.remove();
  if (!rows.length) return;
  const close = element("button", "Hide");
  const box = element(
    "section",
    "",
    element("h2", rows.length > 1 ? "There are faults; this is the last good page." : "There is a fault; this is the last good page."),
    element("ul", "", ...rows.map(fault)),
    close,
  );
  box.setAttribute("role", "alert");
  box.setAttribute("aria-label", "Faults");
  box.tabIndex = 0; // so that keys can scroll it
  close.addEventListener("click", () => box.remove());
  root.append(box);
}

function fault({ place, code, message, remedy }) {
  const row = element("li", "", element("code", place), element("b", message));
  if (remedy) row.append(element("span", remedy));
  if (code) row.dataset.code = code;
  return row;
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector("[data-kyndig-over]")?.shadowRoot.querySelector("section")?.remove();
});

function making(progress) {
  const root = over();
  const line = root.querySelector("output") ?? root.appendChild(element("output"));
  line.hidden = !progress;
  if (progress) line.textContent = `Making all pages, because something here tells of them: ${progress[0]} of ${progress[1]}.`;
}

takePlace();
connect();
