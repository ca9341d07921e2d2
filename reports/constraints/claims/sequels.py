"""What a sentence makes of the counts right before it: a net gain, all but some, all of them,
higher than another."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.parts.balance_roles import CAME, WENT, beside, role_of
from reports.quantities.roles import CHANGE

# “Nine were approved and 13 left, a net loss of four.”
_NET = re.compile(
    r"\bnet\s+(?:(?P<up>gain|rise|increase|growth)|(?P<down>loss|fall|decrease|reduction|drop))\b",
    re.I,
)
# “136 of the 143 had one, that is all but seven.”
_ALL_BUT = re.compile(
    r"⟦c(?P<part>\d+)⟧\s+(?:out\s+)?of\s+(?:(?:the|our|all|its|their|a\s+total\s+of)\s+)*"
    r"⟦c(?P<whole>\d+)⟧(?:[^⟦.;]|⟦[dx]\d+⟧){0,80}?\ball\s+but\s+⟦c(?P<rest>\d+)⟧",
    re.I,
)
_ALL = re.compile(r"\W*all\s+⟦c(?P<count>\d+)⟧\s+(?:were|was|are|had|have|now|then)\b", re.I)
# “There were 34. This is lower than in 2015, when there were 41.”
_HIGHER = re.compile(
    r"(?:^\W*(?:this|that|it|(?:the|our)\s+(?:result|rate|figure|share|proportion|percentage|number|total|average))"
    r"|,\s+(?:which|that))\s+(?:is|was|stands|stood|remains)\s+(?:(?:[a-z]+|a\s+little)\s+)?(?:(?P<up>higher|more|greater|above|"
    r"ahead\s+of|in\s+excess\s+of)|(?P<down>lower|fewer|less|below|short\s+of))\s+(?:than\s+)?"
    r"(?:(?!\bbut\b)[^⟦.;:]|⟦d\d+⟧){0,80}?⟦[cmp](?P<then>\d+)⟧",
    re.I,
)
_FEW = 3
_WORD = "Use the word that the numbers show."
_NUMBER = "Put the wrong number right."


def net_changes(row: Statement) -> Iterator[Denial]:
    """A net gain or loss is what came and what went in its sentence make it."""
    match = _NET.search(row.sentence.text)
    ahead = [x for x in row.counts if match and x.phrase.end <= match.start()]
    roles = {role_of(*beside(x), COUNT, row.sentence): x for x in ahead}
    if len(ahead) != 2 or set(roles) != {CAME, WENT}:
        return
    came, went = roles[CAME], roles[WENT]
    if came.value != went.value and (came.value > went.value) != bool(match["up"]):
        says = f"{_plain(came)} came and {_plain(went)} went, but the report gives a "
        yield Denial.of(came, f"{says}“{match.group()}”.", _WORD)


def all_but(row: Statement) -> Iterator[Denial]:
    """All but some of a whole leaves the part that its sentence gives."""
    for match in _ALL_BUT.finditer(row.sentence.text):
        part, whole, rest = (row.sentence.thing(match[x]) for x in ("part", "whole", "rest"))
        if whole.value > part.value and whole.value - part.value != rest.value:
            says = f"{whole.words} − {part.words} = {number_text(whole.value - part.value)}, "
            says += f"but the report gives all but {rest.words}."
            yield Denial(row.line, rest, says, _NUMBER)


def all_of_these(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Four were dismissed and two resigned. All six were referred`: what was told right before."""
    match = _ALL.match(row.sentence.text)
    groups = [x for x in earlier[0].counts if x.phrase.is_stock] if match and earlier else []
    if len(groups) < 2 or any(x.phrase.base is not None for x in groups):
        return
    number, total = row.sentence.thing(match["count"]), sum(x.value for x in groups)
    known = {x.value for other in earlier for x in other.counts}
    near = abs(total - number.value) <= _FEW or is_mistyped(number.value, total)
    if number.value not in known | {total} and near:
        says = f"{' + '.join(map(_plain, groups))} = {number_text(total)}, but the report gives "
        yield Denial(row.line, number, f"{says}“all {number.words}”.", _NUMBER)


# “9.8 days, against 11.2 in the year before”: what it was is not what it is.
_COMPARED = re.compile(r"\b(?:against|compared\s+(?:with|to)|than|from)$", re.I)


def higher_than(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`There were 34. This is higher than last year, when there were 41`: against the one value
    of its kind that the words before give, of its sentence or of the one before."""
    match = _HIGHER.search(row.sentence.text)
    if not match or not (earlier or match.start()):
        return
    then = row.sentence.thing(match["then"])
    named = earlier[0].quantities if not match.start() else row.quantities
    ahead = (x for x in named if match.start() == 0 or x.phrase.end <= match.start())
    ahead = [x for x in ahead if not _COMPARED.search(x.phrase.label)]
    values = [x for x in ahead if x.phrase.number.kind == then.kind and _is_level(x)]
    if len(values) == 1 and not (values[0].phrase.number.bound or then.bound):
        yield from _against(row, match, values[0].phrase.number, then, at=then)


def _against(row: Statement, match, now: Number, other: Number, *, at: Number) -> Iterator[Denial]:
    """The denial of a word of direction that one number is on the other side of another."""
    if now.value != other.value and (now.value > other.value) != bool(match["up"]):
        word = match["up"] or match["down"]
        says = f"It is {now.words} against {other.words}, but the report uses “{word}”."
        yield Denial(row.line, at, says, _WORD)


def _is_level(item: Quantity) -> bool:
    """True for a count, sum or share that is no change."""
    shares = item.phrase.number.kind == PERCENT and item.phrase.role != CHANGE
    return shares or item.phrase.is_stock or item.phrase.is_sum


def _plain(item: Quantity) -> str:
    return item.phrase.number.words
