// The briefing on the page. Python sends escaped HTML; here it is put in place and made to answer.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".entente");
  followTheme(root);
  warnBeforeLeaving(data.unsaved);
  root.told = data;
  const check = () => {
    for (const section of root.querySelectorAll(".check"))
      checkList(section, data.words, data.checked, (change) => setTriggerValue("checked", change));
  };
  if (root.dataset.version === data.version) {
    if (root.dataset.revision !== String(data.revision)) renewCorrected(root, data, check);
    answerText(root, data.words, data.asked);
    return;
  }
  root.dataset.version = data.version;
  root.dataset.revision = 0;
  root.lang = data.reader;
  root.innerHTML = data.frame;
  putAbove(root, data);
  const section = root.querySelector("section.text");
  const go = followLinks(root, data.words);
  const forget = searchRows(root, data.words, go);
  lightWords(root);
  check();
  offerCorrections(root, data.words);
  offerComfort(root, data.words);
  askText(root, data.words, (question) => setTriggerValue("asked", question));
  answerText(root, data.words, data.asked);
  correctRows(root, data.words, (change) => {
    forget();
    setTriggerValue("corrected", change);
  });
  const whole = root.querySelector("button.copy-all");
  whole.addEventListener("click", () =>
    copyText(whole, copyTranslation(root), data.words[section.classList.contains("sides-2") ? "copy_translation" : "copy_text"], data.words));
  root.querySelector("button.print").addEventListener("click", () => {
    for (const more of root.querySelectorAll("details")) more.open = true;
    print();
  });
  if (document.activeElement === document.body) {
    const heading = root.querySelector("h1"); // what the reader waited for, said aloud by a screen reader
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  root.setAttribute("aria-busy", "true");
  fillRows(section, data.parts, () => {
    offerCorrections(root, data.words);
    root.removeAttribute("aria-busy");
    if (data.revision) renewCorrected(root, data, check);
  });
}

// What was corrected or ticked off and is nowhere kept would go with the tab.
function warnBeforeLeaving(unsaved) {
  onbeforeunload = unsaved ? (event) => event.preventDefault() : null;
}
