"""Disclosure control as a reader meets it: whatever is printed, no small count can be worked
out."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Figure, Mark, Population, Timing, Unit, Value
from assurance.figures.keys import related
from assurance.figures.small_numbers import MOST
from assurance.runtime.periods import When

DAY = When.at(date(2016, 1, 1))
YEAR_AGO = When.at(date(2015, 1, 1))


def figure(key, unit=Unit.CHILDREN, **said):
    """A declared figure that is never reckoned here."""
    words = dict.fromkeys(("title", "counts", "source", "rule", "citation"), key)
    return Figure(key=key, unit=unit, timing=Timing.AT, reckon=lambda asked: None, **words, **said)


TOTAL = figure("x.total")
PARTS = figure("x.parts", whole="x.total", has_members=True)
SOME = figure("x.some", base="x.total")
TIED = figure("x.tied", bound_by=("x.parts",))
APART = figure("y.total")
THINGS = figure("z.things", unit=Unit.AUDITS)
FIGURES = {one.key: one for one in (TOTAL, PARTS, SOME, TIED, APART, THINGS)}


def value(key, count, member=WHOLE, base=None, when=DAY, cohort="", **said):
    """A measured value."""
    said = {"unit": Unit.CHILDREN, "evidence": str(when), "rows": lambda: ["a row"], **said}
    return Value(key, member, when, count, base, cohort=cohort, **said)


def protected(*values, earlier=()):
    """key or key:member → what the public gets, as a count or None."""
    public = protect({one.identity: one for one in values}, FIGURES, earlier)
    assert set(public) == {one.identity for one in values}
    return {f"{one.key}:{one.member}".rstrip(":"): one.count for one in public.values()}


def partition(*counts, total=None, when=DAY):
    """A total and its parts."""
    whole = sum(counts) if total is None else total
    parts = [value("x.parts", one, f"m{place}", when=when) for place, one in enumerate(counts)]
    return [value("x.total", whole, when=when), *parts]


def test_what_is_small_or_gives_it_away_is_hidden_with_what_is_tied_to_it():
    assert protected(*partition(6, 0, 182)) == {
        "x.total": 188, "x.parts:m0": 6, "x.parts:m1": 0, "x.parts:m2": 182,
    }  # fmt: skip
    assert set(protected(*partition(5, 0)).values()) == {None}
    shown = protected(*partition(100, 85, total=188))
    assert shown == {"x.total": 188, "x.parts:m0": None, "x.parts:m1": None}
    shown = protected(*partition(3, 185), value("x.tied", 40))
    assert shown["x.tied"] is None
    assert shown["x.total"] == 188
    assert protected(value("z.things", 2, unit=Unit.AUDITS)) == {"z.things": 2}


@pytest.mark.parametrize("small", range(1, MOST + 1))
def test_one_small_part_hides_the_whole_breakdown_noughts_too_and_keeps_the_total(small):
    shown = protected(*partition(small, 0, 180))
    assert shown == {
        "x.total": 180 + small, "x.parts:m0": None, "x.parts:m1": None, "x.parts:m2": None,
    }  # fmt: skip


@pytest.mark.parametrize(("count", "shown"), [(349, None), (346, None), (345, 345), (351, 351)])
def test_a_count_is_hidden_where_the_rest_of_its_base_is_small(count, shown):
    values = [value("x.total", 351), value("x.some", count, base=351)]
    assert protected(*values) == {"x.total": 351, "x.some": shown}


def test_another_family_and_another_time_are_weighed_by_themselves():
    values = [*partition(3, 185), *partition(10, 200, when=YEAR_AGO), value("y.total", 12)]
    public = protect({one.identity: one for one in values}, FIGURES)
    counts = {(one.key, one.member, one.when): one.count for one in public.values()}
    assert counts["x.parts", "m0", DAY] is None
    assert counts["x.parts", "m0", YEAR_AGO] == 10
    assert counts["y.total", "", DAY] == 12


def test_figures_read_from_one_position_are_one_family_whatever_day_each_speaks_of():
    month = When(date(2016, 1, 1), date(2016, 1, 31))
    shown = protected(
        value("x.total", 351, evidence="audit-7"),
        value("x.some", 30, base=351, evidence="audit-7"),
        value("x.parts", 3, "m0", when=month, evidence="audit-7"),
        value("x.parts", 348, "m1", evidence="audit-7"),
        value("x.tied", 40, evidence="audit-7"),
    )
    lost = dict.fromkeys(("x.parts:m0", "x.parts:m1", "x.tied"))
    assert shown == {"x.total": 351, "x.some": 30, **lost}


@pytest.mark.parametrize(
    ("total", "said", "shown"),
    [(40, {}, 0), (40, {"nought_shown": False}, None), (4, {}, None)],
)
def test_nought_is_printed_as_nought_where_it_is_no_cover(total, said, shown):
    figures = {**FIGURES, "x.none": figure("x.none", base="x.total", bound_by=("x.parts",))}
    parts = partition(2, 0, total - 2)
    values = [*parts, value("x.none", 0, base=total, **said)]
    public = protect({one.identity: one for one in values}, figures)
    assert [one.count for one in public.values()][1:] == [None, None, None, shown]


def test_what_is_not_declared_or_not_public_is_withheld_without_a_number():
    assert protected(value("w.unheard_of", 500)) == {"w.unheard_of": None}
    closed = figure("v.total", audience="restricted")
    large = value("v.total", 500)
    public = protect({large.identity: large}, {**FIGURES, "v.total": closed})
    assert public[large.identity].mark == Mark.WITHHELD
    public = protect({one.identity: one for one in partition(2, 9)}, FIGURES)
    hidden = next(one for one in public.values() if one.member == "m1")
    assert (hidden.count, hidden.base, list(hidden.rows())) == (None, None, [])
    assert hidden.mark == Mark.WITHHELD
    nothing = Value("x.total", WHOLE, DAY, mark=Mark.NOT_RETURNED)
    public = protect({nothing.identity: nothing}, FIGURES)
    assert list(public.values()) == [nothing]
    nothing = Value("v.total", WHOLE, DAY, mark=Mark.NOT_RETURNED)
    public = protect({nothing.identity: nothing}, {**FIGURES, "v.total": closed})
    assert list(public.values()) == [nothing]
    assert related("x.tied", FIGURES) == {"x.total", "x.parts", "x.some", "x.tied"}
    assert related("y.total", FIGURES) == {"y.total"}


@pytest.mark.parametrize(
    ("inner", "hidden"), [(350, True), (346, True), (345, False), (351, False)]
)
def test_two_populations_that_nearly_agree_give_nobody_away(inner, hidden):
    values = [value("x.total", 351, cohort="All staff"), value("x.total", inner, cohort="Some")]
    public = protect({one.identity: one for one in values}, FIGURES)
    assert {one.count is None for one in public.values()} == {hidden}


def test_populations_that_share_nobody_are_not_weighed_against_each_other():
    visitors, panel, both = (
        Population(name, groups=groups)
        for name, groups in (("iv", ("iv",)), ("panel", ("panel",)), ("both", ("iv", "panel")))
    )
    for other, hidden in ((panel, False), (both, True), (Population("all"), True)):
        values = [
            value("x.total", 14, cohort="Visitors", groups=visitors),
            value("x.total", 12, cohort="Others", groups=other),
        ]
        public = protect({one.identity: one for one in values}, FIGURES)
        assert {one.count is None for one in public.values()} == {hidden}


def test_populations_are_compared_at_one_time_only():
    values = [
        value("x.total", 351, cohort="All staff"),
        value("x.total", 350, cohort="Some", when=YEAR_AGO),
    ]
    public = protect({one.identity: one for one in values}, FIGURES)
    assert {one.count for one in public.values()} == {351, 350}


def test_what_an_earlier_edition_printed_of_the_same_day_takes_the_total_with_it():
    total, small, rest = partition(3, 185)
    assert (
        protected(total, small, rest, earlier=[PublishedCount(rest.identity, 185)])["x.total"]
        is None
    )
    assert (
        protected(total, small, rest, earlier=[PublishedCount(total.identity, 186)])["x.total"]
        is None
    )
    assert (
        protected(total, small, rest, earlier=[PublishedCount(total.identity, 188)])["x.total"]
        == 188
    )


def test_a_reader_who_knows_every_relation_cannot_narrow_a_small_part_to_two_values():
    """Every partition in three around the threshold; every world that fits what is printed."""
    for counts in product((0, 1, 2, 5, 6, 7), repeat=3):
        shown = protected(*partition(*counts))
        worlds = [
            world
            for world in product(range(max(sum(counts), MOST) + 1), repeat=3)
            if _fits(world, shown, counts)
        ]
        for place, count in enumerate(counts):
            if 1 <= count <= MOST:
                assert len({world[place] for world in worlds}) >= 3, (counts, shown)


def _fits(world, shown, counts):
    if shown["x.total"] is None:
        return True
    known = [shown[f"x.parts:m{place}"] for place in range(len(counts))]
    agrees = all(one is None or one == part for one, part in zip(known, world, strict=True))
    return agrees and sum(world) == shown["x.total"]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.integers(0, 40))
def test_no_small_count_is_ever_shown_and_what_is_shown_is_true(counts, extra):
    values = [*partition(*counts, total=sum(counts) + extra), value("x.some", counts[0])]
    shown = protected(*values)
    truth = {f"{one.key}:{one.member}".rstrip(":"): one.count for one in values}
    for name, count in shown.items():
        assert count is None or count == truth[name]
        assert count is None or not 1 <= count <= MOST


@given(st.permutations(partition(4, 9, 0, 20)))
def test_the_order_of_the_values_changes_nothing(values):
    assert protected(*values) == protected(*partition(4, 9, 0, 20))
