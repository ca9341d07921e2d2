// The document of one text: lines with chips and three marks.
import { Schema } from "./library.js";

const item = (mark) => (mark ? { "data-mark": mark } : {});

export const schema = new Schema({
  nodes: {
    doc: { content: "line+", attrs: { tail: { default: [] } } },
    line: {
      content: "inline*",
      attrs: { gap: { default: [] }, lead: { default: "" }, mark: { default: "" }, sep: { default: "" } },
      parseDOM: [{ tag: "p" }],
      toDOM: ({ attrs: { gap, lead, mark } }) => ["p", { ...item(mark), class: classOf(gap, lead, mark) }, 0],
    },
    chip: {
      inline: true,
      group: "inline",
      atom: true,
      // A chip that could be selected is replaced by the next letter.
      selectable: false,
      attrs: { token: {} },
      leafText: (node) => node.attrs.token,
      toDOM: ({ attrs: { token } }) => ["span", { "data-token": token }],
      parseDOM: [{ tag: "span[data-token]", getAttrs: (element) => ({ token: element.dataset.token }) }],
    },
    text: { group: "inline" },
  },
  marks: {
    strong: { toDOM: () => ["strong", 0], parseDOM: [{ tag: "strong" }] },
    em: { toDOM: () => ["em", 0], parseDOM: [{ tag: "em" }] },
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: ({ attrs: { href } }) => ["a", { href }, 0],
      parseDOM: [{ tag: "a[href]", getAttrs: (element) => ({ href: element.getAttribute("href") }) }],
    },
  },
});

function classOf(gap, lead, mark) {
  const classes = ["app-line"];
  if (gap.length) classes.push("app-line--apart");
  if (mark) classes.push("app-line--item");
  if (mark && lead.length > 1) classes.push("app-line--within");
  return classes.join(" ");
}
