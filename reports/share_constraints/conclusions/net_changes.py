"""A net change, against the two stocks and the two flows that the report balances."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import by_line, statements

_NET = re.compile(
    r"\bnet\s+(?P<way>growth|increase|rise|gain|change|movement|addition|fall|decrease|reduction|loss|decline|effect)\s+"
    r"(?:[a-z]+\s+){0,3}?(?:of|was|is|being|came\s+to)\s+(?:[a-z]+\s+)?⟦c(?P<mark>\d+)⟧"
    r"|\b(?:grew|rose|fell|up|down|increased|decreased)\s+by\s+a\s+net\s+⟦c(?P<by>\d+)⟧"
    r"|\b(?:a\s+)?net\s+⟦c(?P<bare>\d+)⟧",
    re.I,
)
_IN = re.compile(
    r"\b(?:start\w*|began|begun|c[ao]me|coming|enter\w*|join\w*|arriv\w*|admitt\w*|new|open\w*|receiv\w*|gain\w*|recruit\w*|"
    r"approv\w*|register\w*|added|taken\s+on)\b",
    re.I,
)
_OUT = re.compile(
    r"\b(?:ceas\w*|le(?:ft|ave|aving|avers)|clos\w*|end(?:ed|ing)|depart\w*|moved\s+(?:on|out|away)|lost|resign\w*|retir\w*|"
    r"withdr\w*|finish\w*|complet\w*|removed|gave\s+up|went)\b",
    re.I,
)
# What is planned, or was of another time, is no change of these stocks.
_UNSURE = re.compile(
    r"\b(?:target|aim\w*|plan\w*|commit\w*|contract|will|would|should|expect\w*|forecast|hope\w*|need\w*|last\s+year|"
    r"previous\w*|earlier|nation\w*|region\w*|budget\w*|over\s+its)\b",
    re.I,
)
_MOST, _MEND = 8, "Correct the net change, or the numbers that it follows from."


@dataclass(frozen=True)
class _Balance:
    """A stock at two times, with those that came and those that went."""

    first: Quantity
    last: Quantity
    came: Quantity
    went: Quantity

    @property
    def net(self) -> Fraction:
        return abs(self.last.value - self.first.value)


def net_changes(reading: Reading) -> Iterator[Denial]:
    """`412 became 425: 97 came in and 84 went. The net growth of 31 …`: it is 13."""
    rows = [x for x in statements(reading) if not _UNSURE.search(x.sentence.text)]
    claims = [(row, x) for row in rows for x in _NET.finditer(row.sentence.text)]
    balances = [*_balances(reading)] if claims else []
    if len({(x.came.value, x.went.value) for x in balances}) != 1:
        return
    balance = balances[0]
    for row, match in claims:
        stated = row.sentence.thing(match["mark"] or match["by"] or match["bare"])
        if stated.value != balance.net and not stated.bound:
            came, went = (x.phrase.number.words for x in (balance.came, balance.went))
            says = f"{came} came and {went} went, which is a change of "
            says += f"{number_text(balance.net)}, but the report gives {stated.words}."
            yield Denial(row.line, stated, says, _MEND)


def _balances(reading: Reading) -> Iterator[_Balance]:
    """The balances of each paragraph: two larger counts that differ by as much as two flows."""
    for rows in by_line(reading).values():
        counts = [x for row in rows for x in row.counts]
        if not 4 <= len(counts) <= _MOST:
            continue
        for row in rows:
            for came, went in permutations(row.counts, 2):
                if _is_flow(row, came, _IN, _OUT) and _is_flow(row, went, _OUT, _IN):
                    yield from _around(counts, came, went)


def _is_flow(row: Statement, item: Quantity, way: re.Pattern, other: re.Pattern) -> bool:
    """True if the words right behind a count have it come, or go."""
    behind = item.beside(".;:")[1]
    own, against = way.search(behind), other.search(behind)
    return bool(own and (not against or own.start() < against.start()))


def _around(counts: list[Quantity], came: Quantity, went: Quantity) -> Iterator[_Balance]:
    net = came.value - went.value
    for first, last in combinations((x for x in counts if x not in (came, went)), 2):
        larger = min(first.value, last.value) > max(came.value, went.value)
        if larger and net and abs(first.value - last.value) == abs(net):
            yield _Balance(first, last, came, went)
