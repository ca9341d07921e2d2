"""The stages of an audit or inspection in the order of their dates: fieldwork, draft, report."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import by_line

_STAGES = (
    r"fieldwork|on\s+site|site\s+visits?|(?:visit|inspection|audit|review)\s+(?:itself\s+)?(?:was\s+(?:carried\s+out|done)|took\s+place|began|started|ran)",
    r"drafts?(?:\s+(?:report|letter))?",
    r"(?:final|published|full)\s+(?:report|letter|version)|(?:report|letter)\s+(?:was|were)\s+(?:finally\s+)?(?:published|issued)",
    r"action\s+plan|(?:our|the\s+council[’']s|formal)\s+response",
)
_STAGE = re.compile(
    "|".join(f"(?P<s{at}>\\b(?:{text})\\b)" for at, text in enumerate(_STAGES)), re.I
)
_DATE = re.compile(r"⟦d(\d+)⟧")
_OTHER = re.compile(
    r"\b(?:previous\w*|earlier|last|first|before|second|again|follow-?up|updated?|revised|not|will|due|by)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;:]|,\s+|\band\b", re.I)
_MEND = "Correct one of the two dates."


def stages(reading: Reading) -> Iterator[Denial]:
    """`Fieldwork ran to 29 February, a draft was sent on 11 March and the final report was
    published on 4 March`: the report cannot be before its draft."""
    for rows in by_line(reading).values():
        dated = [x for row in rows for x in _dated(row)]
        for at, (stage, day, _row) in enumerate(dated):
            wrong = [x for x in dated[at + 1 :] if x[0] > stage and x[1].last < day.first]
            if wrong:
                _stage, other, row = wrong[0]
                says = f"{day.words} is after {other.words}, on which a later stage is dated."
                yield Denial(row.line, row.span, says, _MEND)
                break


def _dated(row: Statement) -> Iterator[tuple[int, object, Statement]]:
    """(stage, its date, sentence) of each clause with one stage and a full date."""
    for clause in _CLAUSE.split(row.sentence.text):
        matches, dates = [*_STAGE.finditer(clause)], _DATE.findall(clause)
        if len(matches) != 1 or not dates or _OTHER.search(clause):
            continue
        day = row.sentence.thing(dates[-1])
        if day.first and day.last and day.year:
            yield whole(matches[0].lastgroup[1:]), day, row
