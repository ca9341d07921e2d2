"""Balances of a stock that together give away what none of them gives away alone."""

from datetime import date

import pytest

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Unit, Value
from assurance.runtime.periods import When
from tests.figures.attacker import SMALL
from tests.figures.test_balances_attacked import FIGURES

BEFORE, END = When.at(date(2016, 3, 31)), When.at(date(2016, 5, 31))
APRIL = When(date(2016, 4, 1), date(2016, 4, 30))
SPRING = When(APRIL.start, END.end)


def value(key, when, count):
    """A measured stock or flow."""
    own = {"unit": Unit.CHILDREN, "evidence": str(when), "threshold": SMALL}
    return Value(f"f.{key}", WHOLE, when, count, **own)


def shown(values, earlier=()):
    """(key, first day) → what the public gets of `values`, next to `earlier` ones."""
    printed = [PublishedCount(item.identity, item.count) for item in earlier]
    public = protect({item.identity: item for item in values}, FIGURES, printed)
    return {(key, first): item.count for (key, _, first, *_), item in public.items()}


@pytest.mark.parametrize(("left", "is_open"), [(2, False), (0, True), (9, True)])
def test_a_small_stock_that_nothing_prints_is_not_worked_out(left, is_open):
    counts = shown(
        [value("stock", BEFORE, 20), value("came", SPRING, 10), value("went", SPRING, 30 - left)]
    )
    assert (None not in counts.values()) == is_open
    assert counts["f.stock", BEFORE.start] == 20


def test_a_flow_of_one_month_is_not_worked_out_by_way_of_two_balances():
    first = [value("stock", BEFORE, 40), value("stock", END, 33)]
    # 40 and 10 less 33 leave 17 of both months, of which 14 went in April.
    second = [value("came", SPRING, 10), value("went", APRIL, 14)]
    assert None in shown(second, first).values()
    safe = [value("came", SPRING, 10), value("went", APRIL, 9)]
    assert None not in shown(safe, first).values()
