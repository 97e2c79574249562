// Two versions on the page: rows are put in place a few at a time, citations lead to them, a search finds words in both,
// and a translation of the later version is corrected in its place.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".entente");
  root.told = data;
  followTheme(root);
  onbeforeunload = data.revision ? (event) => event.preventDefault() : null; // corrections are in this tab only
  if (root.dataset.version === data.version) {
    if (Number(root.dataset.revision) !== data.revision) renewCorrected(root, data, () => {});
    return;
  }
  root.dataset.version = data.version;
  root.dataset.revision = 0;
  root.lang = data.reader;
  root.innerHTML = data.frame;
  putAbove(root, data);
  searchRows(root, data.words, followLinks(root, data.words));
  correctRows(root, data.words, (change) => setTriggerValue("corrected", change));
  root.querySelector("button.print").addEventListener("click", () => print());
  root.setAttribute("aria-busy", "true");
  fillRows(root.querySelector("section.text"), data.parts, () => {
    root.removeAttribute("aria-busy");
    offerCorrections(root, data.words);
    if (data.revision) renewCorrected(root, data, () => {});
  });
}
