// The page for a wrong address: fill in the search, and list the pages whose address is nearest.
const words = (path) => decodeURIComponent(path).toLowerCase().replace(/\.html?$|\/$/, "").replace(/\/index$/, "");
const pairs = (text) => [...text].slice(1).map((letter, i) => text[i] + letter);
const like = (a, b) => {
  const [one, two] = [pairs(a), pairs(b)];
  const rest = [...two];
  const same = one.filter((pair) => rest.includes(pair) && rest.splice(rest.indexOf(pair), 1));
  return (2 * same.length) / (one.length + two.length || 1);
};
const last = (path) => path.split("/").pop();
let wrong = location.pathname;
try { wrong = words(wrong); } catch { /* an address that cannot be decoded is compared as it is */ }

const field = document.querySelector("#find-q");
if (field && !field.value) field.value = last(wrong).replace(/[-_+.\d]+/g, " ").trim();

async function show(box) {
  const base = box.dataset.base;
  const path = wrong.startsWith(base) ? wrong.slice(base.length) : wrong.replace(/^\//, "");
  if (!path) return;
  const answer = await fetch(box.dataset.names);
  if (!answer.ok) return;
  const near = (await answer.json())
    .map(([to, title]) => {
      const other = words(to);
      return { to, title, score: Math.max(like(path, other), 0.95 * like(last(path), last(other))) };
    })
    .filter((each) => each.score > 0.45)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
  const list = box.querySelector("ul");
  for (const { to, title } of near) {
    const [row, wide, link, where] = ["li", "div", "a", "span"].map((tag) => document.createElement(tag));
    Object.assign(link, { className: "t", href: base + to, textContent: title });
    [wide.className, where.className, where.textContent] = ["wide", "meta", base + to];
    wide.append(link, where);
    row.append(wide);
    list.append(row);
  }
  box.hidden = !near.length;
}

// A page for all languages has a list for each: only that of the address is asked for.
const boxes = [...document.querySelectorAll("[data-names]")];
const own = boxes.filter((box) => location.pathname.startsWith(box.dataset.base));
for (const box of own.length ? own : boxes) show(box).catch(() => {});
