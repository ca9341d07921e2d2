"""`It must be read again within thirty days. That of 7 July was read again on 11 August, inside the
limit`: the days between two dates, against the limit that the sentence before sets."""

import re
from collections.abc import Iterator, Sequence

from assurance.meetings.clear_days import working_days_between
from reports.checks.reading import Reading
from reports.date_constraints.orders.moments import moments, pairs
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

_LIMIT = SentencePattern(
    r"\b(?:within|inside|no\s+(?:later|more)\s+than|limit\s+(?:of|is)|standard\s+(?:of|is)|allows?|up\s+to)\s+"
    r"⟦[cx](?P<mark>\d+)⟧\s+(?P<unit>(?:working\s+|calendar\s+)?(?:day|week))s?\b",
    re.I,
)
_ASIDE = r"\s*,?\s+(?:(?:and|so|which\s+(?:is|was)|well|just|comfortably)\s+)*"
_THE = (
    r"(?:the|that|this|our|its)\s+(?:[a-z-]+\s+)?"
    r"(?:limit|standard|deadline|timescale|time\s+allowed|rule)\b"
)
_VERDICT = re.compile(
    rf"{_ASIDE}(?:(?P<inside>(?:inside|within|in\s+line\s+with)\s+{_THE})|"
    rf"(?P<outside>(?:outside|beyond|past|over|after)\s+{_THE}))"
    r"\W*(?:$|[,;.]|and\b)",
    re.I,
)
_DAYS = {"day": 1, "week": 7}
_BACK, _MEND = 2, "Correct the dates, or write what they show of the limit."


def day_limits(reading: Reading) -> Iterator[Denial]:
    """Two dates that are said to be inside or outside a limit are so far apart."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        days = [day for day in moments(reading, row) if day.is_day]
        verdict = _VERDICT.match(row.sentence.text, days[1].end) if len(days) == 2 else None
        limit = _limit_of(row, before(rows, place, _BACK)) if verdict else None
        if limit is None:
            continue
        many, unit = limit
        lengths = [_between(*each, unit) for each in pairs(*days)]
        if _are_wrong(lengths, many, is_inside=bool(verdict["inside"])):
            first, last = days
            words = row.sentence.said(verdict.group()).strip(" ,.")
            says = f"Between {first.text} and {last.text} there are {lengths[0]} "
            says += f"{unit}s, but the report claims “{words}”."
            yield Denial(row.line, row.span, says, _MEND)


def _limit_of(row: Statement, earlier: Sequence[Statement]) -> tuple[int, str] | None:
    """(so many, days or weeks) of the one limit that a sentence or those before it set."""
    near = (row, *(x for x in earlier if x.line is row.line))
    found = [(x, match) for x in near for match in _LIMIT.finditer(x.sentence.text)]
    if len(found) != 1:
        return None
    [(other, match)] = found
    number = other.sentence.thing(match["mark"])
    unit = " ".join(match["unit"].casefold().split()).removeprefix("calendar ")
    return (number.value.numerator, unit) if number.value.denominator == 1 else None


def _are_wrong(lengths: Sequence[int | None], many: int, *, is_inside: bool) -> bool:
    """True if all that two dates may lie apart is on the other side of a limit; a day more or less
    is a matter of how one counts."""
    if not lengths or None in lengths or any(x < 0 for x in lengths):
        return False
    return all(x > many + 1 if is_inside else x < many - 1 for x in lengths)


def _between(early, late, unit: str) -> int | None:
    if "working" in unit:
        return working_days_between(early[0], late[0])
    return -(-(late[0] - early[0]).days // _DAYS[unit.split()[-1]])
