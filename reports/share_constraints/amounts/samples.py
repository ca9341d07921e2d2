"""So many of each of so many: `forty were read, ten from each of the five teams`; `eight sessions
of ten places made 80`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, before, statements

_OF_EACH = re.compile(
    r"⟦[cm](?P<each>\d+)⟧(?:\s+[a-z’'-]+){0,6}?\s+(?:from|in|at|for|to|by|on|per|of)?\s*(?:each|every\s+one)\s+of\s+(?:the|our|these|those|its)\s+"
    r"(?:[a-z-]+\s+)?⟦c(?P<many>\d+)⟧"
    r"|\b(?:each|every\s+one)\s+of\s+(?:the|our|these|those|its)\s+⟦c(?P<several>\d+)⟧(?:\s+[a-z’'-]+){1,4}?\s+(?:had|has|have|took|gave|held|holds|offered|"
    r"offers|received|ran|runs|sent|brought|completed|made|saw|did|got|provides?|provided|put\s+in|contributed|read|audited)\s+(?:a\s+further\s+)?⟦[cm](?P<own>\d+)⟧"
    r"|⟦c(?P<sets>\d+)⟧\s+(?:[a-z-]+\s+){0,2}?(?:sessions?|courses?|groups?|classes|rooms|homes|workshops|visits|panels|meetings|blocks|events|evenings|days)\s+"
    r"(?:of|with|for)\s+⟦c(?P<places>\d+)⟧(?!\s+(?:hours?|minutes?|days?|weeks?))",
    re.I,
)
_PAIRS = (("each", "many"), ("own", "several"), ("places", "sets"))
_ROUGH = re.compile(
    r"\b(?:on\s+average|average|up\s+to|at\s+least|about|around|between|mostly|almost|nearly|most|some|not\s+all|except|but|or\s+more|of\s+them)\b",
    re.I,
)
_ALIKE, _LEAST, _MEND = 2, 2, "Put the wrong number right."


def samples(reading: Reading) -> Iterator[Denial]:
    """`Forty were read, ten taken at random from each of the five teams`: 10 × 5 = 50."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for match in _OF_EACH.finditer(row.sentence.text):
            names = next(x for x in _PAIRS if match[x[0]])
            each, many = (row.sentence.thing(match[name]) for name in names)
            near = [row, *(x for x in before(rows, place, 1) if x.line is row.line)]
            near += after(rows, place, 1)
            if not _ROUGH.search(row.sentence.text) and not (each.bound or many.bound):
                yield from _denied(row, each, many, near)


def _denied(
    row: Statement, each: Number, many: Number, near: Sequence[Statement]
) -> Iterator[Denial]:
    total, kind = each.value * many.value, each.kind
    numbers = [x.phrase.number for other in near for x in other.quantities]
    others = [x for x in numbers if x is not each and x is not many and x.kind == kind]
    if min(each.value, many.value) < _LEAST or any(x.value == total for x in others):
        return
    own = [x.phrase.number for x in row.quantities]
    for whole in others:
        likely = [(each, many, whole.value / many.value), (many, each, whole.value / each.value)]
        fits = [x for x in likely if x[2].denominator == 1 and is_within(x[2], x[0].value, _ALIKE)]
        if whole in own and fits and kind == COUNT and whole.value > max(each.value, many.value):
            says = f"{each.words} × {many.words} = {number_text(total)}, but the report gives "
            yield Denial(row.line, each, f"{says}{whole.words}.", _MEND)
            return
