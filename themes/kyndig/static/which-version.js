// Which edition applies to a post: the table says it, this script only finds the row for two dates.
const box = document.querySelector(".which");
const [filled, advertised] = box.querySelectorAll("input");
const answer = box.querySelector("[aria-live]");
const rows = [...document.querySelectorAll("tr[data-since]")]; // newest first; the last is for all before

const words = (row) => {
  const first = document.createElement("strong");
  first.append(...row.cells[1].firstElementChild.cloneNode(true).childNodes);
  const choices = [...row.cells[2].querySelectorAll(".choice")]
    // a choice for posts that were advertised by a day does not concern one that was advertised later
    .filter(({ dataset }) => !dataset.advertised || !advertised.value || advertised.value <= dataset.advertised)
    .map(({ textContent }) => textContent);
  return [first, choices.join(" ")];
};

const show = () => {
  if (!filled.value) return answer.replaceChildren();
  const note = document.createElement("p");
  note.className = "note";
  const wrong = advertised.value > filled.value;
  note.append(...(wrong ? [box.dataset.wrong] : words(rows.find(({ dataset }) => dataset.since <= filled.value))));
  answer.replaceChildren(note);
};

box.addEventListener("input", show);
box.hidden = false;
show(); // a browser that goes back fills in what was written
