// Ask the index for what the reader types, and show the answers by kind. The address says what is asked.
const [box, found, field, status, bar] = ["#find", "#found", "#find-q", "#find [role=status]", "#find .bar"].map((each) => document.querySelector(each));
const { index } = box.dataset, { lang } = document.documentElement, say = JSON.parse(box.dataset.words), kinds = new Map(say.kinds);
const AT_ONCE = 30, BEST = 3, IN_GROUP = 5;
const metaWeights = { title: 6, names: 6, parts: 3, words: 0.6, row: 0, kind: 0 };
const PRIOR = { competency: 1.2, course: 1.2, statement: 0.7, source: 0.7, term: 0.8 };
const INFLECTED = /^([enrst]{1,4}|ing|ed)$/;
const kindOf = new Map();
let loading, names = 0, all = [], turn = 0;

// å and aa, æ and ae and e, ø and oe and o are the same.
const plain = (word) =>
  word.toLowerCase().replace(/aa|å/g, "a").replace(/ae|æ|ä/g, "e").replace(/oe|ø|ö/g, "o").normalize("NFD").replace(/\p{M}/gu, "");

function apart(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last, row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] !== b[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}

function nearest(word, most, count) {
  const key = plain(word);
  return all
    .map((each, place) => ({ ...each, score: apart(key, each.key, most) + (place >= names) / 2 + (each.key[0] !== key[0]) / 4 }))
    .filter(({ score }) => score < most + 1)
    .sort((a, b) => a.score - b.score)
    .slice(0, count)
    .map(({ word }) => word);
}

// The word of which this is an inflection, or the word itself.
function stem(word) {
  const key = plain(word);
  for (let end = key.length - 1; end > 3; end--) {
    const shorter = INFLECTED.test(key.slice(end)) && all.find((each) => each.key === key.slice(0, end));
    if (shorter) return shorter.word;
  }
  return word;
}

// The word as the site writes it; undefined where the site has no such word.
function mended(word) {
  const key = plain(word);
  if (key.length < 4 || /\d/.test(word) || !all.length) return word;
  if (all.some((each) => each.word.startsWith(word))) return word;
  const same = all.find((each) => each.key === key) ?? all.find((each) => each.key.startsWith(key));
  if (same) return same.key === key ? same.word : same.word.slice(0, word.length + 1);
  const near = stem(word) === word ? nearest(word, key.length < 8 ? 1 : 2, 1)[0] : word;
  if (near) return near;
  for (let cut = key.length - 4; cut > 3; cut--) {
    const tail = all.find((each) => each.key === key.slice(cut));
    const head = tail && all.find((each) => each.key.startsWith(key.slice(0, cut)));
    if (head) return `${key.slice(0, cut)} ${tail.word}`;
  }
}

function load() {
  return (loading ??= (async () => {
    const [module, answer] = await Promise.all([
      import(`${index}pagefind.js`),
      fetch(`${index}words.${lang}.txt`, { cache: "no-cache" }),
    ]);
    const [first, rest = [], ...of] = (answer.ok ? await answer.text() : "").split("\n").map((line) => line.split(" "));
    [names, all] = [first.length, [...first, ...rest].filter(Boolean).map((word) => ({ word, key: plain(word) }))];
    for (const [kind, ...pages] of of) for (const page of pages) kindOf.set(page, kind);
    await module.options({ noWorker: true, ranking: { metaWeights } });
    return module;
  })());
}

async function ask(words) {
  const { search } = await load(), sums = new Map();
  const look = async (text) => {
    for (const hit of (await search(text)).results)
      if (hit.score > 0) sums.set(hit.id, { ...hit, score: hit.score + (sums.get(hit.id)?.score ?? 0) });
  };
  for (const text of new Set([words.join(" "), words.map(stem).join(" ")])) await look(text);
  // Few pages have all the words: those with some of them follow.
  const few = words.length > 1 && (sums.size < BEST || words.length > 3);
  if (few) for (const word of words) await look(word);
  const hits = [...sums.values()].sort((a, b) => b.score - a.score);
  return few ? hits.filter((hit) => hit.score > hits[0].score / 5) : hits;
}

const fit = (name, words) => {
  const parts = name.toLowerCase().match(/[\p{L}\d]+/gu)?.map(plain) ?? [];
  const same = parts.filter((part) => words.some((word) => {
    const enough = Math.max(4, Math.max(part.length, word.length) - 3);
    return part === word || (part.length >= enough && part.slice(0, enough) === word.slice(0, enough));
  }));
  return same.length ** 2 / (parts.length * words.length || 1);
};

async function data(hits, from, words) {
  const keys = words.map(plain), some = hits.slice(from, from + AT_ONCE);
  const read = await Promise.all(some.map(async (hit) => ({ ...(await hit.data()), score: hit.score, kind: kindOf.get(hit.id) })));
  for (const hit of read) {
    const fits = [hit.meta.title, ...(hit.meta.names ?? "").split(" · ")].map((name) => fit(name, keys));
    hit.score = hit.score ** 0.5 * (1 + 3 * Math.max(...fits)) * (PRIOR[hit.kind] ?? 1);
  }
  return read.sort((a, b) => b.score - a.score);
}

function make(tag, className, inner, attributes = {}) {
  const element = Object.assign(document.createElement(tag), { className, ...attributes });
  element.append(...[inner].flat().filter(Boolean));
  return element;
}

const address = (query, kind) => `?${new URLSearchParams(kind ? { q: query, kind } : { q: query })}`;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function row({ meta }, best) {
  const it = JSON.parse(meta.row), { href } = it, own = (of) => ({ lang: of ?? lang });
  const detail = [best && it.label, it.meta].filter(Boolean).join(" · ");
  return make("li", "", [
    it.number && make("a", "n", [it.number, it.small && make("small", "", it.small)], { href, tabIndex: -1, ariaHidden: "true" }),
    make("div", it.number ? "" : "wide", [
      make("a", "t", meta.title, { href, ...own(it.lang) }),
      ...(it.flags ?? []).flatMap(([word, look]) => [" ", make("span", `flag ${look}`, word)]),
      detail && make("span", "meta", detail),
      it.lead && make("span", "meta", it.lead, own(it.leadLang)),
    ]),
  ]);
}

function group(name, hits, extra, best) {
  const id = `g${found.childElementCount}`, list = make("ul", "rows", hits.map((hit) => row(hit, best)));
  const section = make("section", "sec", [make("h2", "", name, { id }), list, extra && make("p", "", extra)]);
  section.setAttribute("aria-labelledby", id);
  found.append(section);
  return list;
}

function link(query, kind, text, current) {
  const element = make("a", "", text, { href: address(query, kind) });
  if (current) element.setAttribute("aria-current", "true");
  element.onclick = (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    history.pushState(null, "", element.href);
    run(true);
  };
  return element;
}

function grouped(query, loaded, counts) {
  group(say.best, loaded.slice(0, BEST), "", true);
  for (const [kind, name] of kinds) {
    const own = loaded.slice(BEST).filter((hit) => hit.kind === kind), count = counts[kind];
    const rest = count > Math.min(own.length, IN_GROUP) && link(query, kind, `${say.all} ${count}: ${name}`);
    if (own.length) group(name, own.slice(0, IN_GROUP), rest);
  }
}

function listed(kind, hits, loaded, words) {
  const more = make("button", "act quiet", say.more, { type: "button" });
  const list = group(kinds.get(kind), loaded, hits.length > AT_ONCE && more);
  more.onclick = async () => {
    const before = list.childElementCount;
    list.append(...(await data(hits, before, words)).map((hit) => row(hit)));
    list.children[before].querySelector(".t").focus();
    if (list.childElementCount >= hits.length) more.remove();
  };
}

function filters(query, kind, counts) {
  const least = Object.values(counts).sort((a, b) => b - a)[7] ?? 1;
  const present = [...kinds].filter(([each]) => counts[each] >= least || each === kind);
  bar.replaceChildren(...[["", say.all], ...present].map(([each, name]) => make("li", "", link(query, each, `${name} ${counts[each] ?? ""}`, each === kind))));
  bar.parentElement.hidden = present.length < 2 && !kind;
}

async function run(keep) {
  const now = ++turn, asked = new URLSearchParams(location.search);
  const query = (asked.get("q") ?? "").trim(), kind = kinds.has(asked.get("kind")) ? asked.get("kind") : "";
  if (field.value.trim() !== query) field.value = query;
  const every = query.toLowerCase().match(/[\p{L}\d]+(?:[.-][\p{L}\d]+)*/gu) ?? [];
  const typed = every.filter((word) => every.length < 2 || /..|\d/.test(word));
  if (!typed.length) {
    found.replaceChildren();
    [status.textContent, bar.parentElement.hidden, box.dataset.shown] = ["", true, query];
    return;
  }
  try {
    await load();
    const words = typed.map(mended).filter(Boolean);
    const any = words.length ? await ask(words) : [], counts = {};
    for (const { id } of any) counts[kindOf.get(id)] = (counts[kindOf.get(id)] ?? 0) + 1;
    const hits = any.filter(({ id }) => !kind || kindOf.get(id) === kind), loaded = await data(hits, 0, words);
    if (now !== turn) return;
    found.replaceChildren();
    filters(query, kind, counts);
    if (loaded.length) kind ? listed(kind, hits, loaded, words) : grouped(query, loaded, counts);
    else {
      const near = typed.flatMap((word) => nearest(word, 3, 3));
      if (near.length) found.append(make("p", "", [say.near, ...near.flatMap((word) => [" ", link(word, "", word)])]));
    }
    const count = hits.length, changed = words.join(" ") !== typed.join(" ") && count;
    status.textContent = fill(count > 1 ? say.many : count ? say.one : say.none, { count, query }) + (changed ? ` ${fill(say.instead, { query: words.join(" ") })}` : "");
    if (keep) bar.querySelector("[aria-current]")?.focus();
  } catch {
    [loading, status.textContent] = [undefined, say.failed];
  }
  box.dataset.shown = query;
}

function typed(push) {
  const query = field.value.trim(), kind = new URLSearchParams(location.search).get("kind");
  history[push ? "pushState" : "replaceState"](null, "", query ? address(query, kind) : location.pathname);
  run();
}

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(typed, 200);
});
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  typed(true);
});
addEventListener("popstate", () => run());
box.hidden = false;
if (location.search) run();
