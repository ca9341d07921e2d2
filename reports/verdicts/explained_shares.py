"""Shares and means that two other numbers beside them come to: what denies them took two others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reports.checks.reading import Reading
from reports.checks.rule import QUANTITIES, Severity
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.prose.quantities.arithmetic import WRONG, verdict
from reports.quantities.derivation.quotients import shares_between
from reports.quantities.model import Quantity
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE
from reports.verdicts.rule_faults import RuleFault

# Two of many numbers come to nearly any whole per cent, and to hardly any with a decimal place.
_MOST, _MOST_WHOLE = 7, 2
# “4,106 days against 9,020” has both of one kind.
_AMOUNTS = (COUNT, SPAN, MONEY)


def weighed(rows: Iterable[RuleFault], reading: Reading) -> Iterator[RuleFault]:
    """The findings in their order, of which those about a share or a mean that two numbers of its
    own sentence explain are advice: `among the 360 only 23 can (6.4%)`. Of 830 faults that were
    warned of three were so, and of 13 right reports that readings were first wrong of, four."""
    for row in rows:
        is_weighty = row.rule.family == QUANTITIES and row.severity != Severity.ADVICE
        # A word of direction next to it is not explained by what it comes to.
        is_of_value = row.fault.says.endswith(f"the report gives {row.fault.about}.")
        if is_weighty and is_of_value and _is_explained(row, reading):
            row = replace(row, fault=replace(row.fault, severity=Severity.ADVICE))
        yield row


def _is_explained(row: RuleFault, reading: Reading) -> bool:
    """True if the one number that a finding is about is explained in its sentence; a mean by one of
    the sentence before, too."""
    rows = statements(reading)
    tried = row.fault.says.split(" the report ")[0].split()
    for place, statement in enumerate(rows):
        if statement.line.where != row.fault.where:
            continue
        written = statement.line.sentence_at(statement.sentence.start).text
        about = [x for x in statement.quantities if x.phrase.number.words == row.fault.about]
        if written != row.fault.sentence or len(about) != 1:
            continue
        number, amounts = about[0].phrase.number, _amounts(statement.quantities, about)
        others = [x for x in amounts if x.phrase.number.words not in tried]
        if number.kind == PERCENT:
            return _explains(number, amounts, others, _shares_of)
        earlier = [y for x in before(rows, place, 1) for y in _amounts(x.quantities)]
        return bool(number.places) and _explains(number, [*amounts, *earlier], others, _mean_of)
    return False


def _amounts(quantities: Sequence[Quantity], about: Sequence[Quantity] = ()) -> list[Quantity]:
    """The numbers that are counts, lengths of time or money, but those that a finding is about."""
    kinds = [x for x in quantities if x.phrase.number.kind in _AMOUNTS and x.value]
    # “742, which is 53 more, or 7.1%” has the wrong base.
    return [x for x in kinds if x not in about and x.phrase.role != CHANGE]


def _explains(number: Number, amounts, others, results) -> bool:
    """True if two amounts, one of them no number that the finding has tried, come to a number."""
    most = _MOST if number.places else _MOST_WHOLE
    return len(amounts) <= most and any(
        verdict(number, value, value) != WRONG
        for pair in combinations(amounts, 2)
        if any(x in others for x in pair)
        for value in results(*pair)
    )


def _shares_of(first: Quantity, last: Quantity):
    """What two amounts come to in per cent; nothing of money and things."""
    is_mixed = (first.phrase.number.kind == MONEY) != (last.phrase.number.kind == MONEY)
    return () if is_mixed else shares_between(first.value, last.value)


def _mean_of(first: Quantity, last: Quantity):
    """What one comes to for each of the other."""
    small, large = sorted((first.value, last.value))
    return (large / small,)
