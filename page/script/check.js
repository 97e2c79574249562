// What to check first: filtered by kind, ticked off one by one.
function checkList(root, words, checked, send) {
  const section = root.querySelector(".check");
  const entries = [...section.querySelectorAll("li")];
  if (!entries.length) return;
  const kinds = new Map();
  for (const entry of entries) {
    const kind = entry.dataset.kind;
    kinds.set(kind, { name: entry.querySelector(".kind").textContent, count: (kinds.get(kind)?.count ?? 0) + 1 });
  }
  const bar = document.createElement("div");
  bar.className = "kinds";
  const count = document.createElement("p");
  count.className = "count";
  count.setAttribute("role", "status");

  const filter = (kind, button) => {
    for (const entry of entries) entry.hidden = kind !== "" && entry.dataset.kind !== kind;
    for (const other of bar.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
    const more = section.querySelector("details");
    if (more && kind) more.open = true;
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
  for (const entry of entries) {
    const message = entry.querySelector(".message").textContent;
    const key = [entry.dataset.kind, entry.querySelector("a")?.getAttribute("href") ?? "", message].join("|");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = checked.includes(key);
    box.setAttribute("aria-label", words.mark_checked.replace("{what}", message));
    entry.classList.toggle("done", box.checked);
    box.addEventListener("change", () => {
      entry.classList.toggle("done", box.checked);
      tell();
      send({ issue: key, checked: box.checked });
    });
    entry.prepend(box);
  }
  section.querySelector("h2").after(bar, count);
  tell();
}
