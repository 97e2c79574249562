// A question goes to Python; what the text says to it comes back with the next revision, or else why it cannot.
function askText(root, words, send) {
  const form = root.querySelector("form.question");
  const [field, button, fault] = ["input", "button:not(.suggestion)", ".failure"].map((name) => form.querySelector(name));
  const ask = (question) => {
    if (!question.trim() || button.disabled) return;
    button.disabled = true;
    button.textContent = words.asking;
    fault.hidden = true;
    send(question);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(field.value);
  });
  for (const suggestion of form.querySelectorAll(".suggestion"))
    suggestion.addEventListener("click", () => {
      field.value = suggestion.textContent;
      ask(field.value);
    });
}

function answerText(root, words, [count, fault]) {
  const form = root.querySelector("form.question");
  const answered = form.dataset.asked !== undefined && form.dataset.asked !== String(count);
  form.dataset.asked = count;
  form.querySelector(".suggestions").hidden = root.querySelector(".answers") !== null;
  if (!answered) return;
  const [field, button, line] = ["input", "button:not(.suggestion)", ".failure"].map((name) => form.querySelector(name));
  button.disabled = false;
  button.textContent = words.ask;
  line.textContent = fault;
  line.hidden = !fault;
  if (!fault) field.value = "";
}
