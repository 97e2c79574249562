// Rows come in groups, one group a frame, so that no task is long however long the document is. The parts of a long text
// are folded but for the first: what is folded costs no layout, and search, links and corrections reach it all the same.
function fillRows(section, parts, done) {
  const waiting = parts.flatMap(({ name, groups, open }, number) => {
    const part = document.createElement(name ? "details" : "div");
    part.className = "part";
    if (name) {
      part.innerHTML = `<summary>${name}</summary>`;
      part.open = open ?? number === 0;
    }
    section.append(part);
    return groups.map((html) => [part, html]);
  });
  const step = () => {
    if (!section.isConnected) return;
    const next = waiting.shift();
    if (!next) {
      done();
      return;
    }
    const group = document.createElement("div");
    group.className = "group";
    group.innerHTML = next[1];
    group.style.setProperty("--rows", group.childElementCount);
    next[0].append(group);
    requestAnimationFrame(step);
  };
  step();
}

// Whatever an element is folded into is opened.
function reveal(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

// The theme is Streamlit's, which a reader may set apart from the system's.
function followTheme(root) {
  const [red, green, blue] = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/[\d.]+/g);
  root.dataset.theme = 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
