"""A course that went one way each time, against the values in order: `38 in April, 49 in May and 56
in June, so that the number fell with each month`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reports.checks.reading import Reading
from reports.equations.courses.value_lists import FEWEST, values_of
from reports.prose.asides import EXCEPTIONS, NEGATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, statements
from reports.quantities.tables import tables_near
from reports.share_constraints.candidates.near import is_supposed, passage

_UP = (
    r"risen|rose|rises|rising|grew|grown|grows|growing|increased|increases|increasing|"
    r"climbed|climbing|went\s+up|gone\s+up|higher|more|rise|increase|growth|longer|upwards?"
)
_DOWN = (
    r"fallen|fell|falls|falling|dropped|drops|declined|declining|decreased|shrank|shrunk|"
    r"went\s+down|came\s+down|gone\s+down|come\s+down|lower|fewer|less|fall|drop|decline|"
    r"decrease|shorter|downwards?"
)
_TIME = r"(?:months?|quarters?|years?|terms?|half-years?|weeks?|step|stage|time|period|one)"
_EACH = (
    rf"(?:(?:with|in|at|by|for|after)\s+(?:each|every)\s+(?:[a-z]+\s+)?{_TIME}|(?:each|every)\s+{_TIME}|"
    r"(?:month|quarter|year|term|week)\s+(?:by|on|after)\s+(?:month|quarter|year|term|week)|steadily|without\s+(?:a\s+)?(?:break|pause|interruption)|"
    r"throughout|all\s+(?:year|the\s+while|through)|continuously|consistently|in\s+(?:both|all\s+⟦c\d+⟧)\s+(?:months|quarters|years|terms))"
)
_COURSE = SentencePattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:[a-z]+\s+){{0,3}}?{_EACH}\b"
    rf"|\b(?:steadily|consistently|continuously|(?:each|every)\s+{_TIME}(?:\s+[a-z]+){{0,3}})\s+(?:(?P<rise>{_UP})|(?P<fall>{_DOWN}))\b",
    re.I,
)
_FROM_TO = re.compile(r"\bfrom\s+⟦[cpmx]\d+⟧", re.I)
_NOT = re.compile(
    rf"\b(?:{OTHER_AREAS}|{NEGATIONS}|{EXCEPTIONS}|no|but|although|though|until|only|"
    r"than\s+(?:last|in))\b",
    re.I,
)
_BACK, _MEND = 2, "Use the word that the values show."


def courses_of_times(reading: Reading) -> Iterator[Denial]:
    """What went up each time, or down, did so in one of the rows of values near it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _COURSE.search(row.sentence.text)
        # Two courses of one sentence are no list.
        if len(_FROM_TO.findall(row.sentence.text)) > 1:
            continue
        if not match or is_supposed(row, match) or _NOT.search(row.sentence.text):
            continue
        near = [*passage(rows, place, _BACK), *after(rows, place, 1)]
        lists = [[x.value for x in values_of(other)] for other in near]
        lists = [x for x in lists if x]
        # “6.1, 6.8 and 7.4 in the three terms”: what counts the values is none of them.
        lists += [x[:-1] for x in lists if len(x) > FEWEST]
        way = 1 if match["up"] or match["rise"] else -1
        courses = [*lists, *_of_tables(reading, row)]
        if lists and not any(_is_one_way(course, way) for course in courses):
            says = f"No row of values near it goes the way of “{match.group().strip()}”."
            yield Denial(row.line, row.span, says, _MEND)


def _is_one_way(course: Sequence[Fraction], way: int) -> bool:
    """True if some values in order all go one way."""
    return all((later - first) * way > 0 for first, later in pairwise(course))


def _of_tables(reading: Reading, row: Statement) -> Iterator[list[Fraction]]:
    """The values of each row of the tables near in the order of their periods."""
    for table in tables_near(reading, row.line):
        for grid in (table, *table.turned):
            for place in range(len(grid.rows)):
                course = [x.value for x in grid.in_periods(place).values()]
                if len(course) >= FEWEST - 1:
                    yield course
