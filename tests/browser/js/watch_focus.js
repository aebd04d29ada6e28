// Number everything that takes the focus, in the order of the document, and note at each key what had it before.
() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(one =>
    one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
    && !(one.type === "radio" && one.name && document.querySelector(`input[name="${CSS.escape(one.name)}"]:checked`) !== one
         && document.querySelector(`input[name="${CSS.escape(one.name)}"]`) !== one));
  const name = one => `${one.localName}${one.id ? "#" + one.id : ""} “${(one.getAttribute("aria-label") ?? one.textContent).trim().replaceAll(/\s+/g, " ").slice(0, 40)}”`;
  const look = one => {
    const style = getComputedStyle(one);
    return {outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), shadow: style.boxShadow};
  };
  const plain = all.map(one => look(one).shadow), seen = [], faults = [];
  let last = null;
  const note = one => {
    if (one === last && one.type === "date") return;  // from day to month, say
    last = one;
    seen.push(all.indexOf(one));
    if (!all.includes(one)) { faults.push(`${name(one)} takes the focus out of turn`); return; }
    const {outline, shadow} = look(one);
    if (outline < 2 && (shadow === "none" || shadow === plain[all.indexOf(one)])) faults.push(`${name(one)}: no outline of 2 px or more`);
    const boxes = [...one.getClientRects()].filter(each => each.width && each.height);
    const inside = boxes.filter(each => each.bottom > 0 && each.top < innerHeight && each.right > 0 && each.left < innerWidth);
    if (!inside.length) { faults.push(`${name(one)}: not in the window when it has the focus`); return; }
    const free = inside.some(each => {
      const x = Math.min(Math.max((each.left + each.right) / 2, 1), innerWidth - 2), y = Math.min(Math.max((each.top + each.bottom) / 2, 1), innerHeight - 2);
      const top = document.elementFromPoint(x, y);
      return top && (one.contains(top) || top.contains(one) || (one.labels && [...one.labels].some(each => each.contains(top))));
    });
    if (!free) faults.push(`${name(one)}: covered when it has the focus`);
  };
  addEventListener("keydown", event => {
    if (event.key === "Tab" && document.activeElement !== document.body) note(document.activeElement);
  }, true);
  window.focusReport = () => ({count: all.length, names: all.map(name), seen: seen.splice(0), faults: faults.splice(0)});
  [window.firstStop, window.lastStop] = [all[0], all.at(-1)];
  window.innerStops = 3 * all.filter(one => one.type === "date").length;  // day, month, year and the calendar
  return all.length;
}
