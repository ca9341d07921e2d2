"""`We audited 12 files. All 11 were read twice`: a count of things known, against the one count of
the words right before."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading, shared
from reports.prose.patterns import SentencePattern
from reports.quantities.coverage import beginning
from reports.quantities.derivation.figures import figures
from reports.quantities.derivation.slips import is_within
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import RATE

_KNOWN = SentencePattern(
    r"\b(?P<all>all|(?:none|each|both|every\s+one|not\s+one|⟦c\d+⟧|one|most|half)\s+of\s+(?:the|these|those|our)|these|those|the)\s+"
    r"⟦c(?P<mark>\d+)⟧(?P<noun>(?:\s+(?:new|old|same|young))?(?:\s+(?!who|that|which|other|in\b|aged|of\b|for\b|to\b|with|from|at\b|on\b|still)[a-z-]+){0,2}?)\s*"
    r"(?=(?:[.,;:]|$)|\s(?:were|was|are|is|had|have|has|took|came|met|did|in\s+all|between|together|(?!aged)[a-z]+ed)\b)",
    re.I,
)
_TIMES, _MEETS = re.compile(r"⟦c\d+⟧\s+times\b", re.I), {"met": "meeting", "meet": "meeting"}
_VERB = re.compile(r"\b([a-z]+)\s+(?:on\s+)?⟦c\d+⟧\s+times\b", re.I)
_MEND = "Use one number for one thing, or explain the difference."
# “Second of the five” counts those and one more; “of these 64” is of some; and at another time.
_UNSURE = re.compile(
    r"\b(?:first|second|third|fourth|highest|lowest|largest|smallest|"
    r"earlier|ago|before|last|previous\w*)\b"
    r"|^\W*of\s+(?:these|those)\s+⟦",
    re.I,
)
_NEAR = 2


def known_counts(reading: Reading) -> Iterator[Denial]:
    """What is spoken of by its number alone has the number that it was given right before."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        matches = [] if _UNSURE.search(text) else [*_KNOWN.finditer(text)]
        near = [x for x in before(rows, place, _NEAR) if x.line is row.line] if matches else []
        for match in matches if near else ():
            item = next((x for x in row.counts if str(x.phrase.mark) == match["mark"]), None)
            other = _given(row, item, match, near) if item else None
            if other and _is_unlike(reading, item, other):
                pair = item.phrase.number.words, other.phrase.number.words
                says = "The report has {} here and {} right before.".format(*pair)
                yield Denial.of(item, says, _MEND)


def _is_unlike(reading: Reading, item: Quantity, other: Quantity) -> bool:
    """True if a number stands nowhere else, follows from nothing, and is not far from another."""
    if item.value == other.value or not is_within(item.value, other.value, _NEAR):
        return False
    alone = shared(reading, _values)[item.value] < _NEAR
    return alone and not is_borne(reading, item.line, item.phrase.number)


def _values(reading: Reading) -> Counter:
    """How many of the numbers of a report have each value."""
    return Counter(x.value for x in figures(reading).rows)


def _given(row: Statement, item: Quantity, match, near: Sequence[Statement]) -> Quantity | None:
    """The one count of the last sentence before with one, where it counts what is known."""
    last = next((x for x in near if x.quantities), None)
    if last is None or len(last.quantities) != 1 or len(row.counts) > _NEAR:
        return None
    [other] = last.quantities
    noun = {beginning(x) for x in stems_in(match["noun"])}
    if other.phrase.role == RATE or _TIMES.search(last.sentence.text):
        verb = _VERB.search(last.sentence.text)
        word = _MEETS.get(verb[1].casefold(), verb[1]) if verb else ""
        return other if verb and noun == {beginning(x) for x in stems_in(word)} else None
    named = {beginning(x) for x in stems_in(last.sentence.said())}
    return other if other.phrase.is_stock and other.phrase.noun and noun <= named else None
