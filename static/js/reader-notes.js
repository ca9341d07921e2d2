// A reader's own notes on a report: shown or hidden at a press, as this device remembers. Without
// this, links lead to the page with its notes and without them.
const KEY = "candour-show-notes";
const place = document.querySelector("[data-own-notes]");

const remembered = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
const remember = (state) => {
  try {
    localStorage.setItem(KEY, state);
  } catch {
    // A browser may keep nothing: the press works for this page.
  }
};

const button = (link, state) => {
  const press = document.createElement("button");
  press.type = "button";
  press.className = `${link.className} govuk-button govuk-button--secondary app-small-button`;
  press.textContent = link.textContent;
  press.setAttribute("aria-expanded", String(state === "hidden"));
  press.addEventListener("click", () => {
    place.dataset.ownNotes = state;
    remember(state);
    place.querySelector(state === "shown" ? ".paper-own__hide" : ".paper-own__show").focus();
  });
  link.replaceWith(press);
};

button(place.querySelector("[data-notes-show]"), "shown");
button(place.querySelector("[data-notes-hide]"), "hidden");
// What the address asks for, and a note that it leads to, go before what was pressed last.
const asked = new URLSearchParams(location.search).has("notes") || location.hash.startsWith("#note-");
if (asked) place.dataset.ownNotes = "shown";
else if (remembered()) place.dataset.ownNotes = remembered() === "shown" ? "shown" : "hidden";
if (location.hash.startsWith("#note-")) document.querySelector(location.hash)?.scrollIntoView();
