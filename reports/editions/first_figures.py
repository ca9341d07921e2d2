"""The figures that open a report whose author chose none: the first ones that it prints, those with
an earlier value before the others, so that its readers see how many and which way."""

from dataclasses import replace

from reports.documents.document import FIGURE, Document, Headline, Headlines, Run
from reports.documents.headlines import parted

ANCHOR = "first-figures"
# So many are drawn, of so many that are compared with their earlier values.
MOST, COMPARED = 3, 12


def opened_by_all(document: Document) -> Document:
    """The document opened by its first figures, each at its last date, if it chose none."""
    leading, _ = parted(document)
    items = tuple(map(_headline, _first(document)[:COMPARED]))
    if leading or not items:
        return document
    return replace(document, opening=Headlines(ANCHOR, items, unchosen=True))


def opened_by_few(document: Document) -> Document:
    """The document opened by few of its first figures, those with an earlier value first."""
    if document.opening is None:
        return document
    items = sorted(document.opening.items, key=lambda item: len(item.series) < 2)[:MOST]
    return replace(document, opening=replace(document.opening, items=tuple(items)))


def _first(document):
    """The entry of each shown figure at its last date, in the order of print."""
    entries = {}
    for entry in document.counted:
        if entry.mark or entry.count is None or entry.made_of:
            continue
        name = entry.key, entry.member, entry.population or entry.cohort
        if name not in entries or entry.end > entries[name].end:
            entries[name] = entry
    return list(entries.values())


def _headline(entry):
    value = Run(entry.text, FIGURE, str(entry.number))
    return Headline(entry.title, (value,), (Run(entry.when),))
