"""What is said to have grown or fallen most, against the rows of a table of two periods or more."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import EXCEPTIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, Shown, names_loosely, tables_near

_RISE = r"growth|rises?|increases?|gains?"
_FALL = r"falls?|drops?|decreases?|reductions?|declines?"
# “The biggest rise was in agency fostering”; “agency fostering grew most”.
_LARGEST = SentencePattern(
    r"\b(?:biggest|largest|greatest|steepest|sharpest)\s+(?:[a-z]+\s+)?"
    rf"(?:(?P<up>{_RISE})|(?P<down>{_FALL})|changes?)\b[^.;:]{{0,60}}?\s"
    r"(?:was|is|were|has\s+been|came|occurred|took\s+place)\s+(?:seen\s+|recorded\s+|found\s+)?"
    r"(?:in|among(?:st)?|for|at|under|by)\s+(?P<named>[^.;:]{2,90})",
    re.I,
)
_MOST = SentencePattern(
    r"\b(?P<named>[a-z’' -]{3,60}?)\s+(?:has\s+|have\s+)?"
    r"(?:(?P<up>grew|grown|rose|risen|increased)|(?P<down>fell|fallen|dropped|decreased|declined))"
    r"\s+(?:the\s+)?(?:most|furthest)\b",
    re.I,
)
# “Agency fostering saw the sharpest rise in numbers.”
_SAW = SentencePattern(
    r"\b(?P<named>[a-z’' -]{3,60}?)\s+(?:has\s+|have\s+)?"
    r"(?:saw|seen|had|recorded|showed|shows|experienced)\s+"
    r"(?:the|our|its)\s+(?:biggest|largest|greatest|steepest|sharpest)\s+"
    rf"(?:(?P<up>{_RISE})|(?P<down>{_FALL})|changes?)\b",
    re.I,
)
_NOT_ALL = re.compile(
    rf"\b(?:{EXCEPTIONS}|proportion\w*|percentage|relative\w*|rate|apart\s+from|second|"
    r"next|not|no|after|among\s+the|one\s+of)\b",
    re.I,
)


def largest_changes(reading: Reading) -> Iterator[Denial]:
    """The denials of what is said to have changed most, where another row of a table did."""
    for row in statements(reading):
        text = row.sentence.said()
        for match in (x for shape in (_LARGEST, _MOST, _SAW) for x in shape.finditer(text)):
            if _NOT_ALL.search(text[: match.start("named")]):
                continue
            denials = (_against(row, match, table) for table in tables_near(reading, row.line))
            if denial := next(filter(None, denials), None):
                yield denial


def _against(row: Statement, match, table: Shown) -> Denial | None:
    """The denial by a table in which another row changed more, both in number and for its size."""
    steps = dict(_steps(table))
    named = [label for label in steps if names_loosely(match["named"], label)]
    if len(named) != 1 or len(steps) < 2:
        return None
    sign = -1 if match["down"] else 1
    sizes = {label: sign * (last - first) for label, (first, last) in steps.items()}
    if not (match["up"] or match["down"]):
        sizes = {label: abs(size) for label, size in sizes.items()}
    shares = {label: size / max(steps[label][0], 1) for label, size in sizes.items()}
    own, most = named[0], max(sizes, key=sizes.get)
    if sizes[own] == sizes[most] or shares[own] == max(shares.values()):
        return None
    says = f"“{own}” went {_words(steps[own])} in the {table.kind} ({table.grid.at}), but "
    says += f"“{most}” went {_words(steps[most])}."
    return Denial(row.line, row.sentence.start, says, "Name what changed most.")


def _steps(table: Shown):
    """(label, (its value in the first period, in the last)) of each row that is no total."""
    if len(table.periods) < 2:
        return
    first, last = table.periods[0][0], table.periods[-1][0]
    rows = [
        (label, (numbers[first].value, numbers[last].value))
        for label, numbers in zip(table.rows, table.numbers, strict=True)
        if len(numbers) > last and numbers[first] and numbers[last] and not TOTAL.match(label)
    ]
    yield from (row for row in rows if not _is_sum(row, rows))


def _is_sum(row, rows):
    """True if a row is the sum of all others in both periods, whatever its name: “Region”."""
    others = [values for label, values in rows if label != row[0]]
    return len(others) > 1 and row[1] == tuple(map(sum, zip(*others, strict=True)))


def _words(step):
    return f"from {number_text(step[0])} to {number_text(step[1])}"
