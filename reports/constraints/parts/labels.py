"""Labels with their counts in a row, whose first is the whole: `Complaints: 90. Upheld: 31.`"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from assurance.runtime import digits
from reports.checks.reading import ITEM, PROSE
from reports.prose.quantities.opposites import are_states, is_state
from reports.quantities.model import Quantity, Statement
from reports.quantities.parts.division import Division

# A label is a few words, and nothing but its unit or its share stands behind the count.
_LABELLED = re.compile(
    r"\W*(?P<label>[a-z][a-z’-]*(?:[\s/]+(?:[a-z(][a-z’)-]*|⟦[dx]\d+⟧)){0,7}?)"
    r"\s*(?::|[–—-]|\s)\s*⟦c(?P<mark>\d+)⟧(?:\s+[a-z]+)?(?:\s*[(,]\s*⟦p\d+⟧\)?)?\W*",
    re.I,
)
# Lines of one paragraph are parted by nothing but the capital of the next label.
_PIECES = re.compile(r"[.;]|,\s+(?=[A-Za-z])|(?<=⟧)\s+(?=[A-Z][^⟦]{0,60}[:–—-]\s*⟦c)")
_NEAR, _LEAST = Fraction(1, 5), 3


def divided_by_labels(rows: Sequence[Statement]) -> Iterator[Division]:
    """The division of the first of some labelled counts by the others, where their labels name
    states of which each thing has one."""
    for _place, group in groupby(_entries(rows), lambda entry: entry[0]):
        entries = [(label, item) for _place, label, item in group]
        labels, items = zip(*entries, strict=True)
        # A list of states has no whole among them.
        is_list = items[0].line.kind == ITEM and is_state(labels[0])
        if len(entries) >= _LEAST and are_states(labels[1:]) and not is_list:
            yield Division(items[0], items[1:], "", _NEAR)


def _entries(rows: Sequence[Statement]) -> Iterator[tuple[tuple, str, Quantity]]:
    """(its run, label, count) of every piece of a paragraph that is a label with a count."""
    run = 0
    for row in rows:
        index = {item.phrase.mark: item for item in row.quantities if item.phrase.is_stock}
        for piece in _PIECES.split(row.sentence.text) if row.line.kind in PROSE else ():
            match = _LABELLED.fullmatch(piece) if piece.count("⟦c") == 1 else None
            item = index.get(digits.whole(match["mark"])) if match else None
            run += item is None and bool(piece.strip())
            if item:
                yield (row.section, run), match["label"], item
