"""Reading a letter's table that was pasted: lines with a theme, a strength and an area, cells apart
by tabs or by |.

Word puts each paragraph of a cell on a line of its own, so that a line without a tab goes on with
the cell before; Excel puts a cell that holds several lines in quotation marks.
"""

import csv
import io
import re
from dataclasses import dataclass

from assurance.reviews.rules.findings import AREA, MOST_AT_ONCE, RECOMMENDATION, STRENGTH

BULLET = re.compile(r"^\s*(?:[•·▪●○◦‣⁃*–—-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*")
RULER = re.compile(r"^[\s|:+=-]*-{2,}[\s|:+=-]*$")
QUOTED = re.compile(r'(?:^|\t)"[^"\t]*\n', re.MULTILINE)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
THEME, TOP_TIP, PRIORITY = "theme", "top_tip", "priority"
LONGEST_THEME = 200
MOST_CHARACTERS = 130_000
# What a heading's words say of its column, the first that fits.
HEADINGS = (
    (THEME, ("theme", "heading", "line of enquiry", "judgement area", "topic")),
    (RECOMMENDATION, ("recommendation",)),
    (TOP_TIP, ("top tip", "tips")),
    (PRIORITY, ("priorit",)),
    (
        AREA,
        (
            *("area for", "areas for", "areas to", "to consider", "to develop", "development"),
            *("improve", "weakness", "consideration", "challenge", "even better"),
        ),
    ),
    (STRENGTH, ("strength", "good practice", "what works", "working well", "went well")),
)
LAYOUTS = {
    "three": (THEME, STRENGTH, AREA),
    "two": (STRENGTH, AREA),
    "strengths": (THEME, STRENGTH),
    "areas": (THEME, AREA),
}
LAYOUT_WORDS = [
    ("headed", "As in its first row"),
    ("three", "Theme, strengths, areas for development"),
    ("two", "Strengths or good practice, areas for development or to consider"),
    ("strengths", "Theme, strengths or good practice"),
    ("areas", "Theme, areas for development or to consider"),
]


class NotRead(ValueError):
    """The table cannot be read; the text is the sentence for the person who pasted it."""


@dataclass(frozen=True)
class Line:
    """One finding of the table: the title of its theme (empty for none), its kind, its words."""

    theme: str
    kind: str
    text: str


def read(text, layout):
    """A list of `Line` of a pasted table, in its order; `layout` is a key of `LAYOUT_WORDS`.

    Raises `NotRead` with a sentence.
    """
    # Before anything is read: how long a cell Python reads is set for the whole process elsewhere.
    if len(text) > MOST_CHARACTERS:
        raise NotRead("The table is too long to be read at once: paste it in parts")
    if "\t" not in text and "|" not in text:
        raise NotRead(
            "The table has no columns: copy it from the letter, or put a | between its columns"
        )
    first = _rows(text, None)
    if not first:
        raise NotRead("Paste the table: nothing but lines without words was found")
    columns = _columns(first[0], layout)
    rows = _rows(text, len(columns))
    if layout == "headed" or _named(first[0]) == columns:
        rows = rows[1:]
    for number, row in enumerate(rows, 1):
        if len(row) > len(columns):
            raise NotRead(
                f"Row {number} has {len(row)} columns and the table has {len(columns)}: remove "
                "one, or choose the columns again"
            )
    lines = list(dict.fromkeys(_lines(rows, columns)))
    if sentence := why_not_lines(lines):
        raise NotRead(sentence)
    return lines


def why_not_lines(lines):
    """The sentence that refuses what a table holds, or None."""
    if not lines:
        return "The table has no finding: every cell next to the themes is empty"
    if len(lines) > MOST_AT_ONCE:
        return f"Paste {MOST_AT_ONCE} findings or fewer at once: these are {len(lines)}"
    for line in lines:
        if len(line.theme) > LONGEST_THEME:
            return (
                f"A theme must have {LONGEST_THEME} characters or fewer: “{line.theme[:40]}…” "
                "is longer, so perhaps the columns are others"
            )
    return None


def told_apart(lines, current):
    """(lines to add, lines that are held already); `held` holds (theme, kind, words) of the
    review's findings."""
    known = {_plain(*item) for item in current}
    new = [line for line in lines if _plain(line.theme, line.kind, line.text) not in known]
    return new, [line for line in lines if line not in new]


def _plain(theme, kind, text):
    return " ".join(theme.split()).casefold(), kind, " ".join(text.split()).casefold()


def _columns(first, layout):
    if layout != "headed":
        return LAYOUTS[layout]
    named = _named(first)
    if not named:
        raise NotRead(
            "The first row does not name the columns as theme, strengths or areas: choose below "
            "what they are"
        )
    return named


def _named(row):
    """The columns that a row of headings names, or an empty tuple where it names none."""
    matches = tuple(_column(" ".join(cell)) for cell in row)
    whole = all(matches) and len(set(matches)) == len(matches) and set(matches) != {THEME}
    return matches if whole else ()


def _column(heading):
    text = heading.casefold()
    # A heading is short; a finding may well speak of areas and strengths.
    if len(text) > 60:
        return ""
    return next((kind for kind, value in HEADINGS if any(item in text for item in value)), "")


def _rows(text, width):
    """A list of rows, each a list of cells, each a list of its paragraphs; `width` is how many
    columns there are, None to read the first row alone, whose width nobody knows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if "\t" not in text:
        drawn = [line.strip() for line in lines if line.strip() and not RULER.match(line)]
        # Where some lines do without a border, a | that begins a line follows an empty cell.
        edge = "|" if all(line.startswith("|") for line in drawn) else ""
        return [_piped(line.removeprefix(edge)) for line in drawn]
    if QUOTED.search(text):
        return _quoted(text)
    return _tabbed(lines, width)


def _quoted(text):
    rows = csv.reader(io.StringIO(text), delimiter="\t")
    return [[_paragraphs(cell) for cell in row] for row in rows if any(map(str.strip, row))]


def _piped(line):
    cells = line.removesuffix("|").split("|")
    return [_paragraphs(BREAK.sub("\n", cell)) for cell in cells]


def _tabbed(lines, width):
    rows = []
    for line in lines:
        first, *further = line.split("\t")
        whole = not rows or (width is not None and len(rows[-1]) >= width) or width is None
        if further and whole:
            rows.append([_paragraphs(first)])
        elif rows:
            rows[-1][-1] += _paragraphs(first)
        elif first.strip():
            rows.append([_paragraphs(first)])
        if further:
            rows[-1] += [_paragraphs(cell) for cell in further]
    return [row for row in rows if any(row)]


def _paragraphs(cell):
    parts = (BULLET.sub("", part).strip() for part in cell.split("\n"))
    return [part for part in parts if part]


def _lines(rows, columns):
    theme = ""
    for row in rows:
        cells = dict(zip(columns, row, strict=False))
        theme = " ".join(cells.get(THEME, ())) or theme
        for kind, paragraphs in cells.items():
            if kind != THEME:
                yield from (Line(theme, kind, paragraph) for paragraph in paragraphs)
