"""Whether two published values may be compared is decided once: series, comparison, first screen
and data say the same of every pair."""

from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.comparison import why_not_comparable
from reports.documents.figure_pairs import changes, figure_pairs
from reports.publication.figure_history import _breaks
from tests.cases import random_cases
from tests.make.published_figures import entry

GROUPS = (("Staff", "", ""), ("Staff", "staff", "d1"), ("Members of staff", "staff", "d1"),
          ("All staff", "all", "d1"), ("Staff", "staff", "d2"))  # fmt: skip
SPANS = (
    *(("2015-06-30", "2015-06-30"), ("2015-12-31", "2015-12-31"), ("2015-01-01", "2015-06-30")),
    *(("2015-07-01", "2015-12-31"), ("2015-07-16", "2015-12-31"), ("2015-01-01", "2015-12-31")),
)


def assert_one_likeness(then, now):
    """Holds what every public page makes of two values of one figure, the earlier one first."""
    reason = why_not_comparable(then, now)
    shown = not (then.mark or now.mark)
    pairs = list(figure_pairs([then], [now]))
    # A value of a day and one of a period are not paired at all.
    assert reason or len(pairs) == 1
    for pair in pairs:
        if shown and len(pairs) == 1:
            assert pair.change.startswith("Not comparable") == bool(reason)
            assert reason in pair.change
        assert reason or not pair.otherwise
    assert bool(_breaks(then, now)) == bool(reason)
    moves = shown and then.end < now.end and then.text != now.text
    assert bool(changes([then], [now])) == (moves and not reason)


@st.composite
def values(draw):
    cohort, population, definition = draw(st.sampled_from(GROUPS))
    start, end = draw(st.sampled_from(SPANS))
    return entry(
        draw(st.sampled_from(("24", "30"))),
        end,
        start=start,
        cohort=cohort,
        population=population,
        definition=definition,
        rule=draw(st.sampled_from(("Counted.", "Otherwise."))),
        citation=draw(st.sampled_from(("", "Guidance"))),
        mark=draw(st.sampled_from(("", "", "withheld"))),
    )


@random_cases(25)
@given(values(), values())
def test_every_page_calls_the_same_pairs_comparable(one, other):
    assert_one_likeness(*sorted((one, other), key=lambda value: value.end))
