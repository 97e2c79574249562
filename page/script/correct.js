// In a row of two versions the later one's.
const saidOf = (row) => (row.querySelector(".target") ?? row).querySelector(".said");

// A translation is corrected in its place; the session and the downloads have it at once.
function correctRows(root, words, send) {
  const open = (button) => {
    const row = button.closest(".row");
    const said = saidOf(row);
    if (row.querySelector("textarea")) return;
    const form = document.createElement("form");
    form.className = "correction";
    const field = document.createElement("textarea");
    field.value = said.textContent;
    field.lang = said.lang;
    field.dir = said.dir;
    field.setAttribute("aria-label", button.getAttribute("aria-label"));
    const save = document.createElement("button");
    save.textContent = words.save;
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.textContent = words.cancel;
    const close = () => {
      form.remove();
      said.hidden = false;
      button.focus();
    };
    const keep = () => {
      const text = field.value.trim().replace(/\s+/g, " ");
      field.setCustomValidity(text ? "" : words.correction_empty);
      if (!form.reportValidity()) return;
      if (text !== said.textContent) {
        said.textContent = text;
        row.classList.add("corrected");
        send({ segment: Number(row.dataset.s), text });
      }
      close();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
    });
    cancel.addEventListener("click", close);
    field.addEventListener("input", () => field.setCustomValidity(""));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
    });
    form.append(field, save, cancel);
    said.hidden = true;
    said.after(form);
    field.focus();
  };
  const take = (wording) => {
    const row = wording.closest(".row");
    const said = saidOf(row);
    const own = [...said.childNodes].filter((node) => !node.classList?.contains("gap")).map((node) => node.textContent).join("");
    const [start, end] = wording.dataset.place.split("-").map(Number);
    const text = own.slice(0, start) + wording.textContent + own.slice(end);
    said.textContent = text;
    row.classList.add("corrected");
    send({ segment: Number(row.dataset.s), text });
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button.correct");
    if (button) open(button);
    const wording = event.target.closest(".wording");
    if (wording) take(wording);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(".wording")) take(event.target);
  });
}

function offerCorrections(root, words) {
  for (const wording of root.querySelectorAll(".wording:not([role])")) {
    wording.setAttribute("role", "button");
    wording.tabIndex = 0;
    wording.title = words.use_other.replace("{other}", wording.textContent);
  }
  for (const row of root.querySelectorAll(".row[data-s]:not(.offered)")) {
    const target = row.querySelector(".target");
    if (!target) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "correct";
    button.textContent = "✎";
    button.setAttribute("aria-label", words.correct.replace("{number}", Number(row.dataset.s) + 1));
    target.append(button);
    row.classList.add("offered");
  }
}

// After a correction the checks ran again: corrected rows and all that stands above the text are put in place anew.
function renewCorrected(root, data, check) {
  root.dataset.revision = data.revision;
  for (const [segment, html] of Object.entries(data.edited)) {
    const row = root.querySelector(`.row[data-s="${segment}"]`);
    if (!row || row.querySelector("form")) continue;
    const focused = row.contains(document.activeElement);
    row.outerHTML = html;
    offerCorrections(root, data.words);
    if (focused) root.querySelector(`.row[data-s="${segment}"] .correct`).focus();
  }
  const key = document.activeElement?.closest(".check li")?.dataset.key; // who ticks lines off goes on where they were
  putAbove(root, data);
  check();
  if (key) root.querySelector(`.check li[data-key="${CSS.escape(key)}"] input`)?.focus({ preventScroll: true });
}

// Head, summary, checks and facts; what the reader folded or unfolded stays so.
function putAbove(root, data) {
  for (const [name, html] of Object.entries(data.slots)) {
    const slot = root.querySelector(`[data-slot="${name}"]`);
    const folds = [...slot.querySelectorAll("details")].map((fold) => fold.open);
    slot.innerHTML = html;
    for (const [position, fold] of [...slot.querySelectorAll("details")].entries()) fold.open = folds[position] ?? fold.open;
  }
  offerCopies(root, data.words);
}
