// A page takes over what a later answer of the server has otherwise, and leaves the rest as it is: a
// block that reads as before stays the same element, with what a person has opened in it.
const HOLDS = "[data-lines], [data-own]";

/** What `line` shows of its block: not its commands, and not what is being written in it. */
function faceOf(line) {
  const shown = [...line.children].filter((part) => !part.matches(".draft-actions, .app-in-place"));
  const { parent, holds, kind, name } = line.dataset;
  return JSON.stringify([parent, holds, kind, name, ...shown.map((part) => part.outerHTML)]);
}

/** What an element is found again by among its neighbours. */
function keyOf(element) {
  return element.id || element.getAttribute("aria-labelledby") || element.tagName;
}

/** The element that says what `newer` says: `old` where it can stay. Parts with `data-own` are filled
 *  by scripts, and stay. */
export function renewed(old, newer) {
  if (old.matches("[data-own]") || old.isEqualNode(newer)) return old;
  if (old.matches("[data-block]")) return faceOf(old) === faceOf(newer) ? old : document.adoptNode(newer);
  if (!newer.matches(HOLDS) && !newer.querySelector(HOLDS)) return document.adoptNode(newer);
  const known = [...old.children];
  const parts = [...newer.children].map((part) => {
    const place = known.findIndex((other) => keyOf(other) === keyOf(part));
    return place < 0 ? document.adoptNode(part) : renewed(...known.splice(place, 1), part);
  });
  for (const part of [...old.children]) if (!parts.includes(part)) part.remove();
  for (const [place, part] of parts.entries()) if (old.children[place] !== part) old.insertBefore(part, old.children[place] ?? null);
  if ("after" in newer.dataset) old.dataset.after = newer.dataset.after;
  return old;
}
