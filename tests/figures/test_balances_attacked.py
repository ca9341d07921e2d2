"""A stock at both ends of a period, with what came and went between: over two editions no reader
works a small flow out of the other three, nor who is in one of two populations alone."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Population, Timing, Unit, Value
from assurance.runtime.periods import When
from tests.figures.attacker import SMALL, figure

FIGURES = {
    "f.stock": figure("f.stock"),
    "f.came": figure("f.came", timing=Timing.IN, bound_by=("f.went",), adds_to="f.stock"),
    "f.went": figure("f.went", timing=Timing.IN, takes_from="f.stock"),
}
MONTH = When(date(2016, 4, 1), date(2016, 4, 30))
ENDS = [When.at(MONTH.start - timedelta(1)), When.at(MONTH.end)]
PLACES = range(4)
MOST = 2 * SMALL + 4


def measured(world):
    """The stock before and after, and what came and went, as they are measured."""
    before, came, went = world
    counts = (before, before + came - went, came, went)
    keys = ("f.stock", "f.stock", "f.came", "f.went")
    return [
        Value(key, WHOLE, when, count, unit=Unit.CHILDREN, evidence=str(when), threshold=SMALL)
        for key, when, count in zip(keys, (*ENDS, MONTH, MONTH), counts, strict=True)
    ]


def printed(world, quoted, earlier=()):
    """Place → the count that the public gets, of those that are quoted; flows are measured both."""
    values = measured(world)
    wanted = {*quoted, *({2, 3} if {2, 3} & {*quoted} else ())}
    public = protect({values[place].identity: values[place] for place in wanted}, FIGURES, earlier)
    return {place: public[values[place].identity].count for place in quoted}


@pytest.mark.parametrize("first", [(0,), (0, 2), (0, 3), (0, 1), (1, 2, 3)])
def test_no_small_flow_is_left_with_fewer_values_than_the_threshold(first):
    alike = defaultdict(list)
    for world in product((20, 21), range(MOST + 1), range(MOST + 1)):
        old = printed(world, first)
        values = measured(world)
        earlier = [
            PublishedCount(values[place].identity, count)
            for place, count in old.items()
            if count is not None
        ]
        new = printed(world, PLACES, earlier)
        alike[(*old.items(), *new.items())].append(world)
    for shown, worlds in alike.items():
        # Worlds near the most have larger ones beside them, which are not drawn.
        if max(map(max, (world[1:] for world in worlds))) == MOST:
            continue
        for flow in (1, 2):
            counts = {world[flow] for world in worlds}
            few = any(1 <= count <= SMALL for count in counts)
            assert not few or len(counts) >= SMALL, (shown, worlds)


def test_a_flow_that_an_edition_printed_gives_no_other_away_after_a_correction():
    values = measured((188, 3, 10))
    came, went = values[2:]
    earlier = [PublishedCount(came.identity, 6), PublishedCount(went.identity, 10)]
    public = protect({item.identity: item for item in values}, FIGURES, earlier[1:])
    assert [item.count for item in public.values()] == [188, None, None, None]


def test_nought_came_is_printed_where_nothing_small_went():
    assert printed((188, 0, 12), PLACES) == {0: 188, 1: 176, 2: 0, 3: 12}
    assert printed((188, 0, 2), PLACES) == {0: 188, 1: 186, 2: None, 3: None}


@pytest.mark.parametrize(
    ("before", "groups", "other", "count"),
    [
        (190, (), (), None),
        (198, (), (), 188),
        (190, ("employee",), ("foster_carer",), 188),
        (190, ("employee",), ("employee", "agency"), None),
    ],
)
def test_another_population_of_an_earlier_edition_gives_no_few_away(before, groups, other, count):
    when, stock = ENDS[0], {"unit": Unit.CHILDREN, "evidence": "census"}
    own = Population("own", "", groups)
    value = Value("f.stock", WHOLE, when, 188, cohort="Own", groups=own, **stock)
    earlier = [PublishedCount((*value.identity[:-1], "Other"), before)]
    populations = {"Other": Population("other", "", other)}
    public = protect({value.identity: value}, FIGURES, earlier, populations=populations)
    assert public[value.identity].count == count


def test_the_attacker_finds_a_flow_where_the_balance_is_not_declared(monkeypatch):
    """The test of the test: both stocks and that none went give three that came."""
    monkeypatch.setitem(FIGURES, "f.went", replace(FIGURES["f.went"], takes_from=""))
    monkeypatch.setitem(FIGURES, "f.came", replace(FIGURES["f.came"], adds_to=""))
    assert printed((188, 3, 0), PLACES) == {0: 188, 1: 191, 2: None, 3: 0}
