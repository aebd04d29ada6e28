// Ask the index for what the reader types, and show the answers by kind. What is asked stands in the address.
const $ = (selector) => document.querySelector(selector);
const box = $("#find"), found = $("#found"), field = $("#find-q");
const status = box.querySelector("[role=status]"), bar = box.querySelector(".bar");
const { index } = box.dataset, say = JSON.parse(box.dataset.words), kinds = new Map(say.kinds);
const AT_ONCE = 24, BEST = 3, IN_GROUP = 5;
const WEIGHTS = { title: 6, names: 6, parts: 2, words: 0.6, row: 0 };
let loading, names = [], all = [], turn = 0;

// The words of the site ---------------------------------------------------------------------------------------

// One spelling of a word for all: å and aa, æ and ae and e, ø and oe and o are the same.
const plain = (word) =>
  word.toLowerCase().replace(/aa|å/g, "a").replace(/ae|æ|ä/g, "e").replace(/oe|ø|ö/g, "o").normalize("NFD").replace(/\p{M}/gu, "");

// How many letters are wrong: one too many, too few, another, or two exchanged; more than `most` is as bad as any.
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
    .map((each, place) => ({ each, score: apart(key, each.key, most) + (place < names.length ? 0 : 0.5), key: each.key }))
    .filter(({ score }) => score < most + 1)
    .sort((a, b) => a.score - b.score || (b.key[0] === key[0]) - (a.key[0] === key[0]))
    .slice(0, count)
    .map(({ each }) => each.word);
}

// The word as the site writes it; undefined where the site has no such word.
function mended(word) {
  const key = plain(word);
  if (key.length < 4 || /\d/.test(word) || !all.length) return word;
  const start = all.find((each) => each.word.startsWith(word));
  if (start) return word;
  const same = all.find((each) => each.key === key) ?? all.find((each) => each.key.startsWith(key));
  if (same) return same.key === key ? same.word : same.word.slice(0, word.length + 1);
  const stem = all.some((each) => each.key.length > 3 && key.startsWith(each.key) && /^([enrst]{1,4}|ing|ed)$/.test(key.slice(each.key.length)));
  if (stem) return word;
  const near = nearest(word, key.length < 8 ? 1 : 2, 1)[0];
  if (near) return near;
  for (let cut = key.length - 4; cut > 3; cut--) {
    const tail = all.find((each) => each.key === key.slice(cut));
    const head = tail && all.find((each) => each.key.startsWith(key.slice(0, cut)));
    if (head) return `${key.slice(0, cut)} ${tail.word}`;
  }
}

// The index ---------------------------------------------------------------------------------------------------

function load() {
  return (loading ??= (async () => {
    const [module, answer] = await Promise.all([
      import(`${index}pagefind.js`),
      fetch(`${index}words.${document.documentElement.lang}.txt`, { cache: "no-cache" }),
    ]);
    const lines = answer.ok ? (await answer.text()).split("\n") : [];
    [names, all] = [lines[0], lines.slice(0, 2).join(" ")].map((line) => (line ?? "").split(" ").filter(Boolean).map((word) => ({ word, key: plain(word) })));
    await module.options({ noWorker: true, ranking: { metaWeights: WEIGHTS } });
    await module.filters();
    return module;
  })());
}

async function ask(words, filters) {
  const { search } = await load();
  const look = async (text) => {
    const answer = await search(text, { filters });
    return { hits: answer.results.filter((hit) => hit.score > 0), counts: answer.filters.kind ?? {} };
  };
  const whole = await look(words.join(" "));
  if (whole.hits.length >= BEST || words.length < 2) return whole;
  // Few pages have all the words: those with some of them follow, rare words counting more.
  const sums = new Map();
  for (const { hits } of await Promise.all(words.map(look)))
    for (const hit of hits) sums.set(hit.id, { hit, score: (sums.get(hit.id)?.score ?? 0) + hit.score });
  const first = new Set(whole.hits.map((hit) => hit.id));
  const rest = [...sums.values()].filter(({ hit }) => !first.has(hit.id)).sort((a, b) => b.score - a.score);
  return { hits: [...whole.hits, ...rest.map(({ hit }) => hit)], counts: {} };
}

// The page ----------------------------------------------------------------------------------------------------

function make(tag, options = {}, ...inner) {
  const element = Object.assign(document.createElement(tag), options);
  element.append(...inner);
  return element;
}

const address = (query, kind) => `?${new URLSearchParams(kind ? { q: query, kind } : { q: query })}`;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function row({ meta }, best) {
  const it = JSON.parse(meta.row);
  const small = it.small && make("small", { textContent: it.small });
  const number = it.number && make("a", { className: "n", href: it.href, tabIndex: -1, ariaHidden: "true" }, it.number, small || "");
  const flags = (it.flags ?? []).flatMap(([word, look]) => [" ", make("span", { className: `flag ${look}`, textContent: word })]);
  const detail = [best && it.label, it.meta].filter(Boolean).join(" · ");
  return make("li", {}, number || "", make("div", { className: number ? "" : "wide" },
    make("a", { className: "t", href: it.href, lang: it.lang ?? "", textContent: meta.title }), ...flags,
    detail ? make("span", { className: "meta", textContent: detail }) : "",
    it.lead ? make("span", { className: "meta", lang: it.leadLang ?? "", textContent: it.lead }) : ""));
}

function group(name, hits, extra = "", best = false) {
  const id = `g${found.childElementCount}`;
  const section = make("section", { className: "sec" }, make("h2", { id, textContent: name }),
    make("ul", { className: "rows" }, ...hits.map((hit) => row(hit, best))), extra);
  section.setAttribute("aria-labelledby", id);
  found.append(section);
  return section.querySelector("ul");
}

function link(query, kind, text, current) {
  const element = make("a", { href: address(query, kind), textContent: text });
  if (current) element.setAttribute("aria-current", "true");
  element.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", element.href);
    run(true);
  });
  return element;
}

const data = (hits, from) => Promise.all(hits.slice(from, from + AT_ONCE).map((hit) => hit.data()));

async function grouped(query, hits, counts) {
  const loaded = await data(hits, 0);
  group(say.best, loaded.slice(0, BEST), "", true);
  const by = Map.groupBy ? Map.groupBy(loaded.slice(BEST), (hit) => hit.filters.kind[0]) : new Map();
  for (const [kind, name] of kinds) {
    const own = by.get(kind) ?? [], count = counts[kind] ?? own.length;
    if (own.length) group(name, own.slice(0, IN_GROUP), count > own.length || own.length > IN_GROUP ? make("p", {}, link(query, kind, `${fill(say.every, { count })}: ${name}`)) : "");
  }
}

async function listed(kind, hits) {
  const list = group(kinds.get(kind) ?? kind, await data(hits, 0));
  const more = make("button", { className: "act quiet", type: "button", textContent: say.more });
  more.addEventListener("click", async () => {
    const before = list.childElementCount;
    list.append(...(await data(hits, before)).map((hit) => row(hit)));
    list.children[before].querySelector(".t").focus();
    if (list.childElementCount >= hits.length) more.remove();
  });
  if (hits.length > AT_ONCE) list.after(make("p", {}, more));
}

function filters(query, kind, counts) {
  const present = [...kinds].filter(([each]) => counts[each] || each === kind);
  bar.replaceChildren(...[["", say.all], ...present].map(([each, name]) => make("li", {}, link(query, each, counts[each] ? `${name} ${counts[each]}` : name, each === kind))));
  bar.parentElement.hidden = present.length < 2 && !kind;
}

async function run(keep) {
  const now = ++turn, asked = new URLSearchParams(location.search);
  const query = (asked.get("q") ?? "").trim(), kind = kinds.has(asked.get("kind")) ? asked.get("kind") : "";
  if (document.activeElement !== field) field.value = query;
  const typed = query.toLowerCase().match(/[\p{L}\d]+(?:[.-][\p{L}\d]+)*/gu) ?? [];
  if (!typed.length) {
    found.replaceChildren();
    [status.textContent, bar.parentElement.hidden, box.dataset.shown] = ["", true, query];
    return;
  }
  try {
    await load();
    const right = typed.map(mended), words = right.filter(Boolean);
    const { hits, counts } = await ask(words.length ? words : typed, kind ? { kind } : {});
    const loaded = words.length ? hits : [];
    if (now !== turn) return;
    found.replaceChildren();
    filters(query, kind, counts);
    if (loaded.length) await (kind ? listed(kind, loaded) : grouped(query, loaded, counts));
    else {
      const near = typed.flatMap((word) => nearest(word, 3, 3));
      if (near.length) found.append(make("p", {}, say.near, ...near.flatMap((word) => [" ", link(word, "", word)])));
    }
    const count = loaded.length, changed = words.join(" ") !== typed.join(" ") && count;
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
addEventListener("popstate", () => {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  run();
});
box.hidden = false;
if (location.search) run();
