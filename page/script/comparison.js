// Two versions on the page: rows are put in place a few at a time, citations lead to them, a search finds words in both.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".entente");
  followTheme(root);
  if (root.dataset.version === data.version) return;
  root.dataset.version = data.version;
  root.lang = data.reader;
  root.innerHTML = data.frame;
  searchRows(root, data.words, followLinks(root, data.words));
  root.querySelector("button.print").addEventListener("click", () => print());
  root.setAttribute("aria-busy", "true");
  fillRows(root.querySelector("section.text"), data.parts, () => root.removeAttribute("aria-busy"));
}
