// What is done with the notes as a whole: take along, bring in, print, delete.
import { csv, nameOf, save } from "./files.js";
import { fill, make } from "./make.js";
import { parse } from "./notes.js";
import { forget } from "./store.js";

const counted = (notes, say) => fill(say.holds, {
  competencies: Object.keys(notes.competencies).length, cards: Object.keys(notes.cards).length,
  attempts: Object.values(notes.attempts).flat().length,
});

function rows(app) {
  const { say, notes } = app, found = [[say.kind, say.number, say.name, say.state, say.date]];
  for (const list of document.querySelectorAll("[data-part]"))
    for (const { dataset: { key }, children } of list.children) {
      const { part } = list.dataset, reached = notes[part][key], name = [...children].find((each) => each.dataset.name).dataset.name;
      found.push([say[part], key, name, reached === undefined ? say.open : say.reached, reached ?? ""]);
    }
  for (const section of document.querySelectorAll("[data-count]"))
    for (const [place, { date, outcome }] of (notes.attempts[section.dataset.key] ?? []).entries())
      found.push([say.procedure, `${place + 1}`, section.dataset.name, say[outcome ?? "done"], date]);
  return found;
}

// The faults of a file in words, at most ten of them.
const told = (faults, say) => [
  ...faults.slice(0, 10).map(({ code, place, value }) => fill(say.faults[code], { place, value: value === undefined ? "–" : String(value).slice(0, 40) })),
  ...(faults.length > 10 ? [fill(say.faults.more, { n: faults.length - 10 })] : []),
];

export function tools(box, app) {
  const { say, about } = app, on = (name, act) => box.querySelector(`[data-do=${name}]`).addEventListener("click", act);
  const [deleting, importing] = ["delete", "import"].map((name) => document.querySelector(`dialog[data-ask=${name}]`));
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: true, "data-file": true });
  const alert = box.querySelector("[role=alert]");
  box.append(file);

  on("print", () => print());
  on("json", () => save(nameOf(about, "json"), "application/json", app.text()));
  on("csv", () => save(nameOf(about, "csv"), "text/csv", csv(rows(app))));
  on("delete", () => deleting.showModal());
  on("import", () => file.click());

  const answer = (dialog, act) => {
    for (const each of dialog.querySelectorAll("button"))
      each.addEventListener("click", () => {
        dialog.close();
        if (each.value !== "no") act(each.value);
      });
  };
  answer(deleting, async () => {
    await forget(about.key, about.pages);
    location.reload();
  });

  let brought;
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const { notes, faults } = parse(await chosen.text(), about);
    file.value = "";
    alert.replaceChildren();
    if (faults.length)
      return alert.append(make("div", { class: "note warn" }, make("strong", {}, say.refused), make("ul", {}, told(faults, say).map((each) => make("li", {}, each)))));
    brought = notes;
    importing.querySelector("[data-holds]").textContent = counted(notes, say);
    importing.showModal();
  });
  answer(importing, (how) => app.bring(brought, how));

  app.shows.push(() => (box.querySelector("[data-sum]").textContent = counted(app.notes, say)));
}
