// How a reader likes to read: size of the text, one side or both; remembered in this browser. "?" lists the keys.
const SIZES = [0.85, 1, 1.15, 1.35, 1.6];

function offerComfort(root, words) {
  const remembered = (name, otherwise) => localStorage.getItem(`entente-${name}`) ?? otherwise;
  const remember = (name, value) => localStorage.setItem(`entente-${name}`, value);
  const section = root.querySelector("section.text");
  const apply = () => {
    root.style.setProperty("--size", SIZES[remembered("size", 1)]);
    section.dataset.shown = remembered("shown", "both");
    for (const button of root.querySelectorAll(".comfort [data-shown]"))
      button.setAttribute("aria-pressed", button.dataset.shown === section.dataset.shown);
  };
  root.querySelector(".comfort")?.addEventListener("click", ({ target }) => {
    const { step, shown } = target.dataset;
    if (step) remember("size", Math.min(SIZES.length - 1, Math.max(0, Number(remembered("size", 1)) + Number(step))));
    if (shown) remember("shown", shown);
    apply();
    if (shown) root.querySelector(".comfort").hidePopover();
  });
  apply();
  openAtButtons(root);
  document.onkeydown = (event) => { // one for the page: the next briefing's takes its place
    const keys = root.querySelector(".keys");
    if (event.key === "?" && !event.target.closest?.("input, textarea, [contenteditable]") && keys?.isConnected) keys.togglePopover();
  };
}

// What a button of the bar opens stands below it, inside the window.
function openAtButtons(root) {
  for (const box of root.querySelectorAll(".bar .tools [popover]")) {
    const opener = root.querySelector(`[popovertarget="${box.id}"]`);
    box.addEventListener("toggle", ({ newState }) => {
      box.classList.toggle("placed", newState === "open");
      if (newState !== "open") return;
      const { left, top, bottom } = opener.getBoundingClientRect();
      const { offsetWidth, offsetHeight } = box;
      const above = bottom + offsetHeight + 8 > innerHeight && top > offsetHeight;
      box.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
      box.style.top = `${above ? top - offsetHeight - 4 : Math.max(8, Math.min(bottom + 4, innerHeight - offsetHeight - 8))}px`;
    });
  }
}

async function copyText(button, text, name, words) {
  await navigator.clipboard.writeText(text);
  button.textContent = words.copied;
  setTimeout(() => { button.textContent = name; }, 1500);
}

// Copies leave with their citations: the summary, one point, or the whole translation.
function offerCopies(root, words) {
  const button = (make) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.textContent = words.copy;
    made.addEventListener("click", () => copyText(made, make(), words.copy, words));
    return made;
  };
  const pointText = (point) => {
    const said = point.querySelector(".said").cloneNode(true);
    const places = [...said.querySelectorAll(".cite")].map((cite) => cite.textContent);
    for (const cite of said.querySelectorAll(".cite, .copy")) cite.remove();
    const before = point.querySelector(".before")?.textContent.trim(); // of two versions
    const text = [before, said.textContent.trim()].filter(Boolean).join(" → ");
    return places.length ? `${text} [${places.join(", ")}]` : text;
  };
  for (const table of root.querySelectorAll(".facts:not(.answers) details > table")) table.before(button(() => tableText(table)));
  const points = [...root.querySelectorAll(".summary ol > li")];
  for (const point of points) point.append(button(() => pointText(point)));
  const heading = root.querySelector(".summary h2");
  const whole = [...root.querySelectorAll(".summary .gist"), ...points];
  if (heading && points.length) heading.append(button(() => whole.map(pointText).join("\n\n")));
}

// With tabs, as tables are pasted into a text or a sheet: what is said, not the original beneath it.
function tableText(table) {
  const textOf = (cell) => (cell.querySelector(".said") ?? cell).textContent.trim().replace(/\s+/g, " ");
  return [...table.rows].map((row) => [...row.cells].map(textOf).join("\t")).join("\n");
}

function copyTranslation(root) {
  return [...root.querySelectorAll("section.text .row[data-s]")]
    .map((row) => {
      const label = row.querySelector(".margin .label")?.textContent.trim();
      const said = (row.querySelector(".target .said") ?? row.querySelector(".source")).textContent.trim();
      return (row.classList.contains("opens") ? "\n" : " ") + (label ? `${label} ${said}` : said);
    })
    .join("").replace(/\n/g, "\n\n").trim();
}
