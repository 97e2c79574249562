// Hovering a word lights up the words that it was translated into, or from. A row's links are "source start-source
// end-target start-target end", counted in UTF-16 units; its words become elements when the pointer first enters it.
function lightWords(root) {
  const wrap = (element, spans) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".gap") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    for (let start = 0; walker.nextNode(); start += walker.currentNode.length) nodes.push([walker.currentNode, start]);
    for (const [node, start] of nodes) {
      const edges = new Set([0, node.length]);
      for (const [from, to] of spans)
        for (const edge of [from - start, to - start]) if (edge > 0 && edge < node.length) edges.add(edge);
      const sorted = [...edges].sort((a, b) => a - b);
      const pieces = sorted.slice(1).map((end, position) => {
        const begin = sorted[position];
        const text = node.data.slice(begin, end);
        const links = spans.flatMap(([from, to], link) => (from <= begin + start && end + start <= to ? [link] : []));
        if (!links.length) return text;
        const word = document.createElement("span");
        word.dataset.w = links.join(" ");
        word.textContent = text;
        return word;
      });
      node.replaceWith(...pieces);
    }
  };
  const prepare = (row) => {
    const links = row.dataset.links.split(" ").map((link) => link.split("-").map(Number));
    wrap(row.querySelector(".source"), links.map(([from, to]) => [from, to]));
    wrap(row.querySelector(".said"), links.map(([, , from, to]) => [from, to]));
    delete row.dataset.links;
  };
  root.addEventListener("pointerover", (event) => {
    for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
    const row = event.target.closest?.(".row[data-links], .row:has([data-w])");
    if (!row) return;
    if (row.dataset.links) prepare(row);
    const word = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-w]");
    if (!word) return;
    const links = word.dataset.w.split(" ");
    for (const other of row.querySelectorAll("[data-w]"))
      if (other.dataset.w.split(" ").some((link) => links.includes(link))) other.classList.add("lit");
  });
}
