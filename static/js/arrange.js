// Blocks of a draft are dragged by their handles; a drop sends what their buttons send.
let dragged = null;

/** Where `line` goes when it is dropped on `target`: what the field `to` says. */
export function spotOf(target, above) {
  if (!above) return `${target.dataset.holds ? "in" : "after"}:${target.dataset.block}`;
  const list = target.closest("[data-lines]");
  const beside = [...list.children].filter((one) => one.dataset.parent === target.dataset.parent);
  const before = beside[beside.indexOf(target) - 1];
  if (before) return `after:${before.dataset.block}`;
  if (list.dataset.after && target === list.children[0]) return `after:${list.dataset.after}`;
  return target.dataset.parent ? `in:${target.dataset.parent}` : `part:${list.dataset.lines}`;
}

function isAbove(event, target) {
  const box = target.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}

function unmark() {
  for (const line of document.querySelectorAll("[data-block]")) line.classList.remove("draft-line--before", "draft-line--behind");
}

/** The address of a block's own page, on which it is changed; its other pages lie below. */
export function pageOf(line) {
  return line.querySelector("[hx-get]").getAttribute("hx-get").replace(/menu\/$/, "");
}

/** Sends what the buttons of a block's menu send: a place, or `up` or `down`. */
export function move(line, to) {
  const form = document.querySelector("#arrange");
  form.action = `${pageOf(line)}move/`;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "to", value: to });
  form.append(field);
  form.submit();
}

/** Shows the handles of the blocks that the page has now. */
function showHandles() {
  for (const handle of document.querySelectorAll("[data-handle]")) handle.hidden = false;
}

document.addEventListener("dragstart", (event) => {
  if (!event.target.closest?.("[data-handle]")) return;
  dragged = event.target.closest("[data-block]");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.block);
  event.dataTransfer.setDragImage(dragged, 0, 0);
});
document.addEventListener("dragend", () => {
  dragged = null;
  unmark();
});
document.addEventListener("dragover", (event) => {
  const line = event.target.closest?.("[data-block]");
  if (!line || !dragged || dragged === line) return;
  event.preventDefault();
  unmark();
  line.classList.add(`draft-line--${isAbove(event, line) ? "before" : "behind"}`);
});
document.addEventListener("drop", (event) => {
  const line = event.target.closest?.("[data-block]");
  if (!line || !dragged || dragged === line) return;
  event.preventDefault();
  move(dragged, spotOf(line, isAbove(event, line)));
});
document.addEventListener("section:shown", showHandles);
showHandles();
