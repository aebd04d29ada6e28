// Rows to tick, with the day it was reached. On paper the drawn box and the day in words stand for the fields.
import { dayInWords, make, today } from "./make.js";

export function ticks(list, part, app) {
  for (const row of list.children) {
    const { key } = row.dataset, name = row.querySelector(".t");
    name.id ||= `${part}-${key}`;
    const day = make("input", { type: "date", max: today(), "aria-describedby": name.id });
    const field = make("label", { class: "day", hidden: true }, make("span", {}, app.say.date), day);
    const box = make("input", { type: "checkbox", "aria-labelledby": name.id });
    const show = () => {
      const reached = app.notes[part][key];
      box.checked = reached !== undefined;
      if (document.activeElement !== day) day.value = reached ?? "";
      field.hidden = !box.checked;
      row.classList.toggle("done", box.checked);
      row.querySelector(".when").textContent = reached ? dayInWords(reached) : box.checked ? app.say.undated : app.say.date;
    };
    box.addEventListener("change", () => {
      if (box.checked) app.notes[part][key] = today();
      else delete app.notes[part][key];
      app.changed();
    });
    // While a day is being written by keys it has no value: the last whole one stays until the reader leaves the field.
    day.addEventListener("change", () => {
      if (!day.validity.valid) return;
      if (day.value || document.activeElement !== day) app.notes[part][key] = day.value;
      app.changed();
    });
    day.addEventListener("blur", () => {
      if (!day.validity.valid) {
        day.value = app.notes[part][key] ?? "";
        app.tell(app.say.noDay);
      } else if (app.notes[part][key] !== day.value && box.checked) {
        app.notes[part][key] = day.value;
        app.changed();
      }
    });
    row.querySelector(".box").before(box);
    row.append(field);
    app.shows.push(show);
  }
}
