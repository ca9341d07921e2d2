"""Numbers worked out of a count: no reader gets one where the count is hidden, in any world."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import WHOLE, Figure, Timing, Unit, Value
from assurance.figures.keys import related
from assurance.figures.registry import FIGURES as DECLARED
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


def world(when, parts, threshold=5):
    """A count with its parts and its rate on a day; the rate of somebody else beside it."""
    place, total = f"census {when}", sum(parts)
    said = {"evidence": place, "threshold": threshold}
    yield Value("x.total", WHOLE, when, total, unit=Unit.CHILDREN, **said)
    for number, count in enumerate(parts):
        yield Value("x.parts", f"m{number}", when, count, unit=Unit.CHILDREN, **said)
    rate = round(total * 1_000_000 / POPULATION)
    yield Value("x.rate", "own", when, rate, unit=Unit.HUNDREDTHS, behind=("x.total", place))
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
