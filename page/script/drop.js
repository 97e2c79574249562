// A file that is dropped on the text goes where files go: that way opens, and its own place takes it.
(() => {
  const frames = 600;
  const isFile = (event) => event.target.closest?.(".st-key-source .stTextArea") && event.dataTransfer?.types.includes("Files");
  const put = (files, left) => {
    const place = document.querySelector(".st-key-upload_file input[type=file]");
    if (place) {
      place.files = files;
      place.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (left) requestAnimationFrame(() => put(files, left - 1));
  };
  document.ondragover = (event) => {
    if (isFile(event)) event.preventDefault();
  };
  document.ondrop = (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    const kept = new DataTransfer(); // the event's own list is empty once it is over
    for (const file of event.dataTransfer.files) kept.items.add(file);
    document.querySelectorAll('.st-key-way [role="radio"]')[1].click();
    put(kept.files, frames);
  };
})();
