const SETTLING_FRAMES = 6;

// A citation goes to its sentence in both columns, and back to where the reader came from.
function followLinks(root, words) {
  const back = root.querySelector("button.return");
  let origin = null;

  // Rows far away have no layout before they come near, nor have those on the way: what they measure is only guessed,
  // and a jump to them is put right while they get one.
  const scrollTo = (target) => {
    const { top } = (target.closest(".group") ?? target).getBoundingClientRect();
    const far = Math.abs(top) > 2 * innerHeight;
    const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const block = target.matches(".row, li, .point") ? "center" : "start"; // what is longer than a screen from its top
    const scroll = (behavior) => target.scrollIntoView({ block, behavior });
    scroll(still ? "instant" : "smooth");
    if (!far) return;
    const reader = new AbortController(); // who goes elsewhere meanwhile is not pulled back
    const leave = () => reader.abort();
    for (const kind of ["pointerdown", "wheel", "keydown"]) addEventListener(kind, leave, { signal: reader.signal, capture: true });
    const settle = (frames) => {
      if (reader.signal.aborted) return;
      scroll("instant");
      if (frames) requestAnimationFrame(() => settle(frames - 1));
      else leave();
    };
    settle(SETTLING_FRAMES);
  };

  const go = (target) => {
    for (const here of root.querySelectorAll(".here")) here.classList.remove("here");
    target.classList.add("here");
    target.tabIndex = -1;
    reveal(target);
    scrollTo(target);
    target.focus({ preventScroll: true });
  };

  root.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = root.querySelector(`[id="${link.getAttribute("href").slice(1)}"]`);
    if (!target) return;
    root.querySelector(".outline:popover-open")?.hidePopover();
    if (!link.closest(".margin, .outline, .ways")) origin = link;
    go(target);
    back.hidden = !origin || link.classList.contains("back");
  });
  const goBack = () => {
    if (back.hidden || !origin) return;
    back.hidden = true;
    origin.scrollIntoView({ block: "center", behavior: "instant" });
    origin.focus({ preventScroll: true });
  };
  back.addEventListener("click", goBack);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) goBack();
  });
  return go;
}
