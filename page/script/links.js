// A citation goes to its sentence in both columns, and back to where the reader came from.
function followLinks(root, words) {
  const back = root.querySelector("button.return");
  let origin = null;

  const go = (target) => {
    for (const here of root.querySelectorAll(".here")) here.classList.remove("here");
    target.classList.add("here");
    target.tabIndex = -1;
    target.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    target.focus({ preventScroll: true });
  };

  root.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = root.querySelector(`[id="${link.getAttribute("href").slice(1)}"]`);
    if (!target) return;
    if (!link.closest(".margin")) origin = link;
    go(target);
    back.hidden = !origin || link.classList.contains("back");
  });
  const goBack = () => {
    if (back.hidden || !origin) return;
    back.hidden = true;
    origin.scrollIntoView({ block: "center" });
    origin.focus({ preventScroll: true });
  };
  back.addEventListener("click", goBack);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) goBack();
  });
  return go;
}
