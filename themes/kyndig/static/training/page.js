// My training: until the reader asks, this page is a list to print. Then notes are kept in this browser, and nowhere else.
import { make, fill } from "./make.js";
import { empty, merge, parse } from "./notes.js";
import { procedure } from "./procedures.js";
import { keep, keepPage, read } from "./store.js";
import { ticks } from "./ticks.js";
import { tools } from "./tools.js";

const box = document.querySelector("#notes"), say = JSON.parse(box.dataset.words), about = JSON.parse(box.dataset.about);
const lists = [...document.querySelectorAll("[data-part]")], sections = [...document.querySelectorAll("[data-count]")];
for (const part of ["competencies", "cards"])
  about[part] = new Set(lists.filter((list) => list.dataset.part === part).flatMap((list) => [...list.children].map((row) => row.dataset.key)));
about.procedures = new Map(sections.map(({ dataset }) => [dataset.key, "cusum" in dataset]));
const ask = box.querySelector("[data-asking]"), kept = box.querySelector("[data-kept]"), status = box.querySelector("[data-said]");

const app = {
  say, about, notes: undefined, shows: [], raw: undefined,
  text: () => app.raw ?? `${JSON.stringify(app.notes, null, 1)}\n`,
  show: () => app.shows.forEach((each) => each()),
  tell: (words) => (status.textContent = words),
  changed() {
    app.tell(keep(about.key, app.notes) ? "" : say.full);
    app.show();
  },
  bring(notes, how) {
    app.notes = how === "merge" ? merge(app.notes, notes) : notes;
    app.changed();
    app.tell(say.imported);
  },
};

// Notes may know more than the page, when an author has taken something away: that is kept, and not shown.
function load(text) {
  const { notes, faults } = parse(text, about), grave = faults.filter(({ code }) => code !== "unknown");
  [app.notes, app.raw] = grave.length ? [empty(about), text] : [notes, undefined];
  return !grave.length;
}

function start() {
  ask.hidden = true;
  kept.hidden = false;
  tools(kept, app);
  if (app.raw) {
    for (const each of kept.querySelectorAll("[data-do]")) each.hidden = !["json", "delete"].includes(each.dataset.do);
    kept.querySelector("[role=alert]").append(make("p", { class: "note warn" }, make("strong", {}, say.broken)));
    return;
  }
  document.querySelector("article").classList.add("live-notes");
  for (const list of lists) ticks(list, list.dataset.part, app);
  for (const section of sections) procedure(section, app);
  app.show();
  keepPage(box.dataset.files.split(" ")).then((works) => {
    kept.querySelector("[data-offline]").textContent = works ? say.offline : say.onlineOnly;
    kept.dataset.ready = works;
  });
  // Another tab may have written: what is shown is what is kept.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === about.key && newValue === null) location.reload();
    else if (key === about.key && load(newValue)) app.show();
  });
}

for (const { key, edition, href } of about.others)
  if (read(key) !== null) box.append(make("p", { class: "note quiet" }, make("a", { href }, fill(say.other, { edition }))));

const before = read(about.key);
if (before !== null) {
  load(before);
  start();
} else {
  ask.hidden = false;
  ask.querySelector("button").addEventListener("click", () => {
    app.notes = empty(about);
    if (!keep(about.key, app.notes)) return app.tell(say.forbidden);
    start();
    kept.querySelector("h3").focus();
  });
}
