"""The times in a question of records: dates, months, and those that are named from today."""

from datetime import date

import pytest

from reports.tasks.record_search.spans import spans_in
from tests.sweeping import swept

ON = date(2020, 2, 18)


@pytest.fixture(autouse=True)
def day(settings):
    settings.CANDOUR_TODAY = str(ON)


@swept(
    [
        ("audits this month", "2020-02-01", "2020-02-29"),
        ("audits last month", "2020-01-01", "2020-01-31"),
        ("due next month", "2020-03-01", "2020-03-31"),
        ("leavers last year", "2019-01-01", "2019-12-31"),
        ("due next week", "2020-02-24", "2020-03-01"),
        ("audits of Sept 2019", "2019-09-01", "2019-09-30"),
        ("count of 31 dec 2019", "2019-12-31", "2019-12-31"),
        ("in 2018", "2018-01-01", "2018-12-31"),
    ]
)
def test_a_time_is_read_with_its_first_and_last_day(text, first, last):
    rest, [span] = spans_in(text)
    assert (str(span.first), str(span.last)) == (first, last)
    assert span.text not in rest


@swept(
    [
        ("run out in march", True, "2020-03-01"),
        ("run out in january", True, "2021-01-01"),
        ("due in february", True, "2020-02-01"),
        ("done in march", False, "2019-03-01"),
        ("done in january", False, "2020-01-01"),
        ("done in mar", False, "2019-03-01"),
    ]
)
def test_a_month_without_a_year_is_the_next_where_it_lies_ahead_else_the_last(text, ahead, first):
    _rest, [span] = spans_in(text)
    assert str(span.period(ON, ahead).start) == first


@swept([("may I see them",), ("mar the record",), ("31 February 2019",), ("",)])
def test_words_and_days_that_are_no_time_are_none(text):
    assert spans_in(text) == (text, ())
