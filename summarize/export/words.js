// Hovering a word lights up the words that it was translated into, or from, and leaves the text as it is: what a search
// painted stays. A row's links are "source start-source end-target start-target end", counted in UTF-16 units.
function lightWords(root) {
  if (!("highlights" in CSS)) return;
  const caret = (x, y) => {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y);
      return found && [found.offsetNode, found.offset];
    }
    const found = document.caretRangeFromPoint(x, y);
    return found && [found.startContainer, found.startOffset];
  };
  const textNodes = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".gap") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const offsetIn = (element, [node, offset]) => {
    let before = 0;
    for (const own of textNodes(element)) {
      if (own === node) return before + offset;
      before += own.length;
    }
    return -1;
  };
  const rangeIn = (element, start, end) => {
    const range = new Range();
    let before = 0;
    for (const node of textNodes(element)) {
      if (start >= before && start < before + node.length) range.setStart(node, start - before);
      if (end > before && end <= before + node.length) {
        range.setEnd(node, end - before);
        return range;
      }
      before += node.length;
    }
    return null;
  };
  const contains = (range, x, y) =>
    [...(range?.getClientRects() ?? [])].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);

  let asked = 0;
  const light = (x, y) => {
    CSS.highlights.delete("entente-lit");
    const element = document.elementFromPoint(x, y)?.closest(".source, .said");
    const row = element?.closest(".row[data-links]");
    const place = row && caret(x, y);
    if (!place) return;
    const offset = offsetIn(element, place);
    const links = row.dataset.links.split(" ").map((link) => link.split("-").map(Number));
    const [source, said] = [row.querySelector(".source"), row.querySelector(".said")];
    const own = element === source ? 0 : 2;
    const met = links.filter((link) =>
      link[own] <= offset && offset <= link[own + 1] && contains(rangeIn(element, link[own], link[own + 1]), x, y));
    const ranges = met.flatMap(([from, to, start, end]) => [rangeIn(source, from, to), rangeIn(said, start, end)]);
    if (ranges.length) CSS.highlights.set("entente-lit", new Highlight(...ranges.filter(Boolean)));
  };
  root.addEventListener("pointermove", (event) => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => light(event.clientX, event.clientY));
  });
  root.addEventListener("pointerleave", () => CSS.highlights.delete("entente-lit"));
}
