// How the reader wants pages to look: kept on this device alone, before anything is drawn.
(() => {
  const NAMES = ["look", "size"];
  const MEDIA = { dark: "screen", light: "not all" };
  const kept = (name) => {
    try {
      return localStorage.getItem(`candour-${name}`) || "";
    } catch {
      return "";
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(`candour-${name}`, value);
    } catch {
      // A device that keeps nothing shows it until the page is left.
    }
  };
  const show = (name, value) => {
    if (name === "size") document.documentElement.dataset.size = value;
    else document.getElementById("dark-look").media = MEDIA[value] || "screen and (prefers-color-scheme: dark)";
  };

  for (const name of NAMES) show(name, kept(name));
  document.addEventListener("DOMContentLoaded", () => {
    const choices = document.querySelector("[data-look]");
    if (!choices) return;
    for (const one of [choices, ...document.querySelectorAll("[data-look-way]")]) one.hidden = false;
    for (const name of NAMES) choices.querySelector(`[name=${name}]`).value = kept(name);
    choices.addEventListener("change", ({ target }) => {
      keep(target.name, target.value);
      show(target.name, target.value);
    });
  });
})();
