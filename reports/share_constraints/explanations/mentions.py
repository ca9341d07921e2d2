"""A number that speaks of things as known, “each of the 74 substantiated cases”, and is that of
none that the report has counted."""

import re
from collections.abc import Iterator

from assurance.runtime.periods import MONTHS
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import roots
from reports.prose.patterns import SentencePattern
from reports.quantities.derivation.figures import Figure
from reports.quantities.derivation.slips import is_slip
from reports.quantities.model import NO_PARTS, Denial, Quantity
from reports.quantities.passages import statements
from reports.share_constraints.explanations.known import Known, is_explained, known

_DEFINITE = re.compile(r"\b(?:the|these|those|all|our|of\s+its)\s+$", re.I)
_NEW = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|planned|limit|next|before|other|"
    r"remaining|another|first|top|best|worst|budget)\b",
    re.I,
)
_LEAST, _SHARED = 20, 1
_MONTH = re.compile(rf"\b(?:{'|'.join(map(str.title, MONTHS))})\b")
_MEND = "Use one number for one thing, or explain the difference."


def mentions(reading: Reading) -> Iterator[Denial]:
    """`47 were substantiated … In each of the 74 substantiated cases the employer was asked`."""
    every = known(reading)
    for row in statements(reading):
        if _NEW.search(row.sentence.text):
            continue
        for item in row.counts:
            figure = every.of(item)
            if figure and _is_definite(item) and not is_explained(every, figure):
                yield from _denied(every, item, figure)


def _is_definite(item: Quantity) -> bool:
    phrase, text = item.phrase, item.sentence.text
    plain = phrase.role not in NO_PARTS and not phrase.number.bound and not phrase.number.places
    named = phrase.noun or re.match(r"\s+(?:who|which|that|whose)\b", text[phrase.end :])
    return bool(plain and named and item.value >= _LEAST and _DEFINITE.search(text[: phrase.start]))


def _denied(every: Known, item: Quantity, figure: Figure) -> Iterator[Denial]:
    near = [x for x in every.alike(figure) if is_slip(x.value, figure.value)]
    own = {x.value for x in item.sentence.marks("c")}
    near = [x for x in near if x.row < 0 and x.value not in own and _is_alike(every, item, x)]
    values = {x.value for x in near}
    if len(values) == 1:
        other = every.item(near[0])
        says = (
            f"The report gives {other.phrase.said} elsewhere, but {item.phrase.number.words} here."
        )
        yield Denial.of(item, says, _MEND)


def _is_alike(every: Known, item: Quantity, figure: Figure) -> bool:
    """True if a number counts what another one does, by the words of both."""
    other = every.item(figure)
    if other is None or other.phrase.role in NO_PARTS:
        return False
    # “115 at the end of March … In September 113.”
    named_months = [{*_MONTH.findall(one.sentence.said())} for one in (item, other)]
    if all(named_months) and not named_months[0] & named_months[1]:
        return False
    if every.head_of(item) and item.phrase.head == other.phrase.head:
        own = roots(" ".join(item.phrase.noun[:-1]))
        return not own or bool(own & roots(other.sentence.said()))
    named = roots(f"{' '.join(item.phrase.noun)} {item.phrase.clause}")
    about = roots(other.phrase.clause)
    return bool(not every.head_of(other) and len(named & about) > _SHARED)
