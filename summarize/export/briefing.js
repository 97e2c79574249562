// Hovering or focusing an aligned word lights up the words it was translated from or into. Everything else works without.
(() => {
  const light = (event) => {
    for (const lit of document.querySelectorAll(".entente .lit")) lit.classList.remove("lit");
    const word = event.target.closest?.("[data-w]");
    if (!word) return;
    const links = word.dataset.w.split(" ");
    for (const other of word.closest(".row").querySelectorAll("[data-w]"))
      if (other.dataset.w.split(" ").some((link) => links.includes(link))) other.classList.add("lit");
  };
  document.addEventListener("pointerover", light);
  addEventListener("beforeprint", () => {
    for (const more of document.querySelectorAll(".entente details")) more.open = true;
  });
})();
