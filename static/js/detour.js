// What is typed in a form stays while its person adds what one of its selects lacks: this tab keeps it
// until the page of that addition leads back, and puts it back once.
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
  const words = Object.fromEntries(boxes().map((box) => [keyOf(box), contentOf(box)]));
  try {
    sessionStorage.setItem(PREFIX + here, JSON.stringify(words));
  } catch {
    // A full or closed store keeps nothing: the form comes back empty, as without scripts.
  }
}

function takenUp() {
  const isBack = leadsBack(document.referrer) === here;
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + here));
    sessionStorage.removeItem(PREFIX + here);
    if (!isBack && !leadsBack(location.href)) forgetAll();
    return isBack ? kept : null;
  } catch {
    return null;
  }
}

/** The page to which an address of this site leads back; null of any other. */
function leadsBack(address) {
  if (!address.startsWith(location.origin)) return null;
  return new URL(address).searchParams.get("for");
}

function forgetAll() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
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
