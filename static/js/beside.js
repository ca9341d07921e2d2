// Beside a section stands what belongs to the block in hand: its checks, its figures, last time's words.
import { pageOf } from "./arrange.js";

const NARROW = matchMedia("(max-width: 59.99em)");
const known = new Map();
let current = null;
let writing = null;
let timer = 0;

/** The section that is written where it is read, if the page has one. */
export const root = () => document.querySelector("[data-in-place-kinds]");
/** Whether a `kind` of block is written in its place. */
export const opens = (kind) => root()?.dataset.inPlaceKinds.split(" ").includes(kind);
export const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
/** The block that was last gone to, if it is still there. */
export const inHand = () => (current?.isConnected ? current : null);

/** Forgets what belongs to the block of that slug: it has been changed. */
export function forget(slug) {
  known.delete(slug);
}

/** Where it is shown what belongs to a block. */
export function panel() {
  return document.querySelector("[data-beside]");
}

/** On a narrow page the panel follows what is being written in `host`, and is else away. */
export function placePanel(host) {
  writing = host;
  const element = panel();
  if (!element) return;
  element.hidden = NARROW.matches && !host;
  if (NARROW.matches && host) host.append(element);
  else if (element.parentElement !== root()) root().append(element);
}

/** The parts of the panel that belong to a block. */
function parts() {
  return ["#beside-h", "[data-beside-hint]", "[data-beside-checks]", "[data-beside-more]"].map((part) => panel().querySelector(part));
}

/** Shows in the panel what belongs to `block`. */
export function takeInHand(block) {
  if (!panel() || !block || current === block) return;
  current?.classList.remove("draft-line--here");
  current = block;
  block.classList.add("draft-line--here");
  const [heading, hint, checks, more] = parts();
  heading.textContent = block.dataset.name;
  hint.textContent = opens(block.dataset.kind) ? "Press Enter, or click the text, to change it." : "Press Enter to change it.";
  const found = block.querySelector("[data-checks]");
  checks.replaceChildren(...(found ? [heading3("Checks here"), shownCopy(found)] : []));
  more.replaceChildren();
  clearTimeout(timer);
  timer = setTimeout(() => fill(more, block), 150);
}

/** Shows in the panel a block that does not stand yet. */
export function takeNewInHand() {
  current?.classList.remove("draft-line--here");
  current = null;
  const [heading, , checks, more] = parts();
  heading.textContent = "Something new";
  for (const part of [checks, more]) part.replaceChildren();
}

function heading3(words) {
  return Object.assign(document.createElement("h3"), { className: "govuk-heading-s", textContent: words });
}

function shownCopy(element) {
  const copy = element.cloneNode(true);
  copy.hidden = false;
  return copy;
}

async function fill(more, block) {
  const { block: slug } = block.dataset;
  try {
    if (!known.has(slug)) {
      const answer = await fetch(`${pageOf(block)}beside/`, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      known.set(slug, await answer.text());
    }
  } catch {
    return; // A lost connection: the panel has the checks still.
  }
  if (current === block) more.replaceChildren(...document.adoptNode(parsed(known.get(slug)).body).childNodes);
}

document.addEventListener("focusin", (event) => takeInHand(event.target.closest("[data-block]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "F6" || !root()) return;
  event.preventDefault();
  const contents = root().querySelector("nav.app-contents a[aria-current]") ?? root().querySelector("nav.app-contents a");
  const places = [contents, inHand() ?? root().querySelector("[data-block]"), panel()].filter((place) => place?.checkVisibility());
  const at = places.findIndex((place) => (place.closest("nav") ?? place).contains(document.activeElement));
  places.at((at + (event.shiftKey ? -1 : 1)) % places.length)?.focus();
});
NARROW.addEventListener("change", () => placePanel(writing));
