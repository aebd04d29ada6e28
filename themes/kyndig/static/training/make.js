// Elements, and words with what is put into them, as the reader's language writes days and numbers.
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

const { locale } = document.querySelector("#notes").dataset, UTC = { timeZone: "UTC" };
const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", ...UTC });
const short = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "2-digit", ...UTC });
const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });
export const dayInWords = (day) => long.format(new Date(`${day}T00:00:00Z`));
export const dayInShort = (day) => short.format(new Date(`${day}T00:00:00Z`));
export const inNumbers = (value) => number.format(value).replace("-", "−");
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
