// Puts translations into the live rows. Each call repeats a few that came before, so that none is missed.
export default function ({ data }) {
  const put = () => {
    const root = document.querySelector(".entente.live");
    if (!root?.dataset.version) {
      requestAnimationFrame(put);
      return;
    }
    const write = () => {
      for (const [segment, text] of data.arrived) {
        const said = root.querySelector(`[id="s${segment + 1}"] .said`);
        if (said && said.textContent !== text) said.textContent = text;
      }
    };
    write();
    root.addEventListener("filled", write, { once: true });
  };
  put();
}
