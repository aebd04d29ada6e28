// Say which targets are smaller than 24 by 24 px and have no room of that size around them (WCAG 2.5.8).
() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, summary")].filter(one =>
    one.checkVisibility({visibilityProperty: true}) && !one.closest(".skip, .vh"));
  const inline = one => {
    if (one.closest("svg") || getComputedStyle(one).display !== "inline") return false;
    const block = one.parentElement.closest("p, li, dd, dt, td, th, small, span.meta, .meta, figcaption, h1, h2, h3");
    if (!block) return false;
    const rest = block.textContent.replaceAll(/[\s·,.:;()–→-]+/g, "").length - [...block.querySelectorAll("a")].reduce((sum, each) => sum + each.textContent.replaceAll(/[\s·,.:;()–→-]+/g, "").length, 0);
    return rest > 2;
  };
  const boxes = all.map(one => one.getBoundingClientRect());
  const lines = all.map(one => [...one.getClientRects()].filter(each => each.width));  // a link may go on in the next line
  const small = box => box.width < 23.5 || box.height < 23.5;
  const centre = box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return all.flatMap((one, at) => {
    const box = boxes[at];
    if (!box.width || !small(box) || inline(one)) return [];
    const [x, y] = centre(box);
    const near = lines.findIndex((others, index) => {
      if (index === at || all[index].contains(one) || one.contains(all[index])) return false;
      return others.some(other => {
        const [u, v] = centre(other);
        if (small(boxes[index])) return Math.hypot(x - u, y - v) < 23.5;
        return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) < 11.75;
      });
    });
    return near < 0 ? [] : [`“${one.textContent.trim().slice(0, 30)}” is ${Math.round(box.width)} by ${Math.round(box.height)} px, too near to “${all[near].textContent.trim().slice(0, 30)}”`];
  });
}
