"""Numbers worked out of a count: no reader gets one where the count is hidden, in any world."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Figure, Timing, Unit, Value
from assurance.figures.keys import related
from assurance.figures.registry import FIGURES as DECLARED
from assurance.figures.relations import counts_behind, told_by
from assurance.figures.small_numbers import CountBehind
from assurance.runtime.periods import When

DAYS = [When.at(date(2015, 12, 1)), When.at(date(2016, 12, 1))]
POPULATION = 37_600
SMALL = st.integers(0, 12)


def figure(key, unit=Unit.CHILDREN, **said):
    """A declared figure that is never reckoned here."""
    words = dict.fromkeys(("title", "counts", "source", "rule", "citation"), key)
    return Figure(key=key, unit=unit, timing=Timing.AT, reckon=lambda asked: None, **words, **said)


FIGURES = {
    one.key: one
    for one in (
        figure("x.total"),
        figure("x.parts", whole="x.total", has_members=True),
        figure("x.rate", Unit.HUNDREDTHS, worked_out_of=("x.total",)),
    )
}


def rate_of(count, population=POPULATION):
    """So many of a population, as print has it: to the nearest of a million."""
    return round(count * 1_000_000 / population, -1)


def behind(count, place, population=POPULATION):
    """What a rate tells of its count: every count that has the same rate."""
    same = [
        other
        for other in range(max(count - 99, 0), count + 99)
        if rate_of(other, population) == rate_of(count, population)
    ]
    return CountBehind("x.total", place, "", same[0], same[-1])


def world(when, parts, threshold=5):
    """A count with its parts and its rate on a day; the rate of somebody else beside it."""
    place, total = f"census {when}", sum(parts)
    said = {"evidence": place, "threshold": threshold}
    yield Value("x.total", WHOLE, when, total, unit=Unit.CHILDREN, **said)
    for number, count in enumerate(parts):
        yield Value("x.parts", f"m{number}", when, count, unit=Unit.CHILDREN, **said)
    rate = rate_of(total)
    yield Value("x.rate", "own", when, rate, unit=Unit.HUNDREDTHS, behind=behind(total, place))
    yield Value("x.rate", "england", when, 6000, unit=Unit.HUNDREDTHS)


def protected(values, earlier=()):
    """(key, member, when) → what the public gets."""
    shown = protect({one.identity: one for one in values}, FIGURES, earlier)
    return {(one.key, one.member, one.when): one for one in shown.values()}


@given(
    st.lists(st.lists(SMALL, min_size=1, max_size=4), min_size=1, max_size=2),
    st.sampled_from([5, 7, 10]),
    st.integers(-6, 6),
)
def test_a_rate_is_shown_exactly_where_its_count_is(worlds, threshold, moved):
    values = [
        value
        for when, parts in zip(DAYS, worlds, strict=False)
        for value in world(when, parts, threshold)
    ]
    total = values[0]
    earlier = [PublishedCount(total.identity, max(total.count + moved, 0))] if moved else []
    shown = protected(values, earlier)
    for when in DAYS[: len(worlds)]:
        count, rate = shown["x.total", WHOLE, when], shown["x.rate", "own", when]
        assert (count.count is None) is (rate.count is None)
        assert count.mark == rate.mark
        assert shown["x.rate", "england", when].count == 6000


def test_a_rate_without_its_count_beside_it_is_hidden():
    """What nobody weighed is not shown."""
    (rate,) = [value for value in world(DAYS[0], [100]) if value.member == "own"]
    assert protected([rate])["x.rate", "own", DAYS[0]].count is None


def test_the_rate_of_one_day_is_not_opened_by_the_count_of_another():
    first, second = (list(world(when, [100])) for when in DAYS)
    values = [*first, *(value for value in second if value.key == "x.rate")]
    shown = protected(values)
    assert shown["x.rate", "own", DAYS[0]].count is not None
    assert shown["x.rate", "own", DAYS[1]].count is None


def test_whoever_quotes_a_rate_has_the_family_of_its_count_weighed():
    assert related("x.rate", FIGURES) == {"x.rate", "x.total", "x.parts"}
    assert related("x.total", FIGURES) == {"x.total", "x.parts"}
    assert "looked_after.placement" in related("looked_after.rate", DECLARED)


# 1,000: each count has a rate of its own. 600,000: six or seven have one rate together.
POPULATIONS = st.sampled_from([1_000, POPULATION, 100_000, 600_000])
PARTS = st.lists(st.integers(0, 40), min_size=1, max_size=4)


@given(PARTS, st.integers(-8, 8), POPULATIONS)
def test_a_corrected_count_beside_an_earlier_rate_gives_no_small_part_away(
    parts, moved, population
):
    """The reader works every count out that has the earlier rate, and lays it beside the new one:
    where a small part is hidden, none of them is as near as what is small."""
    when, values = DAYS[0], list(world(DAYS[0], parts))
    before = max(sum(parts) + moved, 0)
    earlier = [*counts_behind(behind(before, "census", population), when.start, when.end)]
    shown = protected(values, earlier)
    total = shown["x.total", WHOLE, when].count
    hidden = [
        one for one in values if one.key == "x.parts" and shown[one.key, one.member, when] != one
    ]
    candidates = {item.count for item in earlier}
    if hidden and total is not None and total not in candidates:
        assert not {abs(total - count) for count in candidates} & set(range(1, 6))
    if total is None:
        assert shown["x.rate", "own", when].count is None
    if total in candidates:
        # The same rate tells of no change: it hides nothing that the records alone would not.
        assert shown == protected(values)


@given(PARTS, st.integers(-8, 8))
def test_a_rate_that_only_one_count_has_is_weighed_as_that_count_is(parts, moved):
    when, values = DAYS[0], list(world(DAYS[0], parts))
    before = max(sum(parts) + moved, 0)
    by_rate = [*counts_behind(behind(before, "census", 1_000), when.start, when.end)]
    by_count = [PublishedCount(values[0].identity, before)]
    if moved:
        assert protected(values, by_rate) == protected(values, by_count)


def test_without_the_weighing_the_attacker_wins():
    """The test of the test: 188 after a rate that only 185 has, and a part of 3 that is new."""
    values = list(world(DAYS[0], [185, 3]))
    assert protected(values)["x.total", WHOLE, DAYS[0]].count == 188
    told = counts_behind(behind(185, "census"), DAYS[0].start, DAYS[0].end)
    assert protected(values, told)["x.total", WHOLE, DAYS[0]].count is None


def test_earlier_rates_are_looked_for_with_the_counts_they_give_away():
    assert told_by(["x.total"], FIGURES) == {"x.total", "x.rate"}
    assert told_by(["x.parts"], FIGURES) == {"x.parts"}
    assert "looked_after.rate" in told_by(["looked_after.children"], DECLARED)
