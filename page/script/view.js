// The briefing on the page. Python sends escaped HTML; here it is put in place and made to answer.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".entente");
  followTheme(root);
  const check = () => {
    for (const section of root.querySelectorAll(".check"))
      checkList(section, data.words, data.checked, (change) => setTriggerValue("checked", change));
  };
  if (root.dataset.version === data.version) {
    if (root.dataset.revision !== String(data.revision)) renewCorrected(root, data, check);
    return;
  }
  root.dataset.version = data.version;
  root.dataset.revision = 0;
  root.lang = data.reader;
  root.innerHTML = data.frame;
  putAbove(root, data.above);
  const section = root.querySelector("section.text");
  const go = followLinks(root, data.words);
  const forget = searchRows(root, data.words, go);
  lightWords(root);
  check();
  correctRows(root, data.words, (change) => {
    forget();
    setTriggerValue("corrected", change);
  });
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
