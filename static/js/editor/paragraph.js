// The editor of one text. Its box stays in the form with its text, which is what is sent and kept.
import { Chooser } from "./chooser.js";
import { ChipPanel, name } from "./chips.js";
import { EditorState, EditorView, Fragment, Node, Plugin, Slice, TextSelection, baseKeymap, closeHistory, history, keymap, redo, toggleMark, undo } from "./library.js";
import { brokenLine, indent, newLine, noItem, toggleList } from "./lists.js";
import { markChip, marking, readCaret } from "./marks.js";
import { schema } from "./schema.js";
import { joined, lines, lineText, toDoc, tokensIn } from "./text.js";
import { toolbar } from "./toolbar.js";
import { read, told } from "../paste.js";

const BEGINS_ITEM = /^(\*|(?:[a-z]|[ivx]{1,5}|\d{1,3})\.)( +)/;

/** Puts an editor in the place of `box` until `unmount()`. */
export class ParagraphEditor {
  constructor(box, tokens) {
    Object.assign(this, { box, tokens, form: box.form, texts: new WeakMap(), written: box.value });
    this.build();
    this.view = new EditorView(this.place, { ...this.props(), state: this.stateOf(box.value) });
    this.follow();
    tokens.ask(box.value);
  }

  build() {
    this.host = document.createElement("div");
    this.host.className = "app-editor";
    this.place = document.createElement("div");
    this.place.className = "app-editor__box";
    this.told = document.createElement("p");
    this.told.className = "govuk-hint app-editor__told";
    this.told.setAttribute("role", "status");
    this.bar = toolbar(this);
    this.host.append(this.bar, this.place, this.told);
    this.box.after(this.host);
    this.label = this.form.querySelector(`label[for="${this.box.id}"]`);
    this.label.id ||= `${this.box.id}-label`;
    this.box.hidden = true;
    const { quotable } = this.tokens.settings;
    if (quotable) this.chooser = new Chooser(this.host, { address: quotable, block: blockOf(this.form), tokens: this.tokens, only: this.tokens.settings.kinds, choose: (entry) => this.choose(entry), back: () => this.back() });
    this.panel = new ChipPanel(this.host, this.tokens, {
      change: (token) => this.changeChip(token),
      replace: () => {
        markChip(this.view, this.marker, this.marked);
        this.insert();
      },
      remove: () => this.removeChip(),
      back: () => this.view.focus(),
    });
  }

  props() {
    return {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": this.label.id,
        ...(this.box.getAttribute("aria-describedby") && { "aria-describedby": this.box.getAttribute("aria-describedby") }),
        spellcheck: "true",
      },
      nodeViews: { chip: (node) => this.chip(node) },
      clipboardTextSerializer: (slice) => textOf(slice.content),
      handleTextInput: (view, from, to, text) => text === "/" && this.slash(),
      handleClickOn: (view, _pos, node, place) => node.type.name === "chip" && this.openPanel(view, place),
      handleDoubleClickOn: (view, _pos, node, place) => node.type.name === "chip" && this.openPanel(view, place),
      handleDOMEvents: {
        paste: (view, event) => this.paste(event),
        drop: (view, event) => this.drop(event),
        compositionstart: (view) => {
          readCaret(view);
          view.dispatch(view.state.tr.setStoredMarks(view.state.selection.$from.marks()));
          return false;
        },
        blur: () => this.keepCaret(),
      },
      dispatchTransaction: (tr) => this.dispatch(tr),
    };
  }

  stateOf(text) {
    this.marker = marking({ open: (view, place) => this.openPanel(view, place), announce: (token) => this.announce(token) });
    const plugins = [this.marker, keymap(this.keys()), keymap(baseKeymap), history(), new Plugin({ appendTransaction: normalized })];
    return EditorState.create({ doc: this.docOf(text), plugins });
  }

  keys() {
    return {
      Enter: newLine,
      "Shift-Enter": brokenLine,
      Backspace: noItem,
      "Mod-b": toggleMark(schema.marks.strong),
      "Mod-i": toggleMark(schema.marks.em),
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-]": indent(true),
      "Mod-[": indent(false),
      "Ctrl-Space": () => this.insert(),
      Escape: () => this.box.dispatchEvent(new CustomEvent("editor:leave", { bubbles: true })),
      "Mod-Enter": () => {
        this.write();
        this.form.requestSubmit();
        return true;
      },
    };
  }

  /** The document of `text`; each line remembers how it was written. */
  docOf(text) {
    const doc = Node.fromJSON(schema, toDoc(text));
    lines(text).rows.forEach(({ gap, lead, mark, sep, text: words }, place) => this.texts.set(doc.child(place), [...gap, lead + mark + sep + words].join("\n")));
    return doc;
  }

  get text() {
    const { doc } = this.view.state;
    const written = [];
    doc.forEach((line) => {
      if (!this.texts.has(line)) this.texts.set(line, asWritten(line));
      written.push(this.texts.get(line));
    });
    return [...written, ...doc.attrs.tail].join("\n");
  }

  dispatch(tr) {
    this.view.updateState(this.view.state.apply(tr));
    if (!tr.docChanged) return;
    this.panel.close();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.write());
  }

  /** Writes the text into its box and tells the page so. */
  write() {
    cancelAnimationFrame(this.frame);
    const { text } = this;
    if (text === this.box.value) return;
    this.box.value = this.written = text;
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
    this.tokens.ask(text);
  }

  /** What others write into the box comes into the editor: words taken up again, a figure put in. */
  follow() {
    const { signal } = (this.ending = new AbortController());
    this.form.addEventListener("input", () => this.box.value !== this.written && this.reload(), { signal, capture: true });
    this.form.addEventListener("submit", () => this.write(), { signal, capture: true });
    addEventListener("pagehide", () => this.write(), { signal, capture: true });
    this.label.addEventListener("click", () => this.view.focus(), { signal });
    // An error's link leads to the box, which is not to be seen.
    document.addEventListener("click", (event) => event.target.closest?.(`a[href="#${CSS.escape(this.box.id)}"]`) && setTimeout(() => this.view.focus()), { signal });
    this.box.focus = () => this.view.focus();
  }

  reload() {
    this.written = this.box.value;
    const doc = this.docOf(this.box.value);
    const tr = closeHistory(this.view.state.tr);
    tr.replaceWith(0, tr.doc.content.size, doc.content);
    tr.setDocAttribute("tail", doc.attrs.tail);
    tr.setSelection(TextSelection.atEnd(tr.doc));
    this.view.dispatch(tr);
    this.closeStep();
    this.tokens.ask(this.box.value);
  }

  /** What comes next is undone by itself. */
  closeStep() {
    this.view.dispatch(closeHistory(this.view.state.tr));
  }

  /** The caret of the box is where the editor's is, for what is put in from the lists of the page. */
  keepCaret() {
    const { doc, selection } = this.view.state;
    const before = [];
    doc.cut(0, selection.from).forEach((line) => before.push(asWritten(line)));
    const caret = before.join("\n").length;
    this.write();
    this.box.setSelectionRange(caret, caret);
    return false;
  }

  chip(node) {
    const dom = this.tokens.element(node.attrs.token);
    return { dom, ignoreMutation: () => true, destroy: () => this.tokens.forget(dom) };
  }

  announce(token) {
    this.told.textContent = token ? `${name(this.tokens.get(token))}. Enter opens it, Backspace removes it.` : "";
  }

  openPanel(view, place) {
    markChip(view, this.marker, place);
    this.marked = place;
    this.panel.open(view.state.doc.nodeAt(place).attrs.token);
    return true;
  }

  changeChip(token) {
    const { state } = this.view;
    this.view.updateState(state.apply(state.tr.setNodeAttribute(this.marked, "token", token).setMeta(this.marker, this.marked)));
    this.write();
  }

  removeChip() {
    this.view.dispatch(closeHistory(this.view.state.tr).delete(this.marked, this.marked + 1));
    this.view.focus();
  }

  slash() {
    const { $from, empty } = this.view.state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, "\n", "\ufffc");
    if (!this.chooser || !empty || !/(^|\s)$/.test(before)) return false;
    this.bySlash = true;
    this.chooser.open();
    return true;
  }

  insert() {
    this.bySlash = false;
    this.chooser?.open();
    return true;
  }

  /** An entry of the chooser goes in at the caret, or in the place of the chip whose panel was open. */
  choose(entry) {
    this.closeStep();
    if (entry.state !== "unread" && tokensIn(entry.token).join() === entry.token) this.tokens.learn(entry.token, { words: entry.words, label: entry.label, when: entry.when, kind: entry.kind in { date: 1, record: 1, reference: 1 } ? entry.kind : entry.kind === "commitment" ? "record" : "figure", state: entry.state });
    const marked = this.marker.getState(this.view.state);
    if (marked !== null) this.view.dispatch(this.view.state.tr.delete(marked, marked + 1));
    this.put(entry.token);
    this.view.focus();
  }

  /** Back from the chooser without a choice: a slash and what was typed after it stay. */
  back() {
    if (this.bySlash) this.put(`/${this.chooser.box.value}`);
    this.view.focus();
  }

  /** Puts `text` in at the caret: its tokens as chips, its lines as lines. */
  put(text) {
    const doc = Node.fromJSON(schema, toDoc(text));
    const { state } = this.view;
    const { $from, empty } = state.selection;
    const first = doc.firstChild;
    let { tr } = state;
    if (doc.childCount === 1 && !first.attrs.mark) {
      const words = text.startsWith(" ") ? [schema.text(first.attrs.lead)] : [];
      tr = tr.replaceSelection(new Slice(Fragment.fromArray(words).append(first.content), 0, 0));
    } else if (empty && !$from.parent.content.size && $from.depth === 1) {
      tr = tr.replaceWith($from.before(), $from.after(), doc.content);
      tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + doc.content.size), -1));
    } else tr = tr.replaceSelection(new Slice(doc.content, 1, 1));
    this.view.dispatch(tr.scrollIntoView());
  }

  paste(event) {
    const data = event.clipboardData;
    const html = data?.getData("text/html") ?? "";
    const plain = data?.getData("text/plain") ?? "";
    event.preventDefault();
    // What was copied here has its tokens in the plain text.
    const isOwn = /data-pm-slice|data-token/.test(html);
    const kind = this.box.dataset.paste === "rows" ? "rows" : "text";
    const got = html && !isOwn ? read(html, kind) : { text: plain.replace(/\r\n?/g, "\n") };
    if (!got.text) return true;
    this.closeStep();
    this.put(got.text);
    this.closeStep();
    if (html && !isOwn) this.told.textContent = told(got, kind);
    return true;
  }

  drop(event) {
    if (this.view.dragging) return false;
    event.preventDefault();
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY });
    const text = event.dataTransfer?.getData("text/plain");
    if (!at || !text) return true;
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.near(this.view.state.doc.resolve(at.pos))));
    this.put(text);
    return true;
  }

  unmount() {
    this.write();
    this.ending.abort();
    delete this.box.focus;
    this.view.destroy();
    this.host.remove();
    this.box.hidden = false;
  }
}

/** The block that a form writes, or the one that a new block follows. */
function blockOf(form) {
  const { block, after, parent } = form.elements;
  return block?.value || after?.value || parent?.value || "";
}

function asWritten(line) {
  const { gap, lead, mark, sep } = line.attrs;
  const text = lineText(line.toJSON().content ?? []);
  return joined({ rows: [{ gap, lead, mark, sep, text }], tail: [] });
}

function textOf(fragment) {
  const rows = [];
  fragment.forEach((node) => rows.push(node.type.name === "line" ? asWritten(node) : lineText([node.toJSON()])));
  return rows.join(fragment.firstChild?.type.name === "line" ? "\n" : "");
}

/** Tokens that were typed become chips, and a line that begins as an item becomes one. */
function normalized(transactions, _before, state) {
  if (!transactions.some((tr) => tr.docChanged)) return null;
  const { tr } = state;
  state.doc.descendants((node, place, parent) => {
    if (node.isText && node.text.includes("[[")) chipsOf(node, place, tr);
    if (node.isText && parent.firstChild === node && !parent.attrs.mark) itemOf(node, place, parent, tr);
  });
  return tr.docChanged ? tr : null;
}

function chipsOf(node, place, tr) {
  for (const token of tokensIn(node.text).reverse()) {
    const at = tr.mapping.map(place + node.text.lastIndexOf(token));
    const chip = schema.nodes.chip.create({ token }, null, node.marks.filter((mark) => mark.type !== schema.marks.link));
    tr.replaceWith(at, at + token.length, chip);
  }
}

function itemOf(node, place, line, tr) {
  const [all, mark, sep] = BEGINS_ITEM.exec(node.text) ?? [];
  if (!all) return;
  const at = tr.mapping.map(place);
  tr.delete(at, at + all.length);
  tr.setNodeMarkup(at - 1, null, { ...line.attrs, mark, sep });
}
