// The notes of one training and their format, which docs/training.schema.json describes. Nothing here touches the page.
export const VERSION = 1;
const RATES = ["acceptable", "unacceptable", "alpha", "beta"];
const PARTS = ["competencies", "cards", "attempts", "rules"];
const LARGEST = 2_000_000;

export const empty = ({ format, curriculum, edition }) => (
  { format, version: VERSION, curriculum, edition, competencies: {}, cards: {}, attempts: {}, rules: {} }
);

export const isDay = (text) => {
  const day = typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(+day) && day.toISOString().startsWith(text);
};

export const areRates = (rule) =>
  RATES.every((name) => typeof rule[name] === "number") && rule.acceptable > 0 && rule.acceptable < rule.unacceptable &&
  rule.unacceptable < 1 && [rule.alpha, rule.beta].every((risk) => risk > 0 && risk < 0.5);

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// What the notes are of is compared first: of other notes it would say little that something in them is unknown.
export function parse(text, about) {
  if (text.length > LARGEST) return { faults: [{ code: "size" }] };
  let notes;
  try {
    notes = JSON.parse(text);
  } catch {
    return { faults: [{ code: "json" }] };
  }
  if (!isObject(notes) || notes.format !== about.format) return { faults: [{ code: "format" }] };
  if (notes.version !== VERSION) return { faults: [{ code: "version", value: notes.version }] };
  for (const code of ["curriculum", "edition"])
    if (notes[code] !== about[code]) return { faults: [{ code, value: notes[code] }] };
  const faults = [...faultsOf(notes, about)];
  return { notes: { ...empty(about), ...notes }, faults };
}

function* faultsOf(notes, about) {
  const known = [...Object.keys(empty(about))];
  for (const name of Object.keys(notes)) if (!known.includes(name)) yield { code: "key", value: name };
  for (const part of PARTS) {
    if (!(part in notes)) continue;
    if (!isObject(notes[part])) yield { code: "shape", place: part };
    else for (const [key, value] of Object.entries(notes[part])) yield* CHECKS[part](key, value, about, `${part}, ${key}`, part);
  }
}

function* ofTick(key, value, about, place, part) {
  if (!about[part].has(key)) yield { code: "unknown", place: part, value: key };
  else if (value !== "" && !isDay(value)) yield { code: "date", place, value };
}

function* ofAttempts(key, value, about, place) {
  if (!about.procedures.has(key)) return yield { code: "unknown", place: "attempts", value: key };
  if (!Array.isArray(value)) return yield { code: "shape", place };
  const outcomes = about.procedures.get(key) ? ["success", "failure"] : [undefined], ids = new Set();
  for (const [number, each] of value.entries()) {
    const here = `${place}, ${number + 1}`, { id, date, outcome, ...rest } = isObject(each) ? each : {};
    if (typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id) || ids.has(id) || Object.keys(rest).length) yield { code: "shape", place: here };
    if (!isDay(date)) yield { code: "date", place: here, value: date };
    if (!outcomes.includes(outcome)) yield { code: "outcome", place: here, value: outcome };
    ids.add(id);
  }
}

function* ofRule(key, value, about, place) {
  if (!about.procedures.get(key)) yield { code: "unknown", place: "rules", value: key };
  else if (!isObject(value) || Object.keys(value).some((name) => !RATES.includes(name)) || !areRates(value)) yield { code: "rates", place };
}

const CHECKS = { competencies: ofTick, cards: ofTick, attempts: ofAttempts, rules: ofRule };

export const byDay = (attempts) => [...attempts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

// What both have stays once: of two days the earlier, of two rules the one that is here already.
export function merge(here, other) {
  const ticks = (part) => {
    const both = { ...other[part], ...here[part] };
    for (const key of Object.keys(both)) both[key] = [here[part][key], other[part][key]].filter(Boolean).sort()[0] ?? "";
    return both;
  };
  const attempts = {};
  for (const key of new Set([...Object.keys(here.attempts), ...Object.keys(other.attempts)])) {
    const own = here.attempts[key] ?? [], ids = new Set(own.map(({ id }) => id));
    attempts[key] = byDay([...own, ...(other.attempts[key] ?? []).filter(({ id }) => !ids.has(id))]);
  }
  return { ...here, competencies: ticks("competencies"), cards: ticks("cards"), attempts, rules: { ...other.rules, ...here.rules } };
}
