// A procedure that is counted: buttons, the score where one is made, every attempt, and the rates of the department.
import { chart } from "./chart.js";
import { crossings, limits, sums } from "./cusum.js";
import { button, dayInShort, fill, inNumbers, make, today } from "./make.js";
import { areRates, byDay } from "./notes.js";

const SHARES = ["acceptable", "unacceptable", "alpha", "beta"]; // written in per cent, kept as shares
const mark = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function procedure(section, app) {
  const { key, rule } = section.dataset, scored = "cusum" in section.dataset, { say } = app, id = `p-${key}`;
  const attempts = () => app.notes.attempts[key] ?? [];
  const named = { "aria-describedby": id };
  const day = make("input", { type: "date", value: today(), max: today(), ...named });
  const said = make("p", { role: "status", class: "meta" }), figures = make("p"), score = make("div", { class: "score" });
  const table = make("table"), list = make("details", {}, make("summary", {}, say.attempts), table);

  const note = (outcome) => {
    if (!day.value || !day.validity.valid) return void (said.textContent = say.noDay);
    app.notes.attempts[key] = byDay([...attempts(), { id: mark(), date: day.value, ...(outcome && { outcome }) }]);
    app.changed();
    said.textContent = fill(say.noted, { n: attempts().length, outcome: say[outcome ?? "done"] });
  };
  const buttons = scored ? [button(say.succeeded, () => note("success"), "", named), button(say.failed, () => note("failure"), "quiet", named)]
    : [button(say.count, () => note(), "", named)];

  const remove = (place) => {
    app.notes.attempts[key] = attempts().filter((_, each) => each !== place);
    if (!attempts().length) delete app.notes.attempts[key];
    app.changed();
    said.textContent = fill(say.removed, { n: place + 1 });
    (table.querySelectorAll("button")[Math.min(place, attempts().length - 1)] ?? day).focus();
  };

  const showTable = (line) => {
    const heads = [say.number, say.date, scored && say.outcome, line && say.score].filter(Boolean);
    const row = ({ date, outcome }, place) => make("tr", {}, make("th", { scope: "row" }, `${place + 1}`), make("td", {}, dayInShort(date)),
      scored && make("td", {}, say[outcome]), line && make("td", { class: "sum" }, inNumbers(line[place])),
      make("td", { class: "act-cell" }, button("×", () => remove(place), "quiet", { "aria-label": fill(say.removeOne, { n: place + 1 }) })));
    table.replaceChildren(make("caption", { class: "vh" }, `${say.attempts}: ${section.querySelector("h3").textContent}`),
      make("thead", {}, make("tr", {}, heads.map((each) => make("th", { scope: "col", class: each === say.score && "sum" }, each)), make("th", { scope: "col", class: "act-cell" }, say.remove))),
      make("tbody", {}, attempts().map(row)));
    list.hidden = !attempts().length;
  };

  const showScore = () => {
    const rates = rule ? JSON.parse(rule) : app.notes.rules[key], outcomes = attempts().map(({ outcome }) => outcome);
    score.replaceChildren();
    if (!scored || !rates || !outcomes.length) return undefined;
    const bounds = limits(rates), line = sums(outcomes, bounds), found = crossings(line, bounds);
    const events = found.map(({ attempt, limit, back }) => fill(say[`${limit}${back ? "Back" : ""}`], { n: attempt }));
    const words = events.length ? events : [fill(say.neither, { n: line.length })];
    const values = { s: inNumbers(bounds.s), up: inNumbers(1 - bounds.s), lower: inNumbers(bounds.lower), upper: inNumbers(bounds.upper) };
    const title = fill(say.chart, { name: section.querySelector("h3").textContent, n: line.length });
    score.append(make("ul", { class: "crossings" }, words.map((each) => make("li", {}, each))),
      make("figure", { class: "pic" }, chart(line, outcomes, bounds, { upper: `h1 = ${values.upper}`, zero: "0", lower: `h0 = ${values.lower}` }, title),
        make("figcaption", {}, fill(say.legend, values))));
    return line;
  };

  app.shows.push(() => {
    const failures = attempts().filter(({ outcome }) => outcome === "failure").length, n = attempts().length;
    figures.replaceChildren(make("b", { class: "big" }, `${n}`), " ", scored ? fill(say.outcomes, { successes: n - failures, failures }) : n === 1 ? say.once : say.times);
    showTable(showScore());
  });
  const live = make("div", { class: "live" }, figures,
    make("div", { class: "bar" }, make("label", { class: "day" }, make("span", {}, say.date), day), buttons), said, score, list);
  section.append(live);
  if (scored && !rule) live.append(rates(section, app, id));
}

// The four numbers of a department; they count when all are there and fit together.
function rates(section, app, id) {
  const { key } = section.dataset, { say } = app, said = make("p", { role: "status", class: "meta" });
  const fields = SHARES.map((name, place) => make("input", { type: "number", min: "0.1", max: place < 2 ? "99.9" : "49.9", step: "any", inputmode: "decimal", "data-rate": name, "aria-describedby": id }));
  const show = () => {
    const rule = app.notes.rules[key];
    for (const field of fields) if (document.activeElement !== field && (rule || !fields.some((each) => each.value)))
      field.value = rule ? `${+(100 * rule[field.dataset.rate]).toFixed(6)}` : "";
  };
  const changed = () => {
    const rule = Object.fromEntries(fields.map((field) => [field.dataset.rate, field.value === "" ? NaN : +(field.valueAsNumber / 100).toFixed(8)]));
    const blank = fields.every((field) => field.value === "" && !field.validity.badInput), right = areRates(rule);
    if (right) app.notes.rules[key] = rule;
    else if (blank) delete app.notes.rules[key];
    said.textContent = right ? say.ratesKept : blank ? "" : say.ratesWrong;
    if (right || blank) app.changed();
  };
  for (const field of fields) field.addEventListener("change", changed);
  app.shows.push(show);
  return make("details", { class: "rates" }, make("summary", {}, say.rates),
    make("div", { role: "group", "aria-labelledby": id }, fields.map((field) => make("label", {}, make("span", {}, say[field.dataset.rate]), field)), said));
}
