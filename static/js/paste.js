// Text copied with its looks, from Word, a web page or a letter, comes in as our small markup: lists,
// bold, italics, links, headings and tables stay; pictures, scripts and styles are left out, and said so.

const BLOCKS = new Set("P DIV UL OL LI TABLE TR TD TH TBODY THEAD H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE SECTION ARTICLE BODY HR DL DT DD FIGURE".split(" "));
const DROPPED = { IMG: "pictures", SVG: "pictures", PICTURE: "pictures", CANVAS: "pictures", VIDEO: "pictures", OBJECT: "pictures", SCRIPT: "scripts", IFRAME: "frames", INPUT: "form fields", BUTTON: "form fields", TEXTAREA: "form fields", DEL: "words struck out" };
const LINK = /^(https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]*\))+$/i;
const ROMAN = /^[ivx]{2,6}$|^i$/i;

/** {text, dropped}: `html` in our markup, and the names of what was left out. `kind` is text, several or rows. */
export function read(html, kind) {
  // The page's security policy complains of styles even in a text that is only read.
  const bare = html.replace(/<style[\s\S]*?(<\/style>|$)/gi, "").replace(/(<[^>]*?\s)style\s*=/gi, "$1data-look=");
  const page = new DOMParser().parseFromString(bare, "text/html");
  const state = { kind, dropped: new Set(), nested: false, lines: [] };
  block(page.body, state, 0);
  const text = state.lines.join("\n").replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
  return { text, dropped: [...state.dropped].sort(), nested: state.nested };
}

function block(node, state, depth) {
  let words = "";
  const flush = () => {
    if (words.trim()) paragraph(words, state);
    words = "";
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words += child.data.replace(/\s+/g, " ");
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    if (!isBlock(child)) words += inline(child, state);
    else {
      flush();
      element(child, state, depth);
    }
  }
  flush();
}

function isBlock(element) {
  return BLOCKS.has(element.tagName) || [...element.children].some(isBlock);
}

function element(node, state, depth) {
  const heading = /^H([1-6])$/.exec(node.tagName);
  if (isDropped(node, state)) return;
  if (node.tagName === "TABLE") table(node, state);
  else if (node.tagName === "UL" || node.tagName === "OL") list(node, state, depth);
  else if (heading) title(node, Number(heading[1]), state);
  else if (wordLevel(node)) wordItem(node, state);
  else block(node, state, depth);
}

function paragraph(words, state) {
  state.lines.push("", words.trim().replace(/ {2,}/g, " "), "");
}

function title(node, level, state) {
  const words = inlines(node, state).trim().replace(/\*\*|\n/g, "");
  if (!words) return;
  state.lines.push("", state.kind === "several" ? `${"#".repeat(Math.min(level, 4))} ${words}` : `**${words}**`, "");
}

/** The items of a real list; what stands deeper than two levels is written in the second. */
function list(node, state, depth) {
  const indent = "  ".repeat(Math.min(depth, 1));
  let number = Number(node.getAttribute("start")) || 1;
  for (const item of node.children) {
    if (item.tagName === "UL" || item.tagName === "OL") list(item, state, depth + 1);
    if (item.tagName !== "LI") continue;
    const inner = [...item.childNodes].filter((one) => ["UL", "OL"].includes(one.tagName));
    const own = item.cloneNode(true);
    for (const one of [...own.children]) if (["UL", "OL"].includes(one.tagName)) one.remove();
    const words = inlines(own, state).trim();
    if (words) pushItem(state, `${indent}${mark(node, number)} ${words.replace(/\s*\n\s*/g, " ")}`);
    number += 1;
    for (const one of inner) list(one, state, depth + 1);
  }
  state.lines.push("");
}

function pushItem(state, line) {
  while (state.lines.length && state.lines.at(-1) === "") state.lines.pop();
  state.lines.push(line);
}

function mark(node, number) {
  if (node.tagName === "UL") return "*";
  const type = node.getAttribute("type") || "";
  const style = node.getAttribute("data-look") || "";
  if (type.toLowerCase() === "i" || /roman/.test(style)) return `${roman(number)}.`;
  if (type.toLowerCase() === "a" || /(alpha|latin)/.test(style)) return `${String.fromCharCode(96 + Math.min(number, 26))}.`;
  return `${number}.`;
}

function roman(number) {
  const signs = [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
  let left = number;
  let words = "";
  for (const [worth, sign] of signs) for (; left >= worth; left -= worth) words += sign;
  return words;
}

/** The level of a paragraph that Word writes as an item of a list, or 0. */
function wordLevel(node) {
  const found = /mso-list:\s*l\d+\s+level(\d)/i.exec(node.getAttribute("data-look") || "");
  return found ? Number(found[1]) : 0;
}

function wordItem(node, state) {
  const ignored = [...node.querySelectorAll("[data-look]")].filter((one) => /mso-list:\s*ignore/i.test(one.getAttribute("data-look")));
  const sign = (ignored[0]?.textContent || "").replace(/[\s\u00a0]+/g, "");
  const own = node.cloneNode(true);
  for (const one of [...own.querySelectorAll("[data-look]")]) if (/mso-list:\s*ignore/i.test(one.getAttribute("data-look"))) one.remove();
  const words = inlines(own, state).trim().replace(/\s*\n\s*/g, " ");
  const bare = sign.replace(/[().]/g, "").toLowerCase();
  const isMark = /^(\d{1,3}|[a-z]|[ivxl]{1,6})$/.test(bare) && (sign !== bare || ROMAN.test(bare) || /^\d/.test(bare)) && sign !== "o";
  const indent = wordLevel(node) > 1 ? "  " : "";
  if (words) pushItem(state, `${indent}${isMark ? `${bare}.` : "*"} ${words}`);
}

/** A table as lines with bars; one that stands in a cell becomes the words of its cell. */
function table(node, state) {
  if (node.querySelector("table")) state.nested = true;
  const rows = [...node.querySelectorAll("tr")].filter((row) => row.closest("table") === node);
  const lines = rows.map((row) => [...row.children].map((cell) => cellWords(cell, state)));
  if (lines.length === 1 && lines[0].length === 1) return block(rows[0].children[0], state, 0);
  const bars = state.kind === "rows" ? (cells) => cells.join(" | ") : (cells) => `| ${cells.join(" | ")} |`;
  state.lines.push("", ...lines.filter((cells) => cells.some(Boolean)).map(bars), "");
}

function cellWords(cell, state) {
  for (const one of cell.querySelectorAll("br, p, div, li, tr, td")) one.after(" ");
  return inlines(cell, state).replace(/\|/g, "/").replace(/\*\*/g, "").replace(/\s+/g, " ").trim();
}

function inlines(node, state) {
  return [...node.childNodes].map((one) => (one.nodeType === Node.TEXT_NODE ? one.data.replace(/\s+/g, " ") : one.nodeType === Node.ELEMENT_NODE ? inline(one, state) : "")).join("");
}

function inline(node, state) {
  if (isDropped(node, state)) return "";
  if (node.tagName === "BR") return "\n";
  const words = inlines(node, state);
  if (node.tagName === "A" && LINK.test(node.getAttribute("href") || "") && words.trim()) return linked(words, node.getAttribute("href"));
  const style = node.getAttribute("data-look") || "";
  if (isBold(node, style)) return around(words, "**");
  if (node.tagName === "EM" || (node.tagName === "I" && !/(?:^|;)\s*font-style:\s*normal/.test(style)) || /(?:^|;)\s*font-style:\s*italic/.test(style)) return around(words, "_");
  return words;
}

function isBold(node, style) {
  // Word writes `mso-bidi-font-weight: normal` on what is bold.
  if (/(?:^|;)\s*font-weight:\s*(normal|[1-5]00)/.test(style)) return false;
  return ["B", "STRONG"].includes(node.tagName) || /(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(style);
}

function linked(words, address) {
  const plain = words.trim().replace(/[[\]\n]|\*\*/g, "");
  return plain === address ? plain : `[${plain}](${address})`;
}

/** `words` between two marks, which stand against letters and never twice. */
function around(words, sign) {
  const inner = words.trim();
  if (!inner || inner.includes("\n") || inner.includes(sign)) return words;
  return words.replace(inner, () => `${sign}${inner}${sign}`);
}

function isDropped(node, state) {
  const tag = node.tagName.toUpperCase();
  if (DROPPED[tag]) state.dropped.add(DROPPED[tag]);
  return Boolean(DROPPED[tag]) || tag === "TITLE" || tag === "STYLE" || tag === "META" || tag === "LINK" || tag.startsWith("V:");
}

/** What the person is told of a paste. */
export function told({ text, dropped, nested }, kind) {
  const said = ["Put in without its fonts, colours and styles."];
  if (dropped.length) said.push(`Left out too: ${dropped.join(", ")}.`);
  if (nested) said.push("A table inside a table was written as words.");
  if (kind === "text" && /^\|.*\|$/m.test(text)) said.push("It has a table: cut it out and add it as a table.");
  else if (kind === "text" && /\n\n(?! *(\*|\w{1,3}\.) )/.test(text)) said.push("It has several paragraphs: “Several paragraphs” adds each with a number of its own.");
  return said.join(" ");
}

function put(box, text) {
  box.focus();
  // The old command keeps the browser's own undo; where there is none, or much text, the box is written.
  if (text.length < 20000 && document.execCommand?.("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function watch(box) {
  const status = document.createElement("p");
  status.className = "govuk-hint app-paste-status";
  status.setAttribute("role", "status");
  box.after(status);
  box.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html) {
      if (event.clipboardData?.files.length) status.textContent = "A picture cannot be pasted here: attach it to an annex, or write what it shows.";
      return;
    }
    const made = read(html, box.dataset.paste);
    if (!made.text && !made.dropped.length) return;
    event.preventDefault();
    if (made.text) put(box, made.text);
    status.textContent = told(made, box.dataset.paste);
  });
}

/** Watches every text of `root`. */
export function watchPastes(root) {
  for (const box of root.querySelectorAll("textarea[data-paste]")) watch(box);
}
watchPastes(document);
