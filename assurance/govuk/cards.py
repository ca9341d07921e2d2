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


def _label_text(header):
    text = re.sub(r"<[^>]*>", "", _BREAK.sub(", ", _UNSEEN.sub("", header)))
    return " ".join(text.split()).replace('"', "&quot;")
