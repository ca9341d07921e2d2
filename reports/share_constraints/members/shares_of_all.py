"""A count that is so many per cent of all of its kind, against how many of them the section has."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import RIGHT, number_text, rounded, verdict
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.tables import TOTAL, tables_near

# “The 109 contacts closed with advice represent 44% of all those received.”
_FAR = 12
_OF_ALL = re.compile(
    r"⟦c(?P<count>\d+)⟧[^⟦.;]{0,70}?\b(?:represents?|represented|are|were|is|was|makes?\s+up|made\s+up|accounts?\s+for|"
    r"accounted\s+for)\s+(?:just\s+|only\s+|some\s+|about\s+)?⟦p(?P<share>\d+)⟧\s+of\s+(?:all|the\s+total)\b(?!\s+(?:the\s+|our\s+)?[a-z]+\s+in\s+(?:england|the))",
    re.I,
)


def shares_of_all(reading: Reading) -> Iterator[Denial]:
    """The share is that of the count in the largest count of the same things before it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for match in _OF_ALL.finditer(row.sentence.text):
            yield from _denied(reading, row, before(rows, place, _FAR), match)


def _denied(reading: Reading, row: Statement, earlier: Sequence[Statement], match: re.Match):
    number, share = row.sentence.thing(match["count"]), row.sentence.thing(match["share"])
    head = next((x.phrase.head for x in row.counts if x.phrase.number is number), "")
    counts = [
        x.phrase.number for other in (row, *earlier) for x in other.counts if x.phrase.head == head
    ]
    counts += _totals(reading, row, head)
    wholes = [
        x for x in counts if head and x.value > number.value and x.kind == COUNT and not x.bound
    ]
    exact = [Fraction(number.value * 100) / x.value for x in wholes]
    borne = any(verdict(share, each, each) == RIGHT for each in exact)
    if not wholes or borne or number.bound or share.bound:
        return
    whole = max(wholes, key=lambda x: x.value)
    right = rounded(Fraction(number.value * 100) / whole.value, share.places)
    if is_mistyped(share.value, right, PERCENT):
        says = f"{number.words} of {whole.words} is {number_text(right, share.places)}%, but the "
        yield Denial(row.line, share, f"{says}report gives {share.words}.", "Correct the share.")


def _totals(reading: Reading, row: Statement, head: str) -> Iterator[Number]:
    """The totals of the tables near, of the columns that are of some things."""
    for table in tables_near(reading, row.line):
        places = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
        for cell, heading in zip(
            table.numbers[places[0]] if places else (), table.headings, strict=False
        ):
            if cell and head in stems(heading):
                yield cell
