// What is typed in a form stays while its person adds what one of its selects lacks: this tab keeps it
// until the page of that addition leads back, and puts it back once.
import { forget, remember, remembered } from "./tab-store.js";

const PREFIX = "candour-detour:";
const UNKEPT = new Set(["hidden", "file", "password", "submit", "button"]);

const here = location.pathname + location.search;
const form = document.querySelector("main form[method='post']");

function boxes() {
  return [...form.elements].filter((box) => box.name && !UNKEPT.has(box.type));
}

/** What a box has: the keys that are chosen in it, whether it is ticked, or its words. */
function contentOf(box) {
  if (box.type === "checkbox" || box.type === "radio") return box.checked;
  return box.multiple ? [...box.selectedOptions].map((option) => option.value) : box.value;
}

/** Tells boxes of one name apart by what they would send. */
function keyOf(box) {
  return box.type === "checkbox" || box.type === "radio" ? `${box.name}=${box.value}` : box.name;
}

function keep() {
  remember(PREFIX + here, Object.fromEntries(boxes().map((box) => [keyOf(box), contentOf(box)])));
}

function takenUp() {
  const isBack = leadsBack(document.referrer) === here;
  const kept = remembered(PREFIX + here);
  remember(PREFIX + here, null);
  if (!isBack && !leadsBack(location.href)) forget(PREFIX);
  return isBack ? kept : null;
}

/** The page to which an address of this site leads back; null of any other. */
function leadsBack(address) {
  if (!address.startsWith(location.origin)) return null;
  return new URL(address).searchParams.get("for");
}

function putBack(words) {
  for (const box of boxes()) {
    const content = words[keyOf(box)];
    if (content === undefined) continue;
    if (typeof content === "boolean") box.checked = content;
    else if (Array.isArray(content)) for (const option of box.options) option.selected = content.includes(option.value);
    else if (content !== "") box.value = content;
  }
}

if (form) {
  const words = takenUp();
  if (words) putBack(words);
  for (const link of document.querySelectorAll(".app-lack a")) link.addEventListener("click", keep);
}
