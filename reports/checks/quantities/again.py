"""What is spoken of again as a thing known has the number that it had."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from reports.checks.quantities.model import Denial, Quantity, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading, shared
from reports.prose.content import words_of
from reports.prose.quantities.arithmetic import plain
from reports.prose.quantities.phrases import stems

# What is so many of everything: its number says nothing of which one is meant.
_GENERAL = words_of(
    """year month week day hour time people person child case area thing way number part group page
    question step point stage member percent place meeting"""
)
# Sentences before it that a number may be reckoned from.
_FAR = 12
_SUM = re.compile(
    r"\b(?P<article>the|its|our|an?)\s+(?P<name>(?:[a-z]+\s+){0,2}(?:budget|target|grant|fund|reserve|"
    r"saving|savings))\s+of\s+(?P<sum>⟦m\d+⟧)",
    re.I,
)
# “The 12 files of one team” are not all that were counted.
_OF_SOME = re.compile(
    r"(?:[a-z’'-]+\s+){1,4}?(?:of|in|from|for)\s+(?:one|a|an|each|some|other|another)\b", re.I
)
_OWNER = ("’s", "'s")
_CONTRACTED = ("it’s", "it's", "that’s", "that's")
_KNOWN_WORDS = ("the", "all", "these", "those", "our", "its", "their", "this")


@constraint(
    "number-unlike-before", "C08; source of error 8", follows=("two-values", "parts-of-whole")
)
def unlike_before(reading: Reading) -> Iterator[Denial]:
    """What is spoken of again as a thing known has the number that it had."""
    everything = shared(reading, _values)
    for rows in shared(reading, _named).values():
        for place, item in enumerate(rows):
            if not _is_known(item) or everything[item.value] > 1:
                continue
            other = _antecedent(rows, place)
            if other and not _is_reckoned(item, statements(reading)):
                says = (
                    f"The paper says {item.phrase.said} here and {plain(other.phrase.number)} at "
                    f"{other.line.at}."
                )
                mend = "Print one value for one thing, or say what differs."
                yield Denial.of(item, says, mend)


@constraint("sum-unlike-before", "C08; source of error 8", follows=("two-values",))
def sums_unlike_before(reading: Reading) -> Iterator[Denial]:
    """A budget, target or grant that is spoken of again is the sum that it was."""
    known = {}
    for row in statements(reading):
        for match in _SUM.finditer(row.sentence.text):
            item = next(one for one in row.quantities if one.phrase.start == match.start("sum"))
            other = known.setdefault((row.section, stems(match["name"])), item)
            again = match["article"].casefold() in ("the", "its", "our")
            times = other.dates == item.dates or not (other.dates and item.dates)
            if again and times and other.value != item.value and not item.phrase.number.bound:
                says = (
                    f"The paper says {match.group()[: match.start('sum') - match.start()]}"
                    f"{item.phrase.number.words} here and {other.phrase.number.words} at "
                    f"{other.line.at}."
                )
                mend = "Print one value for one thing, or say what differs."
                yield Denial.of(item, says, mend)


def _named(reading: Reading):
    """Head of a noun phrase → every count of a paper that has it, in order."""
    index = defaultdict(list)
    for row in statements(reading):
        for item in row.counts:
            if item.phrase.head and item.phrase.is_stock:
                index[item.phrase.head].append(item)
    return index


def _values(reading: Reading):
    """How often each number stands in a paper, tables included."""
    return Counter(number.value for line in reading.lines for number in line.numbers)


def _is_reckoned(item: Quantity, rows):
    """Whether a number is a sum or difference of two that stand in its section."""
    near = [row for row in rows if row.section == item.section and row.order <= item.order]
    values = {other.value for row in near[-_FAR:] for other in row.counts if other is not item}
    return any(value + item.value in values or item.value - value in values for value in values)


def _is_known(item: Quantity):
    article = item.phrase.article
    return article in _KNOWN_WORDS or (article.endswith(_OWNER) and article not in _CONTRACTED)


def _antecedent(rows: list[Quantity], place: int) -> Quantity | None:
    """The one number that what is spoken of had before; None where it may be another thing."""
    item = rows[place]
    earlier = [row for row in rows[:place] if row.value != item.value or _alike(row, item)]
    values = {row.value for row in earlier}
    if not earlier or item.value in values or len(values) > 3:
        return None
    same = [row for row in earlier if _alike(row, item)]
    if len({row.value for row in same}) != 1 or not _may_be_meant(same[-1], item):
        return None
    return same[-1]


def _alike(row: Quantity, item: Quantity):
    """Whether two phrases name one thing, by all of their words."""
    same = frozenset(row.phrase.noun) == frozenset(item.phrase.noun)
    return same and row.phrase.ages == item.phrase.ages


def _may_be_meant(row: Quantity, item: Quantity):
    """Whether the number before is of the whole thing, at no other time."""
    part = row.phrase.base is not None or row.phrase.anaphor or row.phrase.of
    own = item.phrase.base is not None or item.phrase.anaphor or item.phrase.of
    times = bool(row.dates & item.dates) or not (row.dates and item.dates)
    own = own or (_OF_SOME.match(item.phrase.clause) and not _OF_SOME.match(row.phrase.clause))
    general = row.phrase.head in _GENERAL and len(row.phrase.noun) == 1
    return not (part or own or (general and not row.dates & item.dates)) and times
