// A report's text as a document of lines with chips, and back. Nothing here touches the page.
//
// What was not changed comes back letter by letter: blank lines, indents and marks are kept as typed.

const TOKEN = /\[\[(?:(?!\[\[|\]\](?!\])).)*\]\](?!\])/gs;
const ADDRESS = "(?:https?://|mailto:)(?:[^\\s()]|\\([^\\s()]*\\))+";
const ATOM = new RegExp(
  `(?<token>${TOKEN.source})|(?<open>\\[\\[)|(?<link>\\[(?<words>[^\\[\\]\\n]+)\\]\\((?<address>${ADDRESS})\\))` +
    "|(?<strong>\\*\\*)|(?<em>(?<![\\p{L}\\p{N}])_(?=[^\\s_])|(?<=[^\\s_])_(?![\\p{L}\\p{N}]))",
  "gsu",
);
const ITEM = /^([ \t]*)(\*|(?:[a-z]{1,6}|\d{1,3})\.)([ ]+|$)/;
const ROMAN = /^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const HELD = "\u0000";

/** Every token in `text`, as it is written. */
export function tokensIn(text) {
  return text.match(TOKEN) ?? [];
}

/** {rows, tail}: rows of {gap, lead, mark, sep, text}; blank lines before a row are its gap. */
export function lines(text) {
  const tokens = [];
  const held = text.replace(TOKEN, (token) => `${HELD}${tokens.push(token) - 1}${HELD}`);
  const back = (line) => line.replace(/\u0000(\d+)\u0000/g, (_all, place) => tokens[place]);
  const rows = [];
  let gap = [];
  for (const line of text.includes(HELD) ? text.split("\n") : held.split("\n")) {
    if (line.trim()) rows.push({ gap: gap.splice(0), ...parted(line, back) });
    else gap.push(line);
  }
  if (!rows.length) rows.push({ gap: [], lead: gap.shift(), mark: "", sep: "", text: "" });
  return { rows, tail: gap };
}

function parted(line, back) {
  const [all, lead, mark, sep] = ITEM.exec(line) ?? [];
  const letters = mark?.slice(0, -1) ?? "";
  const isItem = mark === "*" || letters.length === 1 || /^\d+$/.test(letters) || ROMAN.test(letters);
  if (all !== undefined && isItem) return { lead, mark, sep, text: back(line.slice(all.length)) };
  const indent = /^[ \t]*/.exec(line)[0];
  return { lead: indent, mark: "", sep: "", text: back(line.slice(indent.length)) };
}

/** The text of what `lines` parted. */
export function joined({ rows, tail }) {
  const written = rows.flatMap(({ gap, lead, mark, sep, text }) => [...gap, lead + mark + sep + text]);
  return [...written, ...tail].join("\n");
}

/** The inline nodes of one line, as JSON of the schema. */
export function inline(text) {
  const frames = [["", []]];
  const add = (piece) => frames.at(-1)[1].push(piece);
  const giveUp = () => {
    const [sign, inner] = frames.pop();
    frames.at(-1)[1].push(sign, ...inner);
  };
  let end = 0;
  for (const found of text.matchAll(ATOM)) {
    const { token, link, words, address, strong, em } = found.groups;
    if (found.index > end) add(text.slice(end, found.index));
    const before = text[found.index - 1] ?? "";
    end = found.index + found[0].length;
    if (token) add({ type: "chip", attrs: { token } });
    else if (link) add({ type: "text", text: words, marks: [{ type: "link", attrs: { href: address } }] });
    else if (strong || em) sign(frames, found[0], before, text[end] ?? "", add, giveUp);
    else add(found[0]);
  }
  if (end < text.length) add(text.slice(end));
  while (frames.length > 1) giveUp();
  return merged(frames[0][1]);
}

function sign(frames, mark, before, after, add, giveUp) {
  const isOpen = frames.some(([each]) => each === mark);
  if (!isOpen && after.trim()) frames.push([mark, []]);
  else if (!isOpen || !before.trim()) add(mark);
  else {
    while (frames.at(-1)[0] !== mark) giveUp();
    const [, inner] = frames.pop();
    const type = mark === "_" ? "em" : "strong";
    if (!inner.length) add(mark + mark);
    for (const piece of merged(inner)) add({ ...piece, marks: [...(piece.marks ?? []), { type }] });
  }
}

/** Strings as text nodes, neighbours of the same marks as one. */
function merged(pieces) {
  const nodes = [];
  for (const piece of pieces) {
    const node = typeof piece === "string" ? { type: "text", text: piece } : piece;
    const last = nodes.at(-1);
    if (node.type === "text" && !node.text) continue;
    if (last?.type === "text" && node.type === "text" && sameMarks(last, node)) last.text += node.text;
    else nodes.push({ ...node });
  }
  return nodes;
}

const keyOf = (mark) => `${mark.type} ${mark.attrs?.href ?? ""}`;
const keys = (node) => (node.marks ?? []).map(keyOf);
const sameMarks = (one, other) => keys(one).sort().join() === keys(other).sort().join();

/** The document of `text`, as JSON of the schema. */
export function toDoc(text) {
  const { rows, tail } = lines(text);
  const content = rows.map(({ text: words, ...attrs }) => ({ type: "line", attrs, content: inline(words) }));
  return { type: "doc", attrs: { tail }, content };
}

/** The text of a document's JSON. */
export function toText(doc) {
  const rows = doc.content.map((line) => ({ ...line.attrs, text: lineText(line.content ?? []) }));
  return joined({ rows, tail: doc.attrs?.tail ?? [] });
}

/** The text of the inline nodes of one line. */
export function lineText(content) {
  const pieces = spaced(content.map(piece));
  let text = "";
  let open = [];
  pieces.forEach((one, place) => {
    const wanted = one.signs.filter((mark) => mark !== "_" || atEdges(pieces, place, text));
    while (open.some((mark) => !wanted.includes(mark))) text += open.pop();
    const opening = wanted.filter((each) => !open.includes(each)).sort((a, b) => lasts(pieces, place, b) - lasts(pieces, place, a));
    for (const mark of opening) {
      open.push(mark);
      text += mark;
    }
    text += one.text;
  });
  return text + open.reverse().join("");
}

/** How many pieces from `place` on have a mark: what lasts longer is opened first. */
function lasts(pieces, place, mark) {
  const end = pieces.findIndex((one, each) => each > place && !one.signs.includes(mark));
  return end < 0 ? pieces.length : end;
}

function piece(node) {
  if (node.type === "chip") return { text: node.attrs.token, signs: signsOf(node) };
  const link = node.marks?.find((mark) => mark.type === "link");
  if (!link) return { text: node.text, signs: signsOf(node) };
  return { text: `[${node.text.replace(/[[\]\n]/g, "")}](${link.attrs.href})`, signs: signsOf(node) };
}

const signsOf = (node) => ["**", "_"].filter((mark) => node.marks?.some(({ type }) => type === (mark === "_" ? "em" : "strong")));

/** Signs stand against letters: blanks at the ends of marked words are put outside. */
function spaced(pieces) {
  const parts = pieces.flatMap(({ text, signs }) => {
    if (!signs.length) return [{ text, signs }];
    const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
    return [before, inner, after].filter(Boolean).map((each) => ({ text: each, signs, isBlank: !each.trim() }));
  });
  return parts.map((part, place) => {
    if (!part.isBlank) return part;
    const near = [parts[place - 1], parts[place + 1]].map((each) => each?.signs ?? []);
    return { ...part, signs: part.signs.filter((mark) => near.every((signs) => signs.includes(mark))) };
  });
}

/** Whether italics that begin or go on at `place` begin and end at edges of words. */
function atEdges(pieces, place, text) {
  let last = place;
  let first = place;
  while (pieces[last + 1]?.signs.includes("_")) last += 1;
  while (pieces[first - 1]?.signs.includes("_")) first -= 1;
  const before = first === place ? text.at(-1) : pieces[first - 1]?.text.at(-1);
  return ![before, pieces[last + 1]?.text[0]].some((letter) => letter && /[\p{L}\p{N}]/u.test(letter));
}
