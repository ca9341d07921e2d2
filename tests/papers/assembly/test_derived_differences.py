"""Differences: of like periods, rises and falls apart, and small ones of typed numbers hidden."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.documents.document import HIDDEN
from reports.language.tokens import read_token
from reports.papers.assembly.arithmetic import NotDerived, Readings, derive
from tests import cast
from tests.papers.assembly.test_derived_numbers import LIST, WHOLE, census, value, with_text


def test_a_difference_of_periods_is_of_equal_ones_or_what_one_leaves_of_the_other():
    year, half = (
        When(date(2016, 1, 1), date(2016, 12, 31)),
        When(date(2016, 1, 1), date(2016, 6, 30)),
    )
    later = When(date(2017, 1, 1), date(2017, 6, 30))
    counts = {year: 30, half: 20, later: 20}

    def between(one, other):
        left = iter((one, other))
        readings = Readings(
            lambda quote: value(quote, counts[when := next(left)], when=when), lambda _quote: None
        )
        return derive(read_token("[[difference audits.done @a - audits.done @b]]"), readings)

    assert [between(*pair).value.count for pair in ((year, half), (half, later))] == [10, 0]
    with pytest.raises(NotDerived, match="periods of different length"):
        between(year, later)


@pytest.mark.django_db
def test_a_number_reckoned_with_typed_ones_is_hidden_where_it_counts_or_leaves_few():
    closed = {
        f"[[difference {WHOLE} - {LIST % 185}]]": True,
        f"[[share {LIST % 185} of {WHOLE} | percent base]]": True,
        f"[[share {LIST % 3} of {WHOLE}]]": True,
        f"[[difference {WHOLE} - {LIST % 100}]]": False,
        f"[[share {LIST % 100} of {WHOLE}]]": False,
    }
    made, runs = with_text(cast.clerk(), *closed, parts=census())
    assert [line[0].kind == HIDDEN for line in runs] == [*closed.values()]
    # Nor does the list of figures, or a mark of what was typed, tell it.
    entries = {str(entry.number): entry for entry in made.document.figures}
    hidden = [entries[line[0].to] for line in runs if line[0].kind == HIDDEN]
    printed = " ".join(f"{entry.title} {entry.rule} {entry.base}" for entry in hidden)
    assert "185" not in printed and "3 (typed" not in printed and "not shown (typed" in printed
    assert hidden[1].member == hidden[2].member


def test_how_far_a_number_rose_is_one_series_without_days_and_how_far_it_fell_another():
    days = {"@a": When.at(date(2016, 12, 31)), "@b": When.at(date(2017, 6, 30)),
            "@c": When.at(date(2017, 12, 31))}  # fmt: skip

    def between(first, second):
        readings = Readings(
            lambda quote: value(quote, 10, when=days[f"@{quote.when}"]), lambda _quote: None
        )
        return derive(read_token(f"[[difference {WHOLE} @{first} - {WHOLE} @{second}]]"), readings)

    rise, later_rise, fall = between("b", "a"), between("c", "b"), between("a", "b")
    assert rise.value.member == later_rise.value.member != fall.value.member
    assert rise.title == later_rise.title == "Change: Children looked after"
    assert fall.title.startswith("Fall: ")
