// Words light up with their partners, and paper gets the whole list. Everything else works without a script.
lightWords(document.querySelector(".entente"));
addEventListener("beforeprint", () => {
  for (const more of document.querySelectorAll(".entente details")) more.open = true;
});
