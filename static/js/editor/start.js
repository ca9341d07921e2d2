// Shows the texts of a form with chips, unless this person wants them as text or they are very long.
import { Tokens } from "./chips.js";
import { ParagraphEditor } from "./paragraph.js";

const AS_TEXT = "candour-as-text";
const LONGEST = 20000;

function wantsText() {
  try {
    return localStorage.getItem(AS_TEXT) === "yes";
  } catch {
    return false;
  }
}

function remember(asText) {
  try {
    localStorage.setItem(AS_TEXT, asText ? "yes" : "no");
  } catch {
    // A closed store: it is asked again next time.
  }
}

const stops = new WeakMap();

/** `host` is the form, or what stands around one that other pages draw. */
function start(host) {
  const form = host.matches("form") ? host : host.querySelector("form:has(textarea[data-editor])");
  if (!form || stops.has(host)) return;
  const boxes = [...form.querySelectorAll("textarea[data-editor]")];
  if (!boxes.length) return;
  const tokens = new Tokens(form, host.dataset);
  let editors = [];
  const button = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary app-button--small app-editor__as-text" });
  const change = (asText) => {
    for (const editor of editors) editor.unmount();
    editors = asText ? [] : boxes.map((box) => new ParagraphEditor(box, tokens));
    button.textContent = asText ? "Show with figures" : "Show as text";
    for (const part of document.querySelectorAll("[data-text-only]")) part.hidden = !asText;
  };
  button.addEventListener("click", () => {
    const asText = editors.length > 0;
    change(asText);
    remember(asText);
  });
  boxes.at(-1).closest(".govuk-form-group").after(button);
  change(wantsText() || boxes.some((box) => box.value.length > LONGEST));
  stops.set(host, () => editors.forEach((editor) => editor.unmount()));
}

/** Shows the texts of the forms in `root` with chips. */
export function startIn(root) {
  for (const host of root.querySelectorAll("[data-chips]")) start(host);
}

/** Puts the boxes of the forms in `root` back in the place of their editors. */
export function stopIn(root) {
  for (const host of root.querySelectorAll("[data-chips]")) {
    stops.get(host)?.();
    stops.delete(host);
  }
}

startIn(document);
