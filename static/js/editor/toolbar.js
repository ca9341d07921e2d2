// The row of buttons over an editor: one stop of the Tab key, arrows go along it.
import { redo, toggleMark, undo } from "./library.js";
import { toggleList } from "./lists.js";
import { schema } from "./schema.js";

/** The toolbar of `editor`. */
export function toolbar(editor) {
  const bar = document.createElement("div");
  bar.className = "app-editor__bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Text");
  const does = (command) => () => {
    command(editor.view.state, editor.view.dispatch);
    editor.view.focus();
  };
  const buttons = [
    ...(editor.tokens.settings.quotable ? [["Insert", () => editor.insert(), "/"]] : []),
    ["List", does(toggleList)],
    ["Bold", does(toggleMark(schema.marks.strong)), "Control+B"],
    ["Italic", does(toggleMark(schema.marks.em)), "Control+I"],
    ["Undo", does(undo), "Control+Z"],
    ["Redo", does(redo), "Control+Y"],
  ];
  buttons.forEach(([words, act, keys], place) => bar.append(button(words, act, keys, place)));
  bar.addEventListener("keydown", (event) => move(bar, event));
  return bar;
}

function button(words, act, keys, place) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: words, className: "app-editor__button", tabIndex: place ? -1 : 0 });
  if (keys) made.setAttribute("aria-keyshortcuts", keys);
  // The caret stays where it is.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", act);
  return made;
}

function move(bar, event) {
  const all = [...bar.children];
  const place = all.indexOf(document.activeElement);
  const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = all[(to + all.length) % all.length];
  for (const each of all) each.tabIndex = each === next ? 0 : -1;
  next.focus();
}
