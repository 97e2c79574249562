// In a row of two versions the later one's.
const saidOf = (row) => (row.querySelector(".target") ?? row).querySelector(".said, .excerpt");

// A translation is corrected in its place, in the text or in a list of what to check; the downloads have it at once.
function correctRows(root, words, send) {
  const put = (segment, text) => {
    const row = root.querySelector(`section.text .row[data-s="${segment}"]`);
    saidOf(row).textContent = text ?? root.told.restorable[segment];
    row.classList.toggle("corrected", text !== null);
    send({ segment: Number(segment), text });
  };
  const open = (button) => {
    const place = button.closest(".row, .check li");
    if (place.querySelector("textarea")) return;
    const { segment } = button.dataset;
    const said = saidOf(place);
    const before = ownText(saidOf(root.querySelector(`section.text .row[data-s="${segment}"]`)));
    const form = document.createElement("form");
    form.className = "correction";
    const field = document.createElement("textarea");
    field.value = before;
    field.lang = said.lang;
    field.dir = said.dir;
    field.setAttribute("aria-label", button.getAttribute("aria-label"));
    const close = () => {
      form.remove();
      said.hidden = false;
      button.focus();
    };
    const keep = () => {
      const text = field.value.trim().replace(/\s+/g, " ");
      field.setCustomValidity(text ? "" : words.correction_empty);
      if (!form.reportValidity()) return;
      if (text !== before) put(segment, text);
      close();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
    });
    field.addEventListener("input", () => field.setCustomValidity(""));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
    });
    const save = document.createElement("button");
    save.textContent = words.save;
    form.append(field, save, smallButton("cancel", words.cancel, close));
    const former = root.told.restorable[segment];
    if (former !== undefined) {
      const back = smallButton("take-back", words.take_back, () => {
        close();
        put(segment, null);
      });
      back.title = former;
      form.append(back);
    }
    for (const { text } of root.told.remarks[segment] ?? []) form.append(remark(text));
    said.hidden = true;
    said.after(form);
    field.focus();
  };
  const take = (wording) => {
    const row = wording.closest(".row");
    const own = ownText(saidOf(row));
    const [start, end] = wording.dataset.place.split("-").map(Number);
    put(row.dataset.s, own.slice(0, start) + wording.textContent + own.slice(end));
  };
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button.correct");
    if (button) open(button);
    const undo = target.closest("button.undo");
    if (undo) put(undo.dataset.segment, null);
    const wording = target.closest(".wording");
    if (wording) take(wording);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(".wording")) take(event.target);
  });
}

// A translation without what stands around it in its block.
function ownText(said) {
  return [...said.childNodes].filter((node) => !node.classList?.contains("gap")).map((node) => node.textContent).join("");
}

function smallButton(name, text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = text;
  if (act) button.addEventListener("click", act);
  return button;
}

function remark(text) {
  const note = document.createElement("p");
  note.className = "note remark";
  note.textContent = text;
  return note;
}

function offerCorrections(root, words) {
  for (const wording of root.querySelectorAll(".wording:not([role])")) {
    wording.setAttribute("role", "button");
    wording.tabIndex = 0;
    wording.title = words.use_other.replace("{other}", wording.textContent);
  }
  const offer = (place, segment) => {
    const button = smallButton("correct", "✎");
    button.dataset.segment = segment;
    button.setAttribute("aria-label", words.correct.replace("{number}", Number(segment) + 1));
    place.append(button);
  };
  const offerUndo = (place, segment) => {
    const former = root.told.restorable[segment];
    if (former === undefined) return;
    const undo = smallButton("undo", "↶");
    undo.dataset.segment = segment;
    undo.title = `${words.take_back}: ${former}`;
    undo.setAttribute("aria-label", words.take_back);
    place.append(undo);
  };
  for (const row of root.querySelectorAll(".row[data-s]:not(.offered)")) {
    const target = row.querySelector(".target");
    if (!target) continue;
    const segment = row.dataset.s;
    row.classList.add("offered");
    for (const { text, lacks } of root.told.remarks[segment] ?? []) if (lacks) target.append(remark(text));
    offer(target, segment);
    offerUndo(target, segment);
  }
  for (const entry of root.querySelectorAll(".check li:has(.excerpt):not(.offered)")) {
    entry.classList.add("offered");
    const link = entry.querySelector(".where a");
    const tools = document.createElement("span");
    link.after(tools);
    const segment = Number(link.hash.slice(2)) - 1;
    offer(tools, segment);
    offerUndo(tools, segment);
  }
}

// After a correction the checks ran again: changed rows and all that stands above the text are put in place anew.
function renewCorrected(root, data, check) {
  root.dataset.revision = data.revision;
  for (const [segment, html] of Object.entries(data.edited)) {
    const row = root.querySelector(`.row[data-s="${segment}"]`);
    if (!row || row.querySelector("form")) continue;
    const focused = row.contains(document.activeElement);
    row.outerHTML = html;
    offerCorrections(root, data.words);
    if (focused) root.querySelector(`.row[data-s="${segment}"] .correct`).focus({ preventScroll: true });
  }
  for (const [place, part] of data.names ? [...root.querySelectorAll("section.text .part")].entries() : [])
    if (part.matches("details")) part.querySelector("summary").innerHTML = data.names[place];
  const entry = document.activeElement?.closest(".check li"); // who goes down a list goes on where they were
  const slot = entry?.closest("[data-slot]");
  const at = entry ? [...slot.querySelectorAll("li")].indexOf(entry) : -1;
  const ticking = document.activeElement?.matches("input");
  putAbove(root, data);
  check();
  offerCorrections(root, data.words);
  if (at < 0) return;
  const entries = [...slot.querySelectorAll("li")];
  const next = entries.find(({ dataset }) => dataset.key === entry.dataset.key) ?? entries[Math.min(at, entries.length - 1)];
  next?.querySelector(ticking ? "input:enabled, .correct" : ".correct, input").focus({ preventScroll: true });
}

// Head, summary, checks and facts; what the reader folded or unfolded stays so.
function putAbove(root, data) {
  for (const [name, html] of Object.entries(data.slots))
    for (const slot of root.querySelectorAll(`[data-slot="${name}"]`)) {
      const folds = [...slot.querySelectorAll("details")].map((fold) => fold.open);
      slot.innerHTML = html;
      for (const [position, fold] of [...slot.querySelectorAll("details")].entries()) fold.open = folds[position] ?? fold.open;
    }
  offerCopies(root, data.words);
}
