"""Counts that a sentence gives of the last report, against those that it printed."""

import re
from collections.abc import Iterator

from reports.checks.context import EarlierFigure
from reports.checks.reading import Reading
from reports.prose.content import content
from reports.prose.marks import MARK
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Statement, earlier_figures
from reports.quantities.passages import statements

_LAST = re.compile(
    r"^\W*(?:(?:the|our)\s+(?:last|previous)\s+(?:report|dashboard|update|paper|bulletin|return)|"
    r"the\s+(?:report|dashboard|update)\s+(?:for|of|to)\b|(?:in|by|at)\s+(?:the|our)\s+(?:last|previous)\s+"
    r"(?:report|dashboard|update|paper)|(?:when\s+)?we\s+last\s+reported)\b",
    re.I,
)
_PLAIN = content(
    "last previous report dashboard update paper bulletin return counted count gave give number"
    " showed show printed print recorded record stated state total year quarter month half end when"
)
_LEAST_WORDS = 1


def last_reports(reading: Reading) -> Iterator[Denial]:
    """`The last dashboard counted 68 who had been trained`, where it printed 86."""
    printed = [x for x in earlier_figures(reading) if x.count]
    for row in statements(reading) if printed else ():
        stocks = [x for x in row.counts if x.phrase.is_stock]
        if not _LAST.match(row.sentence.text) or len(stocks) != 1:
            continue
        item, other = stocks[0], _meant(row, printed)
        if any(x.count == item.value for x in printed) or other is None:
            continue
        if is_mistyped(item.value, other.count):
            says = f"The report gives {item.phrase.number.words}, but “{other.paper}” had "
            says += f"{other.text} {other.words}."
            mend = "Use the earlier value, or write that it was corrected."
            yield Denial.of(item, says, mend)


def _meant(row: Statement, printed: list[EarlierFigure]) -> EarlierFigure | None:
    """The one earlier figure that has all words of a sentence which tell what was counted."""
    own = content(MARK.sub(" ", row.sentence.text)) - _PLAIN
    # “44 foster households had been reviewed” is of some of those that were counted.
    many = [(len(own), x) for x in printed if own <= content(x.words)]
    most = max((number for number, _ in many), default=0)
    chosen = [x for number, x in many if number == most]
    return chosen[0] if most >= _LEAST_WORDS and len(chosen) == 1 else None
