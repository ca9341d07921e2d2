"""Tables of what was there, what came, what went and what is left: each is reckoned of the rest."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.quantities.grids.cells import Sheet, both_ways, sheets
from reports.checks.quantities.model import Denial, constraint
from reports.checks.reading import Reading
from reports.prose.dates import dates
from reports.prose.quantities.arithmetic import number_text

_COMES = re.compile(
    r"\b(?:start\w*|beg[aiu]n\w*|join\w*|new\w*|enter\w*|admi\w+|approved|added|additions?|in|"
    r"opened|came|registr\w+|arriv\w*|recruit\w*|appoint\w*|accepted|received|made|placed|taken|"
    r"became|becoming|referred|starters|entrants|identified|raised)\b",
    re.I,
)
_GOES = re.compile(
    r"\b(?:ceas\w+|end(?:ed|ings?)?|left|leav\w+|closed|closures|closing|remov\w+|de-?regist\w+|"
    r"discharg\w*|resign\w*|lost|out|complet\w+|depart\w*|exit\w*|withdr\w+|came\s+off|off)\b",
    re.I,
)
_OPENS = re.compile(
    r"\bbrought\s+forward\b|\bb/?fwd?\b|\b(?:at\s+)?(?:the\s+)?(?:start|beginning|opening)\b|"
    r"\bopen\s+(?:at|on)\b",
    re.I,
)
_CLOSES = re.compile(
    r"\bcarried\s+forward\b|\bc/?fwd?\b|\b(?:at\s+)?(?:the\s+)?(?:end|close|closing)\b|"
    r"\bopen\s+(?:at|on)\b|\bnow\b|\bbalance\b",
    re.I,
)
_MEND = "Put right whichever of them is wrong."


@constraint("flow-denied", "C02; source of error 6", follows=("grid-relation", "table-total"))
def flows(reading: Reading) -> Iterator[Denial]:
    """In a table of movements what was there, with what came and without what went, is what is
    left."""
    for sheet in sheets(reading):
        for way in both_ways(sheet):
            yield from _of_columns(way)


def _of_columns(sheet: Sheet) -> Iterator[Denial]:
    """What the columns of a table say of each of its rows, where they open, move and close."""
    ends = range(len(sheet.heads), 3, -1)
    signs = next(filter(None, (movements(sheet.heads[:end]) for end in ends)), ())
    if not signs:
        return
    for row in sheet.rows:
        values = [(sign, row[place]) for place, sign in enumerate(signs) if sign]
        cells = [value for _, value in values]
        if None in cells or any(value.is_share or value.is_rounded for value in cells):
            continue
        parts = [sign * value.exact for sign, value in values]
        printed = -parts[-1]
        expected = sum(parts[:-1], Fraction(0))
        # What else came or went may be left out, so that only a slip is found.
        if expected == printed or abs(expected - printed) * 4 > max(printed, expected):
            continue
        sums = " ".join(
            f"{'−' if part < 0 else '+'} {number_text(abs(part))}" for part in parts[:-1]
        ).removeprefix("+ ")
        says = f"{sums} = {number_text(expected)}, and the table closes with "
        cell = cells[-1]
        says += f"{cell.line.text.strip()} (“{sheet.heads[len(signs) - 1]}”)."
        yield Denial(cell.line, cell.number or (0, len(cell.line.text)), says, _MEND)


def movements(heads: tuple[str, ...]) -> tuple[int, ...]:
    """1 for what was there and what came, -1 for what went and what is left (the last); nothing
    where the heads are no movements, or one of them is unsure."""
    if len(heads) < 3 or len(heads) > 8 or not _ends_a_period(heads[0], heads[-1]):
        return ()
    middle = tuple(map(_way, heads[1:-1]))
    return (1, *middle, -1) if 0 not in middle and len(set(middle)) == 2 else ()


def _ends_a_period(first, last):
    """Whether a table opens with what was there and closes with what is left of it."""
    days = [next(iter(dates(head)), None) for head in (first, last)]
    opened = _OPENS.search(first) and not _GOES.search(_OPENS.sub("", first))
    closed = _CLOSES.search(last)
    if all(days):
        starts = [day.first for day in days]
        return starts[0] < starts[1] if all(starts) else days[0].words != days[1].words
    return bool((opened or days[0]) and (closed or days[1]))


def _way(head):
    """1 for what came, -1 for what went, 0 where that is unsure."""
    if next(iter(dates(head)), None):
        return 0
    leaves = _GOES.search(head)
    bare = _GOES.sub(" ", head)
    enters = _COMES.search(bare)
    # “Ceased to be looked after in the year” went, and “in” is of the year.
    if leaves:
        return -1 if not enters or enters.start() >= leaves.start() else 0
    return 1 if enters else 0
