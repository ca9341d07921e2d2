"""A typed number that equals a figure is offered as it, the likeliest first."""

from hypothesis import given
from hypothesis import strategies as st

from reports.checks.numbers.matches import NUMBER, SHARE, WORDS, matches
from reports.checks.reading import PARAGRAPH, Line, LiveFigure
from reports.documents.document import Entry


def entry(place, count, base=None, counts="children looked after", day="2015-12-01", key="k"):
    """A figure of a day."""
    said = dict.fromkeys(("out_of", "when", "cohort", "source", "rule", "citation"), "")
    return Entry(
        number=place,
        key=key,
        title=counts.capitalize(),
        text=str(count),
        counts=counts,
        start=day,
        end=day,
        count=count,
        base_count=base,
        **said,
    )


def offered(text, *entries, at=0):
    """(number of the figure, form, sure) of each offer for one number of a text."""
    line = Line("para-1", "paragraph 1", PARAGRAPH, text)
    numbers = [one for one in line.numbers if one.is_to_settle]
    return [(one.entry.number, one.form, one.sure) for one in matches(line, numbers[at], entries)]


def test_an_equal_count_is_offered_and_another_is_not():
    figures = (entry(1, 188), entry(2, 189), entry(3, None))
    assert offered("There were 188 children looked after.", *figures) == [(1, NUMBER, True)]
    assert offered("There were 190 children looked after.", *figures) == []


def test_words_are_offered_as_words_and_a_share_as_a_per_cent():
    figures = (entry(1, 12, 48), entry(2, 25))
    assert offered("Twelve children were looked after.", *figures) == [(1, WORDS, True)]
    assert offered("It was 25% of all.", *figures) == [(1, SHARE, False)]
    assert offered("It was 24% of all.", *figures) == []


def test_the_figure_of_the_sentences_day_comes_first():
    figures = (entry(1, 188, day="2015-01-01"), entry(2, 188))
    found = offered("On 1 December 2015 there were 188 children looked after.", *figures)
    assert found == [(2, NUMBER, True), (1, NUMBER, False)]


def test_the_figure_of_the_sentences_words_comes_first():
    figures = (entry(1, 30, counts="case audits"), entry(2, 30, counts="overdue checks"))
    found = offered("In all 30 checks were overdue.", *figures)
    assert [place for place, _form, _sure in found] == [2, 1]


def test_nothing_is_offered_for_a_bound_money_a_date_or_a_figure_that_is_live_already():
    assert offered("Over 188 children looked after.", entry(1, 188)) == []
    assert offered("It cost £188 for the children looked after.", entry(1, 188)) == []
    said = entry(1, 188)
    line = Line("p", "p", PARAGRAPH, "188 children", live=(LiveFigure(0, 3, said),))
    assert matches(line, line.numbers[0], (said,)) == ()


@given(st.integers(0, 300), st.lists(st.integers(0, 300), max_size=8))
def test_what_is_offered_is_exactly_what_is_equal(count, values):
    figures = [entry(place, value) for place, value in enumerate(values, 1)]
    found = offered(f"In all {count} of them came.", *figures)
    assert sorted(place for place, _form, _sure in found) == [
        place for place, value in enumerate(values, 1) if value == count
    ]
