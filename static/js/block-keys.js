// Keys of a draft's blocks: the list is one tab stop, arrows go from block to block, and what a
// block's menu offers has a key. They hold while a block itself has the focus, and in nothing in it.
import { move, pageOf } from "./arrange.js";

const blocks = [...document.querySelectorAll("[data-block]")];
const STEPS = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1, Home: -blocks.length, End: blocks.length };
const MOVED = "moved-block";
const MOVES = { ArrowUp: "up", ArrowDown: "down" };

function below(block, ending) {
  location.assign(pageOf(block) + ending);
}

const COMMANDS = {
  Enter: (block) => below(block, ""),
  c: (block) => below(block, "remark/"),
  a: (block) => below(block, `../../add/paragraph/?after=${block.dataset.block}`),
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

function focus(block) {
  for (const one of blocks) one.tabIndex = one === block ? 0 : -1;
  block.focus();
}

function commandOf(event) {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return MOVES[event.key] ? (block) => moveByKey(block, MOVES[event.key]) : null;
  if (event.shiftKey && event.key === "F10") return openMenu;
  if (event.key in STEPS) {
    return (block) => {
      const place = blocks.indexOf(block) + STEPS[event.key];
      focus(blocks[Math.min(Math.max(place, 0), blocks.length - 1)]);
    };
  }
  return COMMANDS[event.key] ?? null;
}

if (document.querySelector("#arrange") && blocks.length) {
  const named = blocks.find((one) => `#${one.id}` === location.hash);
  for (const block of blocks) {
    block.addEventListener("keydown", (event) => {
      const command = event.target === block ? commandOf(event) : null;
      if (!command) return;
      event.preventDefault();
      command(block);
    });
  }
  if (named) goOnAt(named);
  else blocks[0].tabIndex = 0;
  for (const one of document.querySelectorAll("[data-keys]")) one.hidden = false;
}
