// The paragraph editor: puts a figure's token at the caret. The page works without it.

/** Writes `token` over the selection of `box`, tells the page that it changed, and gives the focus back. */
export function insertAtCaret(box, token) {
  box.setRangeText(token, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

/** Shows only the entries of `list` that hold every typed word; answers how many are left. */
export function narrow(list, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const entries = [...list.querySelectorAll("[data-figure]")];
  for (const entry of entries) {
    const text = entry.textContent.toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
  }
  for (const group of list.querySelectorAll("[data-figure-group]")) {
    group.hidden = !group.querySelector("[data-figure]:not([hidden])");
  }
  return entries.filter((entry) => !entry.hidden).length;
}

/** `token` as a line of its own behind the line of the caret of `box`, where the caret then stands. */
export function asLine(box, token) {
  const ends = box.value.indexOf("\n", box.selectionStart);
  const at = ends < 0 ? box.value.length : ends;
  box.setSelectionRange(at, at);
  const opened = box.value.slice(0, at);
  return `${opened && !opened.endsWith("\n") ? "\n" : ""}${filled(box, token)}${ends < 0 ? "\n" : ""}`;
}

/** A row with as many cells as the first line of a table of words has. */
function filled(box, row) {
  // A bar within a token parts no cells.
  const cells = (line) => line.replace(/\[\[.*?\]\]/g, "").split("|").length;
  const missing = box.dataset.paste === "rows" ? cells(box.value.split("\n")[0]) - cells(row) : 0;
  return row + " | ".repeat(Math.max(missing, 0)).trimEnd();
}

/** The words over `box`. */
function nameOf(box) {
  return document.querySelector(`label[for="${box.id}"]`).firstChild.textContent.trim();
}

/** Lets a person say into which text of the form a list puts things: at first the one that was
 * written in or clicked last. What the Tab key only passes on its way to the list does not count. */
function chooser(list, first) {
  // Dates stand in headings and captions too, which are boxes of one line.
  const texts = "inLines" in list.dataset ? "textarea, input[type='text']" : "textarea";
  const boxes = [...first.form.querySelectorAll(texts)];
  if (boxes.length < 2) return () => first;
  const group = document.createElement("div");
  const label = document.createElement("label");
  const select = document.createElement("select");
  group.className = "govuk-form-group";
  Object.assign(select, { id: `into-${++chosen}`, className: "govuk-select" });
  Object.assign(label, { htmlFor: select.id, className: "govuk-label govuk-label--s", textContent: "Put it into" });
  for (const box of boxes) select.add(new Option(nameOf(box), box.id, false, box === first));
  group.append(label, select);
  list.querySelector("[data-needs-script]").after(group);
  const follow = (event) => {
    if (event.target.matches(texts) && event.key !== "Tab" && event.key !== "Shift") select.value = event.target.id;
  };
  for (const kind of ["input", "pointerdown", "keydown"]) first.form.addEventListener(kind, follow);
  return () => document.getElementById(select.value);
}
let chosen = 0;

function start(list) {
  const first = document.getElementById(list.dataset.figures);
  const noun = list.dataset.noun || "figure";
  const filter = list.querySelector("[data-figures-filter]");
  const status = list.querySelector("[data-figures-status]");
  const into = chooser(list, first);
  for (const part of list.querySelectorAll("[data-needs-script]")) part.hidden = false;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const box = into();
    insertAtCaret(box, "line" in button.dataset ? asLine(box, button.dataset.insert) : button.dataset.insert);
    status.textContent = `${button.dataset.insert} was put into the text.`;
  });
  filter.addEventListener("input", () => {
    const left = narrow(list, filter.value);
    status.textContent = left === 1 ? `1 ${noun} fits.` : `${left} ${noun}s fit.`;
  });
  // Enter in the search box would send the whole form, which is not what one searching means.
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

/** `text` with tokens, addresses and list labels blotted out, each sign at its place. */
function masked(text) {
  const marks = /\[\[[\s\S]*?\]\]|\]\([^)\s]*\)|https?:\/\/\S+|mailto:\S+|^ *(?:\d{1,3}|[a-z]{1,6})\.(?= |$)/gm;
  return text.replace(marks, (found) => "\u00b7".repeat(found.length));
}

/** Puts a token in the stead of a number that was typed. */
function replaceTyped(button) {
  const box = document.querySelector(`[name="${button.dataset.box}"]`);
  const { words, nth, replace } = button.dataset;
  const text = masked(box.value);
  let at = text.indexOf(words);
  for (let left = Number(nth); left > 0 && at >= 0; left -= 1) at = text.indexOf(words, at + 1);
  if (at < 0) return;
  box.setRangeText(replace, at, at + words.length, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#preview [data-replace]");
  if (button) replaceTyped(button);
});
// Enter in a search presses its own button, so that the focus comes back to it.
document.addEventListener("keydown", (event) => {
  const button = event.key === "Enter" && event.target.closest?.(".app-picks__find input")?.parentElement.querySelector("button");
  if (!button) return;
  event.preventDefault();
  button.click();
});
function startAll(within) {
  for (const list of within.querySelectorAll("[data-figures]")) start(list);
}
startAll(document);
// The lists come when they are opened.
document.addEventListener("htmx:afterSwap", (event) => event.target.matches("[data-offers-here]") && startAll(event.target));

/** Gives a long choice a box above it whose words leave only the options that hold them all; what
 * is chosen stays in it. */
function search(select) {
  const group = document.createElement("div");
  const label = document.createElement("label");
  const box = document.createElement("input");
  const status = document.createElement("span");
  Object.assign(box, { id: `${select.id}-search`, type: "search", className: "govuk-input", autocomplete: "off" });
  Object.assign(label, { htmlFor: box.id, className: "govuk-label", textContent: `Search for ${nameOf(select).toLowerCase()}` });
  Object.assign(status, { className: "govuk-visually-hidden" });
  status.setAttribute("role", "status");
  group.className = "govuk-form-group";
  group.append(label, box, status);
  select.closest(".govuk-form-group").before(group);
  const all = [...select.children];
  box.addEventListener("input", (event) => {
    // What is sought is not typed into the report.
    event.stopPropagation();
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = select.value;
    const fits = (option) => !option.value || option.value === chosen || words.every((word) => option.text.toLowerCase().includes(word));
    const left = all.map((one) => one.cloneNode(true));
    for (const one of left) {
      for (const option of one.querySelectorAll("option")) if (!fits(option)) option.remove();
    }
    select.replaceChildren(...left.filter((one) => one.matches("option") || one.childElementCount));
    select.value = chosen;
    const count = select.querySelectorAll("optgroup option").length;
    status.textContent = count === 1 ? "1 figure fits." : `${count} figures fit.`;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
/** A choice in place of a box with a list of names that several boxes share: the list comes once. */
function chosenFrom(box) {
  const select = Object.assign(document.createElement("select"), { id: box.id, name: box.name, className: "govuk-select" });
  if (box.hasAttribute("aria-describedby")) select.setAttribute("aria-describedby", box.getAttribute("aria-describedby"));
  const names = [...box.list.options];
  select.append(new Option("None", ""));
  // What was typed and is none of them is not lost.
  if (box.value && !names.some((one) => one.value === box.value)) select.append(new Option(box.value, box.value));
  let group = select;
  for (const { value, dataset } of names) {
    if (dataset.group) {
      group = Object.assign(document.createElement("optgroup"), { label: dataset.group });
      select.append(group);
    }
    group.append(new Option(value, value));
  }
  select.value = box.value;
  box.replaceWith(select);
  return select;
}
for (const box of document.querySelectorAll("input[data-searched][list]")) if (box.list) search(chosenFrom(box));
