// Say what does not fit: a page wider than its window, text outside of it or cut off, letters that leave their picture.
() => {
  const faults = [], wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  const name = one => (one.id ? `#${one.id}` : one.localName + (one.getAttribute("class") ? "." + one.getAttribute("class").trim().replaceAll(/\s+/g, ".") : ""))
    + ` “${one.textContent.trim().replaceAll(/\s+/g, " ").slice(0, 40)}”`;
  const hidden = one => one.closest(".vh, .skip, [aria-hidden=true] > .vh") || !one.checkVisibility({visibilityProperty: true});
  const clipped = one => getComputedStyle(one).clipPath !== "none";
  if (wide > room) faults.push(`the page is ${wide} px wide in ${room} px`);
  for (const one of document.body.querySelectorAll("*")) {
    if (hidden(one) || one.closest("svg")) continue;
    const own = [...one.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    const style = getComputedStyle(one);
    if (own && !clipped(one) && !(one.parentElement.closest("thead") && clipped(one.closest("thead")))) {
      for (const box of one.getClientRects())
        if (box.width && (box.right > room + 1 || box.left < -1)) { faults.push(`${name(one)} stands at ${Math.round(box.left)} to ${Math.round(box.right)} px`); break; }
    }
    if (style.display !== "inline" && !clipped(one) && one.localName !== "input") {
      if (style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) faults.push(`${name(one)} is cut off at the side`);
      if (["hidden", "clip"].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1) faults.push(`${name(one)} is cut off below`);
    }
  }
  for (const text of document.querySelectorAll("svg text")) {
    if (hidden(text)) continue;
    let root = text.ownerSVGElement;
    while (root.ownerSVGElement) root = root.ownerSVGElement;
    const box = text.getBoundingClientRect(), frame = root.getBoundingClientRect();
    const over = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
    if (box.width && over > 4) faults.push(`“${text.textContent.trim().slice(0, 40)}” leaves its picture by ${Math.round(over)} px`);
  }
  return faults;
}
