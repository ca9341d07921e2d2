// Keys of a draft's blocks: the list is one tab stop, arrows go from block to block, and what a
// block's menu offers has a key. They hold while a block itself has the focus, and in nothing in it.
import { move, pageOf } from "./arrange.js";
import { addAfter, edit } from "./in-place.js";

const STEPS = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1, Home: -Infinity, End: Infinity };
const MOVED = "moved-block";
const MOVES = { ArrowUp: "up", ArrowDown: "down" };

function below(block, ending) {
  location.assign(pageOf(block) + ending);
}

const COMMANDS = {
  Enter: edit,
  c: (block) => below(block, "remark/"),
  a: addAfter,
  Delete: (block) => below(block, "remove/"),
  ".": openMenu,
};

function openMenu(block) {
  const menu = block.querySelector("details.draft-add");
  menu.open = true;
  menu.querySelector("summary").focus();
}

function moveByKey(block, to) {
  sessionStorage.setItem(MOVED, block.id);
  move(block, to);
}

/** Goes on at the block that a key moved, which says as well what the page tells of it. Whoever
 *  came by a press begins at that sentence, and goes to the block by Tab. */
function goOnAt(block) {
  const sentence = document.querySelector(".govuk-notification-banner__heading");
  const byKeys = sessionStorage.getItem(MOVED) === block.id;
  sessionStorage.removeItem(MOVED);
  block.tabIndex = 0;
  if (sentence && !byKeys) return;
  if (sentence) {
    sentence.id = "moved-sentence";
    block.setAttribute("aria-describedby", sentence.id);
  }
  // The notice takes the focus once GOV.UK's own script has come.
  sentence?.closest("[role]").addEventListener("focus", () => focus(block), { once: true });
  focus(block);
}

function blocks() {
  return [...document.querySelectorAll("[data-block]")];
}

function focus(block) {
  mark(block);
  block.focus();
}

/** Makes `block` the one stop of the list. */
function mark(block) {
  for (const one of blocks()) one.tabIndex = one === block ? 0 : -1;
}

function commandOf(event) {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return MOVES[event.key] ? (block) => moveByKey(block, MOVES[event.key]) : null;
  if (event.shiftKey && event.key === "F10") return openMenu;
  if (event.key in STEPS) {
    return (block) => {
      const all = blocks();
      const place = all.indexOf(block) + STEPS[event.key];
      focus(all[Math.min(Math.max(place, 0), all.length - 1)]);
    };
  }
  return COMMANDS[event.key] ?? null;
}

/** The keys hold on a page that this person may write; `block` is the one in hand, if any. */
function begin(block) {
  if (!document.querySelector("#arrange") || !blocks().length) return;
  mark(block ?? blocks()[0]);
  for (const one of document.querySelectorAll("[data-keys]")) one.hidden = false;
}

document.addEventListener("keydown", (event) => {
  if (!document.querySelector("#arrange") || !event.target.matches?.("[data-block]")) return;
  const command = commandOf(event);
  if (!command) return;
  event.preventDefault();
  command(event.target);
});
document.addEventListener("section:shown", (event) => begin(event.detail.block));
const named = blocks().find((one) => `#${one.id}` === location.hash);
begin(named);
if (named && document.querySelector("#arrange")) goOnAt(named);
