"""Periods of one flow, over two editions: nobody subtracts a small number out of them."""

from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Timing, Unit, Value
from assurance.figures.relations import Share
from assurance.runtime.periods import When
from tests.cases import random_cases
from tests.figures.attacker import figure

SMALL = 5
FLOWS = {
    "f.started": figure("f.started", timing=Timing.IN, bound_by=("f.ceased",)),
    "f.ceased": figure("f.ceased", timing=Timing.IN),
}
MONTHS = [date(2016, month, 1) for month in range(4, 11)]


def flow(counts, first, last, key="f.started"):
    """The count of the months from the place `first` up to `last` of monthly `counts`."""
    when = When(MONTHS[first], MONTHS[last] - timedelta(1))
    return Value(key, WHOLE, when, sum(counts[first:last]), unit=Unit.CHILDREN, evidence=str(when))


def printed(values, earlier=()):
    """(first place, last) → what the public gets."""
    public = protect({one.identity: one for one in values}, FLOWS, earlier)
    return {
        (MONTHS.index(one.when.start), MONTHS.index(one.when.end + timedelta(1))): one.count
        for one in public.values()
    }


def worlds(shown, months):
    """Every count of each month that adds up to all that is shown."""
    longest = max((count for count in shown.values() if count is not None), default=0)
    for world in product(range(longest + 1), repeat=months):
        if all(
            count is None or sum(world[first:last]) == count
            for (first, last), count in shown.items()
        ):
            yield world


def test_a_hidden_month_is_no_difference_of_the_periods_around_it():
    counts = (5, 5, 4, 3, 6)
    shown = printed([flow(counts, *span) for span in ((0, 5), (0, 3), (4, 5), (3, 4))])
    assert shown == {(0, 5): 23, (0, 3): 14, (4, 5): None, (3, 4): None}
    shown = printed([flow(counts, *span) for span in ((0, 5), (0, 3), (4, 5))])
    assert shown[4, 5] is None


def test_a_half_year_is_printed_with_no_more_months_than_leave_the_others_unknown():
    counts = (6, 7, 8, 9, 6, 2)
    shown = printed([flow(counts, *span) for span in ((0, 6), *((n, n + 1) for n in range(6)))])
    assert shown[0, 6] == 38
    assert [count for span, count in shown.items() if span != (0, 6)].count(None) == 2


def test_a_period_is_held_against_what_earlier_editions_printed():
    counts = (5, 5, 4, 3, 6)
    before = [flow(counts, 0, 3), flow(counts, 4, 5)]
    earlier = [PublishedCount(one.identity, one.count) for one in before]
    assert printed([flow(counts, 0, 5)], earlier) == {(0, 5): None}
    assert printed([flow(counts, 0, 3)], earlier) == {(0, 3): 14}


def test_what_is_hidden_for_another_count_is_not_worked_out_either():
    started, ceased = (20, 20, 20), (20, 3, 20)
    spans = ((0, 3), (0, 1), (1, 2), (2, 3))
    values = [flow(started, *span) for span in spans]
    values += [flow(ceased, *span, key="f.ceased") for span in spans]
    public = protect({one.identity: one for one in values}, FLOWS)
    counts = [one.count for one in public.values()]
    assert counts == [60, 20, None, None, 43, 20, None, None]


def measured(slug, count, first, last):
    """What a measure of people came to in a period, which no figure declares to be a flow."""
    when = When(MONTHS[first], MONTHS[last] - timedelta(1))
    return Value("f.measures", slug, when, count, unit=Unit.PEOPLE, evidence=f"{when} {slug}")


MEASURES = {"f.measures": figure("f.measures", unit=Unit.PEOPLE, has_members=True)}


@pytest.mark.parametrize("earlier", [False, True])
def test_a_month_is_no_difference_of_the_periods_of_measures(earlier):
    """April to August, April to June, August: by one measure, and by another that is part of it."""
    one = [measured("since", 23, 0, 5), measured("since", 14, 0, 3), measured("month", 6, 4, 5)]
    inner = [Share(one[2].identity, one[0].identity)]
    printed = [PublishedCount(item.identity, item.count) for item in one[:1] if earlier]
    values = {item.identity: item for item in one[earlier:]}
    shown = protect({**values, one[0].identity: one[0]}, MEASURES, printed, inner)
    assert [shown[item.identity].count for item in one].count(None) >= 1
    assert shown[one[0].identity].count in (23, None)
    apart = protect({item.identity: item for item in one}, MEASURES)
    assert [item.count for item in apart.values()] == [23, 14, 6]


def test_a_small_rest_of_one_measure_is_not_printed_over_two_editions():
    printed = [PublishedCount(measured("since", 14, 0, 3).identity, 14)]
    later = measured("since", 17, 0, 4)
    assert protect({later.identity: later}, MEASURES, printed)[later.identity].count is None
    assert protect({later.identity: later}, MEASURES)[later.identity].count == 17


@pytest.mark.parametrize("months", [(7, 2), (2, 7), (6, 3, 8), (3, 3, 3), (8, 1, 0)])
def test_no_reader_narrows_a_small_month_to_two_values_over_two_editions(months):
    spans = list(combinations(range(len(months) + 1), 2))
    for first in combinations(spans, 2):
        old = printed([flow(months, *span) for span in first])
        old = {span: count for span, count in old.items() if count is not None}
        earlier = [PublishedCount(flow(months, *span).identity, n) for span, n in old.items()]
        known = {**printed([flow(months, *span) for span in spans], earlier), **old}
        fits = list(worlds(known, len(months)))
        for begin, end in spans:
            if 1 <= sum(months[begin:end]) <= SMALL:
                assert len({sum(world[begin:end]) for world in fits}) > 2, (first, known)


@random_cases(60)
@given(st.lists(st.integers(0, 9), min_size=5, max_size=5), st.data())
def test_no_sum_or_difference_of_printed_periods_is_a_small_count(months, data):
    spans = data.draw(st.lists(st.sampled_from(list(combinations(range(6), 2))), max_size=6))
    rows = [row for row in printed([flow(months, *span) for span in spans]).items() if row[1]]
    for signs in product((-1, 0, 1), repeat=len(rows)):
        if sum(map(abs, signs)) <= 4:
            days = [
                sum(sign for sign, ((a, b), _) in zip(signs, rows, strict=True) if a <= place < b)
                for place in range(5)
            ]
            rest = sum(sign * count for sign, (_, count) in zip(signs, rows, strict=True))
            assert set(days) - {0, 1} or not 1 <= rest <= SMALL, (rows, signs)
