// The line of a score as a picture: places in per cent and letters in rem, as in the site's other pictures.
const SPACE = "http://www.w3.org/2000/svg";

function draw(tag, attributes, ...inner) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inner);
  return element;
}

// `names` are the words at the limits and at zero, `title` says what the picture shows.
export function chart(line, outcomes, { lower, upper }, names, title) {
  const values = [0, ...line], high = Math.max(upper, ...values), low = Math.min(lower, ...values);
  const room = (high - low) * 0.08, top = high + room, height = top - low + room;
  const x = (place) => `${((100 * place) / line.length).toFixed(3)}%`;
  const y = (value) => `${((100 * (top - value)) / height).toFixed(3)}%`;
  const level = (value, look, words) => [
    draw("line", { class: look, x1: "0%", x2: "100%", y1: y(value), y2: y(value) }),
    draw("text", { class: "e", x: "100%", y: y(value), dy: "-.35em" }, words),
  ];
  const steps = line.map((value, place) => draw("line", {
    class: "step", x1: x(place), y1: y(values[place]), x2: x(place + 1), y2: y(value),
  }));
  const marks = line.map((value, place) => {
    const failed = outcomes[place] === "failure", at = { x: x(place + 1), y: y(value) };
    return failed ? draw("svg", { ...at, overflow: "visible" }, draw("path", { class: "cross", d: "M-5-5 5 5M-5 5 5-5" }))
      : draw("circle", { class: "hit", cx: at.x, cy: at.y, r: line.length > 60 ? ".12rem" : ".2rem" });
  });
  return draw("svg", { height: "15rem", role: "img" }, draw("title", {}, title),
    ...level(upper, "now", names.upper), ...level(0, "ax", names.zero), ...level(lower, "now", names.lower), ...steps, ...marks);
}
