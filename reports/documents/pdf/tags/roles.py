"""Which structure type an HTML element becomes, and what else of it a reader is told."""

TYPES = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "dt": "P",
    "dd": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ol": "L",
    "ul": "L",
    "dl": "L",
    "li": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
}

# Elements of the words in a line, however the style sheet places them.
PHRASES = frozenset(
    ("a", "abbr", "b", "br", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong")
    + ("sub", "sup", "time", "u")
)

# Types that hold others and no words of their own (ISO 32000-1, 14.8.4.2).
GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})

NUMBERING = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
}

WRITTEN = {"roman": "LowerRoman", "letter": "LowerAlpha", "number": "Decimal"}

SVG = "{http://www.w3.org/2000/svg}svg"
_TITLE = "{http://www.w3.org/2000/svg}title"
_SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


def decorative(element):
    """Whether a reader passes over the element: hidden, or a picture with nothing to say."""
    if element is None:
        return False
    if element.get("aria-hidden") == "true":
        return True
    return element.tag == "img" and element.get("alt") == ""


def alternative(element):
    """The words for a picture, or an empty string when it has none."""
    if element.tag != SVG:
        return _line(element.get("alt"))
    title = element.find(_TITLE)
    return _line(element.get("aria-label")) or _line("" if title is None else title.text)


def link_words(element):
    """What a link says of itself: its title, else its label, else its own words."""
    return (
        _line(element.get("title"))
        or _line(element.get("aria-label"))
        or _line("".join(element.itertext()))
    )


def numbering(element, style_type):
    """The ListNumbering for a CSS `list-style-type`; a style of our own goes by the element.

    A list without marks of its own whose labels are written out goes by its class.
    """
    if style_type == "none":
        written = [WRITTEN[name] for name in _classes(element) if name in WRITTEN]
        return written[0] if written else "None"
    fallback = "Decimal" if element.tag == "ol" else "Disc"
    return NUMBERING.get(style_type, fallback) if isinstance(style_type, str) else fallback


def scope(element, in_head):
    """The Scope of a header cell: as written, else columns in a table head and rows elsewhere."""
    return _SCOPES.get(element.get("scope"), "Column" if in_head else "Row")


def is_contents(element):
    """Whether the element is the list of contents."""
    return element.get("role") == "doc-toc" or "contents" in _classes(element)


def is_notes(element):
    """Whether the element holds the notes of a section."""
    return element.get("role") == "doc-endnotes" or "notes" in _classes(element)


def is_label(element):
    """Whether the element is the label of a list item, written out."""
    return "l" in _classes(element)


def _classes(element):
    return (element.get("class") or "").split()


def _line(text):
    return " ".join((text or "").split())
