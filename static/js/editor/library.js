// ProseMirror, from wherever the page says that its bundle lies.
const { prosemirror } = document.querySelector("[data-prosemirror]").dataset;

export const {
  Schema, Node, Fragment, Slice, EditorState, Plugin, TextSelection, EditorView,
  keymap, baseKeymap, toggleMark, closeHistory, history, redo, undo,
} = await import(prosemirror);
