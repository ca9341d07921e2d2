// What an abbreviation stands for, said behind it on a press; without this the first of each section leads to the list.
const SAID = "paper-definition";

document.querySelector(".paper-words")?.addEventListener("click", (event) => {
  const short = event.target.closest("abbr") || event.target.closest("a.short")?.firstElementChild;
  if (!short || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const place = short.closest("a.short") || short;
  if (place.nextElementSibling?.classList.contains(SAID)) {
    place.nextElementSibling.remove();
    return;
  }
  const said = document.createElement("span");
  said.className = SAID;
  said.setAttribute("role", "status");
  place.after(said);
  // Put in once the status is there, so that it is read out.
  requestAnimationFrame(() => said.append(` (${short.title}) `));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const one of document.querySelectorAll(`.${SAID}`)) one.remove();
});
