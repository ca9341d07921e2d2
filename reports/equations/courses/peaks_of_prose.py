"""The most or the least of some values, against the others of its passage."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, of_passage, statements

_MOST = r"(?P<most>longest|highest|largest|greatest|most|slowest|dearest|biggest|oldest)"
_LEAST = r"(?P<least>shortest|lowest|smallest|fewest|least|quickest|cheapest|youngest)"
_UNITS = (
    r"(?:working\s+)?(?P<unit>days?|weeks?|months?|years?|hours?|minutes?|per\s+cent|cases|"
    r"children|places)"
)
# “The longest wait is at Bright Steps, where it is seven weeks.”
_PEAK = re.compile(
    rf"\bthe\s+(?:{_MOST}|{_LEAST})\s+(?!of\b)(?:[a-z]+\s+){{0,3}}?(?:is|was)\s+(?:at|in|for|with|that\s+of)\s+[^.;⟦]{{2,40}}?"
    rf"(?:,\s+(?:where|which|with|at)\b[^.;⟦]{{0,20}}?|\s+at\s+|\s+\()⟦(?P<kind>[cpmx])(?P<mark>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|average|mean|total|limit|standard|altogether|in\s+all|"
    r"last\s+year)\b",
    re.I,
)
_BACK = 2


def peaks_of_prose(reading: Reading) -> Iterator[Denial]:
    """`Families wait five weeks here and eight there. The longest wait is at Elm, seven weeks.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _PEAK.search(row.sentence.text)
        near = [*of_passage(row, before(rows, place, _BACK))] if match else []
        text = " ".join(x.sentence.text for x in (row, *near))
        if not near or _OTHERS.search(text):
            continue
        peak = row.sentence.thing(match["mark"])
        others = _others(row, match, near)
        beyond = [x for x in others if (x > peak.value if match["most"] else x < peak.value)]
        if beyond and len(others) > 1 and not peak.bound:
            says = f"The report has {peak.words} as the {match['most'] or match['least']}, but "
            says += "another value near it is beyond that."
            yield Denial(row.line, peak, says, "Name the value that is beyond all others.")


def _others(row: Statement, match: re.Match, near: Sequence[Statement]):
    """The values of the same kind and unit in the sentences before."""
    kind = "[cx]" if match["kind"] in "cx" else match["kind"]
    unit = re.match(rf"\s+{_UNITS}\b", row.sentence.text[match.end() :], re.I)
    stem = unit["unit"].casefold().rstrip("s") if unit else ""
    values = []
    for other in near:
        marks = [*re.finditer(rf"⟦{kind}(\d+)⟧", other.sentence.text)]
        has_unit = not stem or stem in other.sentence.text.casefold()
        values += [other.sentence.thing(x[1]).value for x in marks] if has_unit else []
    return values
