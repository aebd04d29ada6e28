// Refine a list in place. Without this script every link of the bars leads to a page that is built already; with it
// the whole list answers at once, values of several facets are joined, and the address tells which.
const box = document.querySelector("[data-base]");
const { base, mark: own } = box.dataset; // `own` is the value that a page built for one is about
const status = box.querySelector("[role=status]");
status.tabIndex = -1;
const words = [...status.children].map((each) => each.dataset);
const clear = box.querySelector(".clear");
const facets = [...box.querySelectorAll("[data-facet]")];
const links = [...box.querySelectorAll("[data-v]")].map((a) => (
  { a, mark: a.dataset.v, page: a.href, title: a.firstChild.data.trim(), number: a.lastElementChild }
));
const rows = [...document.querySelectorAll("[data-f]")].map((li) => (
  { li, marks: li.dataset.f.split(" "), part: "of" in li.dataset, key: li.dataset.of || li.dataset.group || li }
));
const boxes = [...document.querySelectorAll("[data-box]")];
const wholes = [...document.querySelectorAll("[data-whole]")]; // pictures of the list as it was built
const translations = [...document.querySelectorAll("a[hreflang][rel=alternate]")].map((a) => [a, a.href]);

const facetOf = (mark) => mark.slice(0, mark.indexOf("."));
const fits = (row, wanted) => wanted.every((mark) => row.marks.includes(mark));

// What is chosen, as facet and mark; in the address a mark stands without its facet: ?region=dk-syddanmark
const read = () => {
  const query = new URLSearchParams(location.search);
  const names = facets.map((each) => each.dataset.facet).filter((name) => query.has(name));
  return own ? { [facetOf(own)]: own } : Object.fromEntries(names.map((name) => [name, `${name}.${query.get(name)}`]));
};
const search = (chosen) => {
  const pairs = Object.entries(chosen).map(([name, mark]) => [name, mark.slice(name.length + 1)]);
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
};
const toggled = (chosen, mark) => {
  const { [facetOf(mark)]: before, ...rest } = chosen;
  return before === mark ? rest : { ...rest, [facetOf(mark)]: mark };
};

// How many there would be for each value of a facet, given what is chosen in the others. A course counts once,
// whether it has the value itself or one of its dates has.
const tally = (chosen, name) => {
  const wanted = Object.entries(chosen).filter(([each]) => each !== name).map(([, mark]) => mark);
  const found = {};
  for (const row of rows.filter((each) => fits(each, wanted)))
    for (const mark of row.marks) if (facetOf(mark) === name) (found[mark] ||= new Set()).add(row.key);
  return found;
};

const showRows = (chosen) => {
  const wanted = Object.values(chosen);
  const keys = new Set(rows.filter((row) => fits(row, wanted)).map((row) => row.key));
  for (const row of rows) row.li.hidden = row.part ? !fits(row, wanted) : !keys.has(row.key);
  for (const each of boxes) each.hidden = !each.querySelector("[data-f]:not([hidden])");
  const shown = rows.filter((row) => !row.li.hidden);
  const main = shown.filter((row) => !row.part).length;
  const parts = shown.filter((row) => row.part && !row.li.classList.contains("cancelled")).length;
  const titles = links.filter(({ mark }) => wanted.includes(mark)).map(({ title }) => title).join(" + ");
  status.textContent = main
    ? (titles && `${titles}: `) + words.map(({ one, many }, place) => {
        const number = place ? parts : main;
        return (number === 1 ? one : many).replace("{count}", number);
      }).join(", ")
    : status.dataset.none;
};

const showBars = (chosen) => {
  for (const facet of facets) {
    const name = facet.dataset.facet;
    if (own && name === facetOf(own)) continue; // its links lead to the pages of its other values
    const found = tally(chosen, name);
    const here = links.filter((each) => facetOf(each.mark) === name);
    for (const { a, mark, page, number } of here) {
      const next = toggled(chosen, mark);
      const alone = next[name] && Object.keys(next).length === 1;
      const current = chosen[name] === mark;
      a.href = alone ? page : base + search(next);
      number.textContent = found[mark]?.size || 0;
      a.parentElement.hidden = !found[mark] && !current;
      current ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current");
    }
    const current = here.find((each) => each.mark === chosen[name]);
    facet.hidden = here.every((each) => each.a.parentElement.hidden);
    facet.firstElementChild.classList.toggle("on", !!current);
    facet.firstElementChild.lastElementChild.textContent = current ? `: ${current.title}` : "";
  }
};

const show = () => {
  const chosen = read();
  showBars(chosen);
  if (own) return;
  showRows(chosen);
  clear.hidden = !Object.keys(chosen).length;
  for (const each of wholes) each.hidden = !clear.hidden;
  for (const [a, href] of translations) a.href = href + search(chosen);
};

box.addEventListener("click", (event) => {
  const a = event.target.closest("[data-v], .clear");
  if (!a || own || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, "", base + (a === clear ? "" : search(toggled(read(), a.dataset.v))));
  show();
  if (a === clear) status.focus(); // the link itself has gone away
});
addEventListener("popstate", show);
show();
