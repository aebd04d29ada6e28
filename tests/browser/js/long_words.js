// Put a word of 38 letters in front of every heading, link, cell, fact and label.
() => {
  const word = "Ekstremitetskonserveringsbehandlingerne";
  for (const one of document.querySelectorAll("h1, h2, h3, a, th, td, dt, dd, label, summary, button, .t, .meta, .flag, .kind"))
    if (!one.closest("svg") && !one.querySelector("svg:only-child")) one.prepend(`${word.slice(0, 38)} `);
}
