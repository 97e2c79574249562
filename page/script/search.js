// Search in both languages: case and accents don't count, hits are painted over the text without touching it.
function bare(letter) {
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function foldText(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return { folded: text.toLowerCase(), places: null };
  let folded = "";
  const places = [];
  for (let index = 0; index < text.length; index += 1)
    for (const letter of text[index] < "\x80" ? text[index].toLowerCase() : bare(text[index])) {
      folded += letter;
      places.push(index);
    }
  return { folded, places };
}

function searchRows(root, words, go) {
  const field = root.querySelector("input.search");
  const count = root.querySelector(".found");
  let hits = [];
  let at = -1;
  let texts = null;

  const collect = () => {
    texts = [];
    for (const element of root.querySelectorAll(".row .source:not(:has(.said)), .row .said, .row .original")) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let whole = "";
      const nodes = [];
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: whole.length });
        whole += walker.currentNode.data;
      }
      texts.push({ nodes, ...foldText(whole) });
    }
  };
  const place = (nodes, index) => {
    let found = nodes[0];
    for (const candidate of nodes) if (candidate.start <= index) found = candidate;
    return [found.node, index - found.start];
  };
  const rangeOf = ({ nodes, places }, start, length) => {
    const range = new Range();
    const end = start + length - 1;
    range.setStart(...place(nodes, places ? places[start] : start));
    const [node, last] = place(nodes, places ? places[end] : end);
    range.setEnd(node, last + 1);
    return range;
  };
  const paint = () => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.set("entente-found", new Highlight(...hits));
    if (at >= 0) CSS.highlights.set("entente-current", new Highlight(hits[at]));
    else CSS.highlights.delete("entente-current");
  };
  const show = (position) => {
    at = hits.length ? (position + hits.length) % hits.length : -1;
    paint();
    count.textContent = !field.value.trim() ? "" : hits.length
      ? words.search_count.replace("{position}", at + 1).replace("{count}", hits.length)
      : words.search_none;
    for (const button of root.querySelectorAll(".step")) button.disabled = hits.length < 2;
    if (at < 0) return;
    const row = hits[at].startContainer.parentElement.closest(".row");
    reveal(row);
    row.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const search = () => {
    const { folded: wanted } = foldText(field.value.trim());
    hits = [];
    if (wanted && !texts) collect();
    for (const text of wanted ? texts : [])
      for (let start = text.folded.indexOf(wanted); start >= 0; start = text.folded.indexOf(wanted, start + wanted.length))
        hits.push(rangeOf(text, start, wanted.length));
    show(0);
  };
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") show(at + (event.shiftKey ? -1 : 1));
    if (event.key === "Escape") {
      field.value = "";
      search();
    }
  });
  root.querySelector(".step.previous").addEventListener("click", () => show(at - 1));
  root.querySelector(".step.next").addEventListener("click", () => show(at + 1));
  return () => { texts = null; };
}
