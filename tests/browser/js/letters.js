// Say where each text stands and which colour it has, and take the letters away, so that what is behind can be seen.
selectors => {
  const told = selectors.map(selector => {
    const one = document.querySelector(selector), style = getComputedStyle(one), box = one.getBoundingClientRect();
    const drawn = one instanceof SVGElement, size = parseFloat(style.fontSize);
    return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height,
      colour: drawn ? style.fill : style.color, bold: style.fontWeight >= 600, size,
      shown: style.visibility === "visible" && one.checkVisibility()};
  });
  const sheet = document.createElement("style");
  sheet.id = "no-letters";
  sheet.textContent = "text, text *{visibility:hidden!important} *{-webkit-text-fill-color:transparent!important;text-decoration-line:none!important}";
  document.head.append(sheet);
  return told;
}
