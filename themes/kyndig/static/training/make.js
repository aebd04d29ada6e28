// Elements, and words with what is put into them, as the reader's language writes days and numbers.
export const LANGUAGE = document.documentElement.lang;

export function make(tag, attributes = {}, ...inner) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  element.append(...inner.flat().filter((each) => each !== undefined && each !== false && each !== ""));
  return element;
}

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const button = (words, onclick, look = "quiet", more = {}) =>
  make("button", { type: "button", class: `act ${look}`, onclick, ...more }, words);

const long = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: "UTC" });
const short = new Intl.DateTimeFormat(LANGUAGE, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
const number = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });
export const dayInWords = (day) => long.format(new Date(`${day}T00:00:00Z`));
export const dayInShort = (day) => short.format(new Date(`${day}T00:00:00Z`));
export const inNumbers = (value) => number.format(value);
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
