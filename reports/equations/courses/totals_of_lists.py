"""The total of the numbers of a list, in the sentence behind it: `These payments came to £2,400 in
all`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.equations.courses.value_lists import lists_of_values
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_IN_ALL = SentencePattern(
    r"^\W*(?:these|those|they|together|all\s+(?:of\s+)?(?:these|this))\b[^⟦.;]{0,160}?\b(?:came|come|comes|add(?:ed|s)?|amount(?:ed|s)?|totall?(?:ed|s)|makes?|made|"
    r"cost)\s+(?:(?:up|to|a|total|of|us)\s+)*⟦[cm](?P<mark>\d+)⟧(?:\s+[a-z]+){0,2}?\s*(?P<all>\bin\s+(?:all|total)|\baltogether)?",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|most|some|half|of\s+which)\b", re.I
)


def totals_of_lists(reading: Reading) -> Iterator[Denial]:
    """The sum that a sentence right behind a list gives is that of the one number of each item."""
    rows = statements(reading)
    for kind in (COUNT, MONEY):
        for _, items, end in lists_of_values(reading, kind):
            row = rows[end] if end < len(rows) else None
            match = _IN_ALL.search(row.sentence.text) if row else None
            if match is None or _OTHERS.search(match.group()) or not _is_sure(match, kind):
                continue
            stated, total = row.sentence.thing(match["mark"]), sum(x.value for x in items)
            if stated.kind == kind and not stated.bound and stated.value != total:
                sign = "£" if kind == MONEY else ""
                says = (
                    f"The numbers of the list come to {sign}{number_text(total)}, but the report "
                )
                says += f"gives {stated.words}."
                yield Denial(row.line, stated, says, "Correct the total, or its numbers.")


def _is_sure(match: re.Match, kind: str) -> bool:
    """True if a sentence has plainly the sum: of money, or of things `in all`."""
    return kind == MONEY or bool(match["all"])
