"""Tables that are read row by row: a card for each row on a small screen, a table for everybody
else and for screen readers.

A style sheet that lays rows out as blocks takes the table's roles away, so each is written down;
each cell gets the words of its column, which the card shows before the value.
"""

import re

from assurance.runtime.digits import whole

_TAG = re.compile(r"<(table|thead|tbody|tr|th|td)\b([^>]*)>")
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_HEADER = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
# An arrow that shows the order, and words that only screen readers get.
_UNSEEN = re.compile(r'<span (?:aria-hidden="true"|class="govuk-visually-hidden")>.*?</span>')
_BREAK = re.compile(r"<br\b[^>]*>")
_SPAN = re.compile(r'colspan="([0-9]+)"')
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b[^>]*>.*?</\1>", re.DOTALL)
_SPANS, _SORTED = re.compile(r"\b(?:col|row)span="), re.compile(r'aria-sort="(?:a|de)scending"')
# What a cell holds besides words.
_HOLDS = re.compile(r"<(?:a|button|img|input|select|svg)\b")
_DASHES = frozenset(("", "–"))
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


def as_cards(html: str) -> str:
    """A table's `html` with the role of every part and, in each cell, the words of its column."""
    head = _HEAD.search(html)
    labels = [_label_text(header) for header in _HEADER.findall(head[0])] if head else []
    place = 0

    def marked(tag):
        nonlocal place
        name, rest = tag.groups()
        if name == "tr":
            place = 0
        if name not in ("th", "td"):
            return f'<{name}{rest} role="{_ROLES[name]}">'
        label = labels[place] if place < len(labels) else ""
        spanned = _SPAN.search(rest)
        place += (spanned and whole(spanned[1])) or 1
        if 'scope="col"' in rest:
            return f'<{name}{rest} role="columnheader">'
        role = "rowheader" if name == "th" else "cell"
        return f'<{name}{rest} role="{role}" data-label="{label}">'

    return _TAG.sub(marked, html)


def without_empty_columns(html: str) -> str:
    """A table's `html` without the columns in which none of its rows has a value, those named
    beneath; of a table of one row, and of one whose cells span others, all of it."""
    head, *rows = _ROW.findall(html) if "<thead" in html else [""]
    cells = [[cell[0] for cell in _CELL.finditer(row)] for row in (head, *rows)]
    if len(rows) < 2 or _SPANS.search(html) or len({*map(len, cells)}) > 1:
        return html
    columns = list(zip(*cells, strict=True))
    empty = {place for place, column in enumerate(columns) if _is_empty(*column)}
    if not empty:
        return html
    parts = iter(cells)

    def kept(row):
        inside = (cell for place, cell in enumerate(next(parts)) if place not in empty)
        return f"{row[0].partition('>')[0]}>{''.join(inside)}</tr>"

    names = ", ".join(_label_text(columns[place][0]) for place in sorted(empty))
    note = f'<p class="govuk-body-s app-quiet">Columns without a value here: {names}.</p>'
    return f"{_ROW.sub(kept, html)}{note}"


def _is_empty(header, *cells):
    """True where no row has a value in a column that has a name and orders nothing."""
    if _SORTED.search(header) or not _label_text(header):
        return False
    return all(_label_text(cell) in _DASHES and not _HOLDS.search(cell) for cell in cells)


def _label_text(header):
    text = re.sub(r"<[^>]*>", "", _BREAK.sub(", ", _UNSEEN.sub("", header)))
    return " ".join(text.split()).replace('"', "&quot;")
