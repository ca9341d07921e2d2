"""A group that is spoken of as known, whose number nothing else of the report bears out, though the
like of it has another: `all 31 young people it had considered`, where the panel considered 34."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import root, stems_in
from reports.quantities.roles import REST

# “All 31 young people”, “each of the 37 places”, “with the eleven advisers”.
_KNOWN = re.compile(
    r"\b(?:(?:all|each|every\s+one|any|most|some|none|both|many|few|half|a\s+third|two\s+thirds|one|any\s+one|"
    r"⟦[cp]\d+⟧(?:\s+\(⟦p\d+⟧\))?)\s+(?:but\s+(?:[a-z]+|⟦c\d+⟧)\s+)?of\s+)?(?:the|all|these|those|our|its|their)\s+$"
    r"|^\W*of\s+(?:the|these|those|all|our)\s+$|\b(?:out\s+)?of\s+(?:the\s+|our\s+)?$",
    re.I,
)
_OTHER = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|other|others|remaining|rest|first|last|"
    r"next|further|another|more|fewer|same|top|bottom|largest|smallest|highest|"
    r"lowest|new|extra|additional|average|mean|of\s+(?:them|these|those)|between)\b",
    re.I,
)
_SOME = re.compile(
    r"\s*(?:[a-z’'-]+\s+){0,3}?(?:other|others|remaining|further|more|fewer|months?|weeks?|days?|years?|hours?|minutes?|quarters?|per\s+cent|"
    r"largest|smallest|highest|lowest|largest|new)\b",
    re.I,
)
# Nouns by which one group is named in a paper and elsewhere.
_ALIKE = (
    frozenset(["child", "youngster", "person", "pupil", "student", "teenager"]),
    frozenset(["carer", "household", "family", "home"]),
    frozenset(["post", "job", "position"]),
    frozenset(["case", "file", "record"]),
    frozenset(["worker", "practitioner", "colleague", "adviser"]),
)
# “Households approved since April”: what restricts a group, up to what is told of it.
_RESTRICTED = re.compile(
    r"(?:[a-z’'-]+\s+){1,4}?(?P<rest>(?:who|which|that|with|in|on|at|of|from|across|[a-z]{3,}ed)\b"
    r"(?:(?!\b(?:is|are|were|will|was)\b|"
    r"(?<!who )(?<!which )(?<!that )\b(?:have|has|had)\b).){0,60})",
    re.I,
)
_PLAIN = stems_in("counted reported whole same more less fewer")
_STOP = re.compile(r"[,.;:()]|\band\b")
_LEAST, _MANY, _SMALL, _SURELY = 4, 30, 3, 4.0
_MEND = "Use one value for one thing, or explain the difference."


def known_groups(reading: Reading) -> Iterator[Denial]:
    """`Of the 53 youngsters with an episode this quarter`, where 58 children had one."""
    rows = statements(reading)
    every = [x for row in rows for x in row.counts if x.phrase.is_stock and x.phrase.head]
    stated, rounded = shared(reading, _stated)
    for row in rows:
        for item in row.counts:
            if not _is_known(row, item) or _is_reckoned(rows, row, item):
                continue
            alike = [x for x in every if x.sentence is not row.sentence and _is_like(x, item)]
            if stated[item.value] - rounded[item.value] > 1:
                continue
            others = [x for x in alike if _is_near(x.value, item) and _is_of_one(x, item)]
            others = [x for x in others if stated[x.value] > 1 or _is_surely_one(x, item)]
            if len({x.value for x in others}) == 1:
                yield _denial(item, others)


def _stated(reading: Reading) -> tuple[Counter, Counter]:
    """How often each number is in a report, with those of its tables, and with places: `17.0`."""
    numbers = [number for line in reading.lines for number in line.numbers]
    return Counter(x.value for x in numbers), Counter(x.value for x in numbers if x.places)


def _is_known(row: Statement, item: Quantity) -> bool:
    """True if a number is of a group that was spoken of before."""
    phrase, text = item.phrase, row.sentence.text
    if not phrase.is_stock or item.value < _LEAST or not phrase.head or item.is_live:
        return False
    ahead, behind = text[max(0, phrase.start - 60) : phrase.start], text[phrase.end :][:60]
    is_known = _KNOWN.search(ahead) and not _OTHER.search(ahead[-14:])
    return bool(is_known and not _SOME.match(behind) and phrase.number.kind == COUNT)


def _is_like(other: Quantity, item: Quantity) -> bool:
    """True if another number is of things of the same name."""
    heads = root(other.phrase.head), root(item.phrase.head)
    return heads[0] == heads[1] or any({other.phrase.head, item.phrase.head} <= x for x in _ALIKE)


def _is_of_one(other: Quantity, item: Quantity) -> bool:
    """True if the words that restrict a group are in the sentence of another number of the like."""
    if other.phrase.base is not None or other.phrase.anaphor or other.phrase.role == REST:
        return False
    own, within = _restriction(item)
    line, same = other.line, other.line is item.line
    text = other.sentence.said() if same else " ".join((*line.trail[-1:], line.text))
    there = stems_in(text)
    numbers = other.sentence.marks("cx") if same else line.numbers
    if not within <= {x.value for x in numbers}:
        return False
    is_general = any(item.phrase.head in x for x in _ALIKE[:1])
    return own <= there if own else not is_general


def _is_surely_one(other: Quantity, item: Quantity) -> bool:
    """True if two numbers have the same digits in another order, or much of what restricts one is
    in the sentence of the other."""
    own, _ = _restriction(item)
    return bool(own) and (len(own) > 1 or slip(item.value, other.value, COUNT) >= _SURELY)


def _restriction(item: Quantity) -> tuple[frozenset[str], set[Fraction]]:
    """The roots of the words that restrict a group, `with three or more placements`, and the
    numbers in them."""
    behind = _STOP.split(item.sentence.text[item.phrase.end :][:120])[0]
    match = _RESTRICTED.match(behind.strip())
    if not match:
        return frozenset(), set()
    numbers = {x.value for x in item.sentence.marks("cx", match["rest"])}
    return stems_in(MARK.sub("", match["rest"])) - _PLAIN, numbers


def _is_near(value, item: Quantity) -> bool:
    if value == item.value or value < _LEAST:
        return False
    gap = abs(value - item.value)
    if max(value, item.value) < _MANY:
        return gap <= _SMALL
    return slip(item.value, value, COUNT) > NEAR


def _is_reckoned(rows: Sequence[Statement], row: Statement, item: Quantity) -> bool:
    """True if a number is a sum or difference of two of its paragraph, or of a table's numbers."""
    at = rows.index(row)
    near = [x for x in rows[max(0, at - 6) : at + 3] if x.section == row.section]
    many = Counter(x.value for other in near for x in other.counts if x is not item)
    value = item.value
    return any(many[value - x] > (x + x == value) or many[x + value] > (not value) for x in many)


def _denial(item: Quantity, others: Sequence[Quantity]) -> Denial:
    says = f"The report has {item.phrase.said} here and {others[0].phrase.number.words} at "
    return Denial.of(item, f"{says}{others[0].line.at}, apparently for the same thing.", _MEND)
