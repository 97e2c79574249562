// A list of what to check: filtered by kind, ticked off one by one; Enter ticks one off and goes on to the next. What
// the reader corrected is done and stays; its correction is taken back, not its tick.
function checkList(section, words, checked, send) {
  const entries = [...section.querySelectorAll("li")];
  if (!entries.length) return;
  const kindsOf = (entry) => new Set([...entry.querySelectorAll(".reason")].map((reason) => reason.dataset.kind));
  const kinds = new Map();
  for (const entry of entries)
    for (const kind of kindsOf(entry)) {
      const name = entry.querySelector(`[data-kind="${kind}"] .kind`).textContent;
      kinds.set(kind, { name, count: (kinds.get(kind)?.count ?? 0) + 1 });
    }
  const bar = document.createElement("div");
  bar.className = "kinds";
  const count = document.createElement("p");
  count.className = "count";
  count.setAttribute("role", "status");

  const filter = (kind, button) => {
    for (const entry of entries) entry.hidden = kind !== "" && !kindsOf(entry).has(kind);
    for (const other of bar.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
    if (kind) for (const more of section.querySelectorAll("details:has(li)")) more.open = true;
  };
  const offer = (kind, name, total) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${name} ${total}`;
    button.setAttribute("aria-pressed", kind === "");
    button.addEventListener("click", () => filter(kind, button));
    bar.append(button);
  };
  if (kinds.size > 1) {
    offer("", words.all_kinds, entries.length);
    for (const [kind, { name, count: total }] of kinds) offer(kind, name, total);
  }
  const tell = () => {
    const done = entries.filter((entry) => entry.classList.contains("done")).length;
    count.textContent = words.checked_count.replace("{done}", done).replace("{total}", entries.length);
  };
  const goOn = (entry) => {
    const rest = entries.slice(entries.indexOf(entry) + 1).filter((other) => !other.hidden && !other.classList.contains("done"));
    if (!rest.length) return;
    reveal(rest[0]);
    rest[0].querySelector("input").focus();
  };
  for (const entry of entries) {
    const texts = (selector) => [...entry.querySelectorAll(selector)].map((found) => found.textContent);
    const { key } = entry.dataset; // another reason makes it a new thing to check
    const box = document.createElement("input");
    box.type = "checkbox";
    box.disabled = entry.classList.contains("settled");
    box.checked = box.disabled || checked.includes(key);
    box.setAttribute("aria-label", words.mark_checked.replace("{what}", [...texts(".where"), ...texts(".kind")].join(", ")));
    entry.classList.toggle("done", box.checked);
    const keep = () => {
      entry.classList.toggle("done", box.checked);
      tell();
      send({ issue: key, checked: box.checked });
    };
    box.addEventListener("change", keep);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (!box.checked) {
        box.checked = true;
        keep();
      }
      goOn(entry);
    });
    entry.prepend(box);
  }
  section.querySelector("ul").before(bar, count);
  tell();
}
