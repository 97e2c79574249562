// Rows come in groups, one group a frame, so that no task is long however long the document is.
function fillRows(section, groups, done) {
  let next = 0;
  const step = () => {
    if (!section.isConnected) return;
    const group = document.createElement("div");
    group.className = "group";
    group.innerHTML = groups[next];
    section.append(group);
    next += 1;
    if (next < groups.length) requestAnimationFrame(step);
    else done();
  };
  if (groups.length) step();
  else done();
}

// The theme is Streamlit's, which a reader may set apart from the system's.
function followTheme(root) {
  const [red, green, blue] = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor.match(/[\d.]+/g);
  root.dataset.theme = 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
