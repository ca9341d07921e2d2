// Lines: what Enter and Backspace make of prose and of lists.
const ROMANS = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const PROSE = { gap: [""], lead: "", mark: "", sep: "" };

/** A new line: the next item of a list, or prose with a line left empty before it. */
export function newLine(state, dispatch) {
  const { $from } = state.selection;
  const { attrs, content } = $from.parent;
  if (attrs.mark && !content.size) {
    dispatch(state.tr.setNodeMarkup($from.before(), null, PROSE));
    return true;
  }
  const next = attrs.mark ? { ...attrs, gap: [], mark: following(attrs.mark, markBefore($from)), sep: attrs.sep || " " } : PROSE;
  return split(state, dispatch, next);
}

/** A line of the same passage. */
export function brokenLine(state, dispatch) {
  return split(state, dispatch, { ...PROSE, gap: [] });
}

function split(state, dispatch, attrs) {
  const tr = state.tr.deleteSelection();
  tr.split(tr.selection.from, 1, [{ type: state.schema.nodes.line, attrs }]);
  dispatch(tr.scrollIntoView());
  return true;
}

/** Backspace at the beginning of an item makes prose of it. */
export function noItem(state, dispatch) {
  const { $from, empty } = state.selection;
  const { attrs } = $from.parent;
  if (!empty || $from.parentOffset || !attrs.mark) return false;
  dispatch(state.tr.setNodeMarkup($from.before(), null, { ...attrs, lead: "", mark: "", sep: "" }));
  return true;
}

/** Makes points of the lines of the selection, or prose where all are points. */
export function toggleList(state, dispatch) {
  const places = [];
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, place) => {
    if (node.type.name === "line") places.push([place, node]);
    return false;
  });
  const away = places.every(([, node]) => node.attrs.mark);
  const tr = state.tr;
  places.forEach(([place, node], nth) => {
    const own = { ...node.attrs, lead: "", mark: away ? "" : "*", sep: away ? "" : " " };
    tr.setNodeMarkup(place, null, !away && nth ? { ...own, gap: [] } : own);
  });
  dispatch(tr);
  return true;
}

/** Puts an item one level deeper or back: Ctrl+] and Ctrl+[. */
export function indent(deeper) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const { attrs } = $from.parent;
    if (!attrs.mark) return false;
    dispatch(state.tr.setNodeMarkup($from.before(), null, { ...attrs, lead: deeper ? "  " : "" }));
    return true;
  };
}

function markBefore($from) {
  const place = $from.index(0);
  return place ? $from.node(0).child(place - 1).attrs.mark : "";
}

/** The mark that follows `mark`: `ii.` after `i.`, but `j.` after `i.` where `h.` came before. */
export function following(mark, before = "") {
  const letters = mark.slice(0, -1);
  if (mark === "*") return mark;
  if (/^\d+$/.test(letters)) return `${Number(letters) + 1}.`;
  const isLetter = letters.length === 1 && (!"ivxlc".includes(letters) || before === `${previous(letters)}.`);
  return isLetter ? `${String.fromCharCode(letters.charCodeAt(0) + 1)}.` : `${roman(value(letters) + 1)}.`;
}

const previous = (letter) => String.fromCharCode(letter.charCodeAt(0) - 1);

function value(numeral) {
  const worth = { c: 100, l: 50, x: 10, v: 5, i: 1 };
  return [...numeral].reduce((sum, sign, place, all) => sum + (worth[all[place + 1]] > worth[sign] ? -worth[sign] : worth[sign]), 0);
}

function roman(number) {
  let left = number;
  let numeral = "";
  for (const [worth, sign] of ROMANS) for (; left >= worth; left -= worth) numeral += sign;
  return numeral;
}
