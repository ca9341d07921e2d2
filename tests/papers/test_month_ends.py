"""The ends of months that follow a report's position, held against the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.models.trends import ends_of_months
from assurance.runtime.periods import When
from reports.language.rules.month_ends import EARLIER, LAST, month_end, name_of
from reports.language.tokens import Compare, DateName, read_token
from reports.papers.manuscript import read
from reports.papers.models.blocks import NamedDate
from tests.make import papers

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(1, 99))
def test_each_is_the_last_day_of_its_month_and_they_are_counted_back(day, number):
    ends = [month_end(name_of(place), When.at(day)).end for place in range(1, number + 1)]
    assert ends == ends_of_months(day, number)[::-1]
    assert all((end + timedelta(1)).day == 1 for end in ends)
    assert ends[0] <= day and (day - ends[0]).days < 31


@given(DAYS, DAYS)
def test_a_later_position_never_has_earlier_months(one, other):
    first, last = sorted((one, other))
    for number in (1, 13):
        ends = [month_end(name_of(number), When.at(day)) for day in (first, last)]
        assert ends == sorted(ends)


@pytest.mark.parametrize(
    "name", ["", "month_end_0", "month_end_01", "month_end_100", "month_end", "month_end_²",
             "month-end-1", "position"]
)  # fmt: skip
def test_no_other_name_is_one(name):
    assert month_end(name, When.at(date(2016, 1, 1))) is None


def test_without_a_position_or_before_the_calendar_there_is_none():
    assert month_end("month_end_1", None) is None
    assert month_end("month_end_99", When.at(date(5, 1, 1))) is None


def test_each_is_called_by_how_far_back_it_is():
    labels = [month_end(name_of(number), When.at(date(2016, 1, 1))).label for number in (1, 2, 3)]
    assert labels == [LAST, "Month end 1 month earlier", EARLIER.format(number=2, months="months")]


def test_sentences_and_comparisons_are_written_with_the_names():
    assert read_token("[[date:month_end_13]]") == DateName("month_end_13")
    token = read_token("[[compare looked_after.children @month_end_13 @month_end_1]]")
    assert token == Compare("looked_after.children", earlier="month_end_13", later="month_end_1")


def named(paper, name, day):
    """A day of a report."""
    NamedDate.objects.create(paper=paper, name=name, start=day, end=day)


@pytest.mark.django_db
def test_a_report_reads_them_by_its_position_unless_it_has_a_date_of_that_name():
    paper = papers.paper()
    named(paper, "position", date(2016, 1, 18))
    assert read(paper).when("month_end_2").end == date(2015, 11, 30)
    named(paper, "month_end_2", date(2015, 1, 1))
    assert read(type(paper).objects.get(pk=paper.pk)).when("month_end_2").end == date(2015, 1, 1)
