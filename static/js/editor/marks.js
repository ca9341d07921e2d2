// The chip beside the caret: an arrow marks it, a second press of Backspace takes it out whole.
import { Plugin, TextSelection, closeHistory } from "./library.js";

const isChip = (node) => node?.type.name === "chip";

/** A plugin whose state is the place of the marked chip, or null. `open(view, place)` shows its panel
 * and `announce(token)` says what is marked ("" for none). */
export function marking({ open, announce }) {
  const plugin = new Plugin({
    state: {
      init: () => null,
      apply: (tr, place) => {
        const set = tr.getMeta(plugin);
        if (set !== undefined) return set;
        return tr.docChanged || tr.selectionSet ? null : place;
      },
    },
    props: {
      handleKeyDown: (view, event) => onKey(view, event, plugin, open),
      handleDOMEvents: {
        // Phones send no keys: what they ask to delete says so.
        beforeinput: (view, event) => {
          const key = { deleteContentBackward: "Backspace", deleteContentForward: "Delete" }[event.inputType];
          if (!key || view.composing || !onKey(view, { key }, plugin, open)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
    view: () => ({
      update: (view, before) => {
        const place = plugin.getState(view.state);
        const was = plugin.getState(before);
        // The element of a chip that was given another form is another.
        if (place === was && view.state.doc === before.doc) return;
        for (const element of view.dom.querySelectorAll(".app-chip--marked")) element.classList.remove("app-chip--marked");
        if (place !== null) view.nodeDOM(place)?.classList.add("app-chip--marked");
        if (place !== was) announce(place === null ? "" : view.state.doc.nodeAt(place).attrs.token);
      },
    }),
  });
  return plugin;
}

/** Marks the chip at `place`, the caret behind it. */
export function markChip(view, plugin, place) {
  const { tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place + 1)).setMeta(plugin, place));
}

/** Reads where the caret stands now: a busy page hears of its last move only later. */
export function readCaret(view) {
  view.domObserver.flush();
}

function onKey(view, event, plugin, open) {
  readCaret(view);
  const { selection, tr } = view.state;
  const { $from } = selection;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !selection.empty) return false;
  const marked = plugin.getState(view.state);
  const before = isChip($from.nodeBefore) ? $from.pos - 1 : null;
  const after = isChip($from.nodeAfter) ? $from.pos : null;
  // Undone by itself, not with what was typed just before.
  const remove = () => view.dispatch(closeHistory(tr).delete(marked, marked + 1));
  const acts = {
    ArrowRight: () => after !== null && markChip(view, plugin, after),
    ArrowLeft: () => before !== null && (marked === null ? markChip(view, plugin, before) : view.dispatch(tr.setSelection(TextSelection.create(tr.doc, marked)))),
    Backspace: () => before !== null && (marked === null ? markChip(view, plugin, before) : remove()),
    Delete: () => (marked !== null ? remove() : after !== null && markChip(view, plugin, after)),
    Enter: () => marked !== null && open(view, marked),
    Escape: () => marked !== null && view.dispatch(tr.setMeta(plugin, null)),
  };
  return acts[event.key] ? acts[event.key]() !== false : false;
}
