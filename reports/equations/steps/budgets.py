"""The step from a budget to what was spent, where a sentence calls that over or under it."""

import re
from collections.abc import Sequence

from reports.equations.steps.pairs_before import THAN_FRACTION
from reports.equations.steps.step import Step
from reports.equations.steps.values import BUDGET
from reports.prose.numbers import MONEY
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Quantity, Statement, Sure
from reports.quantities.passages import before
from reports.quantities.roles import CHANGE

_UNDER = SentencePattern(
    r"\b(?:under-?\s?spen\w+|(?:below|under|within)\s+(?:(?:the\s+|its\s+|our\s+)?budget|it\b)|less\s+than|saving|"
    r"below|under)\b",
    re.I,
)
_OVER = SentencePattern(
    r"\b(?:over-?\s?spen\w+|(?:above|over)\s+(?:the\s+|its\s+)?budget|more\s+than|above|"
    r"(?<!left )over|exceed\w*)\b",
    re.I,
)


# “Below budget by £2,180”, “£2,180 below it”.
_AMOUNT = re.compile(r"\bby\s+⟦m\d+⟧|⟦m\d+⟧\s+(?:below|under|above|over|less|more)\b", re.I)
_OF_A_BUDGET = re.compile(
    r"\bbudget|^\W*(?:this|that|it)\s+(?:is|was|means|gives)\b[^⟦]*\b(?:over|under)-?\s?spen(?:d|ding)\b",
    re.I,
)
# “We had £96,000 and spent £88,500 of it.”
_GIVEN = re.compile(
    r"\b(?:had(?!\s+been)|given|granted|received|allowed|set\s+aside|planned|brought\s+in|awarded)\b",
    re.I,
)
_HAD = re.compile(r"(?:had|has|have)\s+been\b", re.I)
_SPENT = re.compile(r"\b(?:spen[dt]|spending|costs?|used)\b", re.I)
_FAR = 6
_UNSURE = re.compile(r"\bnot\b|\bthe\s+(?:former|latter)\b|\bunder\s+(?:section|the\s+act)\b", re.I)


def budget_step(rows: Sequence[Statement], place: int, row: Statement) -> Step | None:
    """The step from a budget to what was spent, where one sentence calls it over or under."""
    text = THAN_FRACTION.sub(" ", row.sentence.text)
    under, over = _UNDER.search(text), _OVER.search(text)
    sums = _sums(row)
    if bool(under) == bool(over) or _UNSURE.search(row.sentence.text):
        return None
    # “Cost: £49,152. Budget: £52,000. Result: £2,848 under budget.”
    far = before(rows, place, 1 if sums else 2)
    near = [item for other in reversed(far) for item in _sums(other)]
    if not sums and not _OF_A_BUDGET.search(row.sentence.text):
        return None
    pair = _budget_and_spent(sums) or _budget_and_spent([*near, *sums])
    pair = pair or _by_so_much(rows, place, row, near)
    whole = ((0, len(row.sentence.text)),)
    word = (under or over).group()
    return Step(row, *pair, word, 1 if over else -1, whole, Sure.JOINED) if pair else None


def _by_so_much(rows, place, row: Statement, near):
    """(the budget, what was spent) of `the budget was £31,000. Spending was £2,180 below it`: what
    the paper gives as spent, where only one of the two that the amount can lead to is given."""
    match = _AMOUNT.search(row.sentence.text)
    budgets = [item for item in near if BUDGET.search(_words(item))]
    if not match or len(budgets) != 1 or len(row.quantities) != 1:
        return None
    budget, gap = budgets[0], row.quantities[0].value
    far = [item for other in before(rows, place, _FAR) for item in _sums(other)]
    spent = [item for item in far if abs(item.value - budget.value) == gap]
    return (budget, spent[0]) if len({item.value for item in spent}) == 1 else None


def _sums(row: Statement):
    kinds = [item for item in row.quantities if item.phrase.number.kind == MONEY]
    return [item for item in kinds if item.phrase.role != CHANGE and not item.phrase.number.bound]


def _budget_and_spent(sums):
    """(the budget, what was spent) of two sums of which one is called the budget, or None."""
    # What lies between the two is far less than either.
    sums = [item for item in sums if any(_is_near(item, other) for other in sums)]
    if len(sums) != 2:
        return None
    called = [bool(BUDGET.search(_words(item))) for item in sums]
    if called[0] == called[1]:
        given, spent = ([bool(x.search(_words(item))) for item in sums] for x in (_GIVEN, _SPENT))
        called = given if given == [not item for item in spent] else called
    if called[0] == called[1]:
        return None
    return sums if called[0] else sums[::-1]


def _is_near(item: Quantity, other: Quantity):
    """Whether of two sums neither is twice the other."""
    return item is not other and max(item.value, other.value) < 2 * min(item.value, other.value)


def _words(item: Quantity):
    """What stands right before a sum, back to the one before it, and the words behind it."""
    before = re.split(r"⟦m\d+⟧|;", item.sentence.text[: item.phrase.start])[-1]
    behind = " ".join(item.phrase.clause.split()[: 3 if _HAD.match(item.phrase.clause) else 2])
    # “We spent £8.2m of £7.8m”.
    before = re.sub(
        r"^\s+(?:out\s+)?of\s+(?:an?\s+|the\s+|its\s+|our\s+|their\s+)?$", "budget ", before
    )
    return f"{before} {behind.removeprefix('against')}"
