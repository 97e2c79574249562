// The text while it is translated: the source stands at once, translations come as they are made.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".entente");
  followTheme(root);
  if (root.dataset.version === data.version) return;
  root.dataset.version = data.version;
  root.innerHTML = data.frame;
  fillRows(root.querySelector("section.text"), data.parts, () => root.dispatchEvent(new Event("filled")));
}
