"""All of a group that a sentence speaks of by its number, against how many the report has counted:
`All ten`, `each of the eight hubs`, `every one of the 138 episodes`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from reports.checks.reading import Reading, shared
from reports.prose.asides import OTHER_AREAS
from reports.prose.content import words_of
from reports.prose.quantities.arithmetic import plain
from reports.quantities.derivation.slips import SMALL, is_mistyped
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements
from reports.quantities.roles import REST, TOTAL

_ALL = re.compile(
    r"\b(?:(?P<bare>(?<!not\s)(?<!nearly\s)(?<!almost\s)all|(?<!not\s)every\s+one\s+of|each\s+of|(?:to|from|for|of|in|by|with)\s+all|^\W*of(?=\s+the\b))\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|our\s+|its\s+)?)$",
    re.I,
)
# “All 12 of another group”, “all 12 who applied since”: what restricts them makes them others.
_SOME = re.compile(
    r"^(?:[a-z’-]+\s+){0,4}?(?:that|who|which|whose|whom|with|without|from|at|on|due|in\s+⟦|since|between|over|under|aged|per)\b|^(?:(?!(?:was|were|is|are|had|has|have|did|will|can)\b)[a-z’-]+\s+){1,4}?[a-z]+ed\s+(?!to\b)[a-z]",
    re.I,
)
_MORE = re.compile(
    rf"\b(?:{OTHER_AREAS}|elsewhere|another|more|further|new|additional|opened|closed|joined|left|"
    r"added|including|plus|others|the\s+other|remaining|one|both|next|will)\b",
    re.I,
)
# What happens to somebody or is done is known again as what happened.
_EVENTS = words_of("time occasion episode incident case instance event visit")
_NEAR, _FAR, _MEND = 2, 60, "Use one value for one thing, or explain the difference."


def groups_again(reading: Reading) -> Iterator[Denial]:
    """`The council runs seven hubs. Each of the eight hubs has …`: the group has its number."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for item in row.counts:
            if _is_all(item) and not _is_elsewhere(reading, item):
                other = _near(row, item, before(rows, place, _NEAR)) or _far(reading, item)
                if other:
                    says = f"The report has {item.phrase.said} here and "
                    says += f"{plain(other.phrase.number)} at {other.line.at}."
                    yield Denial.of(item, says, _MEND)


def _is_all(item: Quantity) -> bool:
    phrase = item.phrase
    stated = phrase.number.value > 1 and not phrase.number.bound and not phrase.number.places
    ahead = item.sentence.text[: phrase.start]
    whole = stated and phrase.base is None and phrase.role in (TOTAL, REST)
    return bool(whole and _ALL.search(ahead) and not _SOME.match(phrase.clause))


def _is_elsewhere(reading: Reading, item: Quantity) -> bool:
    """True if the report has its number again, or numbers near it from which it follows."""
    many = shared(reading, _values)[item.value]
    return many > 1 or (item.value >= SMALL and is_borne(reading, item.line, item.phrase.number))


def _values(reading: Reading) -> Counter:
    """How many lines of a report have each number; an item of a list is of all of them."""
    values = Counter(number.value for line in reading.lines for number in line.numbers)
    lists = Counter(len(listing.items) for listing in reading.lists)
    rows = Counter(len(grid.rows) - more for grid in reading.grids for more in (0, 1))
    return values + lists + rows


def _near(row: Statement, item: Quantity, earlier: Sequence[Statement]) -> Quantity | None:
    """The one count of the sentences before it of which a small number may be, where nothing
    around them may have made it another."""
    passage = [x for x in earlier if x.line is row.line]
    own = [x for x in row.counts if x is not item]
    counts = [x for other in passage for x in other.counts if x.phrase.is_stock]
    texts = " ".join((row.sentence.text[: item.phrase.start], *(x.sentence.text for x in passage)))
    large = item.value >= SMALL and item.phrase.head
    if own or large or len(counts) != 1 or _MORE.search(texts):
        return None
    other = counts[0]
    known = {"", other.phrase.head, *PLAIN}
    sums = {a.value + b.value for a, b in combinations(counts, 2)}
    alike = item.phrase.head in known and other.phrase.base is None and item.value not in sums
    near = other.value < SMALL > item.value or is_mistyped(item.value, other.value)
    return other if alike and near and other.value > 1 and other.value != item.value else None


def _far(reading: Reading, item: Quantity) -> Quantity | None:
    """The one count of things of that name, or of events, that a large number is mistyped for."""
    if item.value < SMALL or not item.phrase.head:
        return None
    heads = _EVENTS if item.phrase.head in _EVENTS else frozenset((item.phrase.head,))
    rows = statements(reading)
    named = [
        x for row in rows[-_FAR:] for x in row.counts if x.phrase.head in heads and x is not item
    ]
    near = {x.value: x for x in named if is_mistyped(item.value, x.value)}
    near = {value: x for value, x in near.items() if len(f"{value}") == len(f"{item.value}")}
    return next(iter(near.values())) if len(near) == 1 else None
