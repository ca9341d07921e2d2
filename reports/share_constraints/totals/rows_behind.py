"""A whole in one sentence, and in the next its parts in a row up to one behind “and”."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS
from reports.prose.numbers import value_of
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.parts.division import Division
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.parts.terms import ONES
from reports.quantities.passages import by_line
from reports.quantities.roles import REST
from reports.share_constraints.totals.parts_in_turn import is_whole

# What says that a thing may be in two parts, or that a number is of another time or thing.
_OVERLAP = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|also|both|includ\w+|of\s+(?:whom|which)|"
    r"more\s+than\s+one|overlap\w*|several|at\s+least|compared|against|before|"
    r"average|each|rose|fell|up\s+from|down\s+from|instead|followed|largest|mainly|"
    r"chiefly|than|again|twice|between\s+them|answered|said|felt|named|chose|"
    r"mentioned|wished)\b",
    re.I,
)
_OF_THEM = re.compile(r"⟦c\d+⟧\s+of\s+(?:these|them|those|the)\b", re.I)
_OF_THESE = re.compile(r"\W*of\s+(?:these|them|those|the)\b", re.I)
_LAST = re.compile(r"\band\b[^⟦;]*$|;[^⟦]*$", re.I)
# “And nine in four groups” is read as no number.
_UNREAD = re.compile(
    r"(?<!⟦)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I
)
_CLOSES = re.compile(
    r"\b(?:the\s+(?:last|remaining|other)|another|a\s+further)\s+(?:⟦c|[a-z]+\b)", re.I
)
_LEAST, _FEWEST, _MOST = 10, 3, 8
# So far parts may miss their whole and be meant as all of it.
_NEAR = 4
_MEND = "Put the wrong number right, or name the part that is missing."


def rows_behind(reading: Reading) -> Iterator[Denial]:
    """`112 offences were proven. There had been 46 of violence, 21 of theft and 54 of damage`."""
    for rows in by_line(reading).values():
        rests = [x.order for row in rows for x in row.counts if x.phrase.role == REST]
        for row, behind in pairwise(rows):
            # “The other five were withdrawn”, in the sentence after, are parts too.
            if behind.order + 1 in rests:
                continue
            whole, parts = _whole(row), _parts(behind)
            if whole and parts and _are_of(whole, parts):
                yield from _denied(rows, whole, parts)


def _whole(row: Statement) -> Quantity | None:
    """The one count of a sentence that names what it counts."""
    counts = [x for x in row.counts if not (x.phrase.article and x.value < _LEAST)]
    if len(counts) != 1 or len(row.quantities) > len(row.counts):
        return None
    return counts[0] if is_whole(counts[0]) else None


def _parts(row: Statement) -> Sequence[Quantity]:
    """The counts of a sentence that has nothing but counts in a row, the last behind “and”."""
    counts, text = row.counts, row.sentence.text
    plain = len(counts) == len(row.quantities) and all(map(_is_part, counts))
    bases = {x.phrase.base for x in counts} - {None}
    if not plain or bases or not _FEWEST <= len(counts) <= _MOST:
        return ()
    ahead = text[counts[-2].phrase.end : counts[-1].phrase.start]
    is_row = _LAST.search(ahead) and not _OVERLAP.search(text)
    # “Of these, 39 were …” is read with the sentence before as it is.
    is_row = is_row and not _OF_THESE.match(text)
    # “41 of them” may open a row, “of them” inside one is of a part.
    is_row = is_row and not _OF_THEM.search(text, counts[0].phrase.end)
    return counts if is_row else ()


def _is_part(item: Quantity) -> bool:
    number = item.phrase.number
    return item.phrase.is_stock and not (number.bound or number.places)


def _are_of(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True unless a part is called something that the whole is not."""
    own = {"", "case", whole.phrase.head, *PLAIN}
    first = {parts[0].phrase.head}
    foreign = {x.phrase.head for x in parts[1:]} - own - first
    # “17 involving drugs” counts no drugs.
    return first <= own and len(foreign) < _FEWEST - 1


def _denied(rows, whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Denial]:
    values = [x.value for x in parts]
    text = parts[0].sentence.text
    unread = [value_of(word) for word in _UNREAD.findall(text)]
    # Each may or may not be a part: of many, too many sums would have to be tried.
    if len(unread) > _MOST:
        return
    ones = len(ONES.findall(text))
    known = {x.value for row in rows for x in row.counts} - {*values}
    total = sum(values)
    sums = {
        total + sum(some) for many in range(len(unread) + 1) for some in combinations(unread, many)
    }
    if any(0 <= whole.value - x <= ones or x in known for x in sums):
        return
    some = {sum(x) for many in range(2, len(values)) for x in combinations(values, many)}
    # “Of the remaining 19, eleven appealed and eight did not.”
    if max(values) * 2 == total:
        return
    if some & {whole.value, *known} or is_of_flow(parts) or max(values) >= whole.value:
        return
    near, missing = abs(total - whole.value) * _NEAR <= whole.value, whole.value - total
    # What is missing may be told later, or not at all where nothing says that all are named.
    names_all = _CLOSES.search(text) or Division(whole, parts).is_slip
    if missing in known or (missing > 0 and not names_all):
        return
    if near and is_of_one_slip(values, whole.value):
        yield Denial.of(parts[-1], unlike_sum(parts, whole.phrase.said), _MEND)
