"""Disclosure control attacked: every world of every shape of relation, and a reader who knows the
rule."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Unit, Value
from assurance.runtime.periods import When
from tests.figures.attacker import DAY, SMALL, Graph, narrowed

A, B = ("x.a", "x.total", 2), ("x.b", "x.total", 2)
SHAPES = {
    "a total and its parts": (Graph(parts=[("x.a", "x.total", 3)]), 13),
    "two breakdowns of one whole": (Graph(parts=[A, B]), 13),
    "some of a whole": (Graph(based=[("x.some", "x.total")]), 16),
    "some of some": (Graph(based=[("x.some", "x.total"), ("x.few", "x.some")]), 13),
    "two counts out of one whole": (
        Graph(based=[("x.some", "x.total"), ("x.others", "x.total")]),
        12,
    ),
    "parts of some of a whole": (
        Graph(based=[("x.some", "x.total")], parts=[("x.a", "x.some", 2)]),
        13,
    ),
    "a whole and some of it, each in parts": (
        Graph(based=[("x.some", "x.total")], parts=[A, ("x.b", "x.some", 2)]),
        11,
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_reader_narrows_a_small_count_to_fewer_values_than_the_threshold(shape):
    graph, most = SHAPES[shape]
    assert narrowed(graph, most) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_printed_is_true_and_never_small_and_never_leaves_a_small_rest(shape):
    graph, most = SHAPES[shape]
    for world in graph.worlds(min(most, 10)):
        for (_, _, count, base), shown in zip(world, graph.printed(world), strict=True):
            if shown is not None:
                assert shown == count
                assert not 1 <= count <= SMALL
                assert base is None or not 1 <= base - count <= SMALL


@pytest.mark.parametrize("shape", SHAPES)
def test_a_family_without_a_small_number_is_printed_whole(shape):
    """Hiding everything would be safe too: what needs no cover must not get any."""
    graph, _ = SHAPES[shape]
    for world in graph.worlds(9):
        counts = [count for _, _, count, _ in world]
        rests = [base - count for _, _, count, base in world if base is not None]
        if not any(1 <= one <= SMALL for one in (*counts, *rests)):
            assert None not in graph.printed(world)


def test_the_attacker_finds_a_way_back_where_there_is_one():
    """The test of the tests: with nothing hidden but small counts themselves, he wins."""

    class Careless(Graph):
        def printed(self, world):
            return tuple(None if 1 <= count <= SMALL else count for _, _, count, _ in world)

    assert narrowed(Careless(parts=[A]), 13)


def corrected(before, after):
    """(what an edition printed of the parts `before`, what the next may print of `after`)."""
    graph = Graph(parts=[A])
    first, second = (
        [("x.total", WHOLE, sum(parts), None)]
        + [("x.a", f"m{place}", count, None) for place, count in enumerate(parts)]
        for parts in (before, after)
    )
    identities = [
        Value(key, member, DAY, unit=Unit.CHILDREN).identity for key, member, _, _ in first
    ]
    printed = graph.printed(first)
    earlier = [
        PublishedCount(identity, count)
        for identity, count in zip(identities, printed, strict=True)
        if count is not None
    ]
    values = [
        Value(key, member, DAY, count, None, Unit.CHILDREN, evidence="e", threshold=SMALL)
        for key, member, count, _ in second
    ]
    public = protect({one.identity: one for one in values}, graph.figures, earlier)
    return printed, [public[one.identity].count for one in values]


def test_a_corrected_edition_with_the_old_one_beside_it_gives_no_small_part_away():
    """Every correction of every pair of parts: with a small part the old edition adds nothing."""
    for before in product((0, 1, 3, 4, 5, 8), repeat=2):
        for after in product((0, 1, 3, 4, 5, 8), repeat=2):
            (old_total, *old_parts), (total, *parts) = corrected(before, after)
            if any(1 <= count <= SMALL for count in after):
                assert parts == [None, None]
                assert total is None or old_parts == [None, None]
                assert None in (total, old_total) or abs(total - old_total) not in range(
                    1, SMALL + 1
                )


def test_a_correction_gives_no_small_part_of_the_old_edition_away():
    """17 of 20 in the new edition tell that the other part of the old one's 20 was 3."""
    seen = 0
    for before in product((0, 1, 3, 4, 5, 8, 9), repeat=2):
        for after in product((0, 4, 5, 8, 9), repeat=2):
            (old_total, *old_parts), (_, *parts) = corrected(before, after)
            if old_total is not None and old_parts == [None, None] and None not in parts:
                seen += 1
                assert not {old_total - part for part in parts} & {*range(1, SMALL + 1)}
    assert seen > 100


def test_totals_of_two_days_are_both_printed_and_their_parts_weighed_apart():
    graph = Graph(parts=[A])
    later = When.at(date(2016, 2, 1))
    values = []
    for when, parts in ((DAY, (2, 20)), (later, (5, 20))):
        counted = [("x.total", WHOLE, sum(parts)), ("x.a", "m0", parts[0]), ("x.a", "m1", parts[1])]
        values += [
            Value(key, member, when, count, unit=Unit.CHILDREN, evidence=str(when), threshold=SMALL)
            for key, member, count in counted
        ]
    public = protect({one.identity: one for one in values}, graph.figures)
    assert [one.count for one in public.values()] == [22, None, None, 25, 5, 20]


def test_a_tie_reaches_every_figure_it_joins_and_none_beyond_it():
    graph = Graph(parts=[A], ties=[("x.tied", "x.a"), ("x.next", "x.tied")])
    figures = {**graph.figures, "y.total": replace(graph.figures["x.total"], key="y.total")}
    counts = {("x.total", ""): 22, ("x.a", "m0"): 2, ("x.a", "m1"): 20}
    counts |= {("x.tied", ""): 50, ("x.next", ""): 60, ("y.total", ""): 70}
    values = [
        Value(key, member, DAY, count, unit=Unit.CHILDREN, evidence="e", threshold=SMALL)
        for (key, member), count in counts.items()
    ]
    public = protect({one.identity: one for one in values}, figures)
    assert [one.count for one in public.values()] == [22, None, None, None, None, 70]
