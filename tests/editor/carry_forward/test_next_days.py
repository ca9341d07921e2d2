"""The next paper's days, proposed from the last one's."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import When
from reports.editor.carry_forward.rules import (
    followed_until,
    later_label,
    months_in,
    next_paper_date,
    next_period,
    proposed,
)


def at(year, month, day):
    """A day as a `When`."""
    return When.at(date(year, month, day))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 800))
def test_the_next_period_begins_where_the_last_one_ended(start, length):
    period = When(start, start + timedelta(length))
    following = next_period(period)
    assert following.start == period.end + timedelta(1)
    months = months_in(period)
    assert (
        months_in(following) == months
        if months
        else (following.end - following.start).days == length
    )
    moved = proposed({"period": period}, period, following)["period"]
    assert moved.end >= moved.start


def test_a_period_of_days_moves_its_names_by_days():
    before = When(date(2015, 1, 5), date(2015, 1, 18))
    names = {"position": When(date(2015, 1, 18), date(2015, 1, 18), "Counted on")}
    moved = proposed(names, before, next_period(before))
    assert moved == {"position": at(2015, 2, 1)}
    assert moved["position"].label == "Counted on"


def test_the_last_period_of_the_calendar_is_proposed_again():
    last = When(date(9999, 7, 1), date(9999, 12, 31))
    assert next_period(last).end == date.max
    assert next_period(When.at(date.max)) == When.at(date.max)


def test_the_papers_date_stands_as_long_before_the_meeting_as_last_time():
    days = (date(2015, 7, 13), date(2015, 7, 21), date(2016, 1, 26))
    assert next_paper_date(*days) == date(2016, 1, 18)
    assert next_paper_date(None, *days[1:]) is next_paper_date(*days[:2], None) is None


def test_a_date_stays_where_its_label_has_its_year_and_moves_where_only_its_name_does():
    before = When(date(2019, 1, 1), date(2019, 12, 31))
    autumn = date(2019, 9, 1), date(2019, 12, 31)
    names = {
        "audits_2019": When(*autumn, "Audits this autumn"),
        "autumn": When(*autumn, "Audits in the autumn of 2019"),
        "year_2019": When.at(date(2019, 3, 31)),
    }
    moved = proposed(names, before, next_period(before))
    assert moved["audits_2019"] == When(date(2020, 9, 1), date(2020, 12, 31), "Audits this autumn")
    assert (moved["autumn"], moved["year_2019"]) == (names["autumn"], names["year_2019"])


def test_days_before_the_paper_stay_before_it_and_in_their_order():
    before = When(date(2015, 7, 1), date(2015, 12, 31))
    names = {
        "count": at(2015, 12, 1),
        "audit": at(2016, 1, 5),
        "position": at(2016, 1, 15),
        "renewals": When(date(2016, 1, 1), date(2016, 1, 31)),
        "later": at(2016, 1, 25),
        "2015": at(2015, 12, 31),
    }
    for following, audit, position in (
        (date(2016, 7, 11), at(2016, 7, 5), at(2016, 7, 8)),
        (date(2016, 7, 6), at(2016, 6, 23), at(2016, 7, 3)),
        (date(2016, 7, 25), at(2016, 7, 5), at(2016, 7, 15)),
    ):
        dated = date(2016, 1, 18), following
        moved = proposed(names, before, next_period(before), dated)
        assert (moved["audit"], moved["position"]) == (audit, position)
        assert moved["count"] == at(2016, 6, 1)
        assert moved["renewals"] == When(date(2016, 7, 1), date(2016, 7, 31))
        assert (moved["later"], moved["2015"]) == (at(2016, 7, 25), names["2015"])
    unknown = proposed(names, before, next_period(before), (date(2016, 1, 18), None))
    assert unknown["position"] == at(2016, 7, 15)


@given(
    st.lists(st.integers(0, 200), min_size=1, max_size=5),
    st.integers(1, 40),
    st.integers(-30, 200),
)
def test_no_day_before_the_paper_comes_after_the_next(days, length, until):
    before = When(date(2015, 7, 1), date(2015, 7, 1) + timedelta(length))
    dated = date(2015, 10, 1), date(2015, 10, 1) + timedelta(until)
    names = {f"day{n}": When.at(dated[0] - timedelta(day)) for n, day in enumerate(days)}
    moved = proposed(names, before, next_period(before), dated)
    assert all(when.end <= dated[1] for when in moved.values())
    order = sorted(names, key=lambda name: names[name].end)
    ends = [moved[name].end for name in order]
    assert ends == sorted(ends)


def test_a_label_with_its_year_takes_the_year_of_other_dates():
    before, after = (When(date(y, 1, 1), date(y, 12, 31), "Audits in 2015") for y in (2015, 2016))
    assert later_label("Audits in 2015", before, after) == "Audits in 2016"
    assert later_label("Audits in 2015", before, before) == "Audits in 2015"
    assert later_label("Audits of team 12015", before, after) == "Audits of team 12015"
    assert later_label("", before, after) == ""


def by_calendar(when, day):
    """The last end by `day` of periods of as many months that follow `when`, month by month."""
    months, ends = months_in(when), []
    for first in range(1, 900):
        year, month = divmod(when.start.year * 12 + when.start.month - 1 + first * months, 12)
        after = year * 12 + month + months
        if after // 12 > date.max.year:
            break
        ends.append(date(after // 12, after % 12 + 1, 1) - timedelta(1))
    return max((end for end in ends if end <= day), default=None)


@given(
    st.integers(1, 12),
    st.integers(1990, 2030),
    st.integers(1, 24),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_what_has_followed_a_period_is_found_by_the_calendar(month, year, months, day):
    after = year * 12 + month - 1 + months
    when = When(date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1))
    assert followed_until(when, day) == by_calendar(when, day)


def test_a_date_and_a_period_of_days_are_followed_by_none():
    assert followed_until(at(2015, 3, 31), date(2017, 1, 1)) is None
    assert followed_until(When(date(2015, 1, 5), date(2015, 1, 18)), date(2017, 1, 1)) is None
    last = When(date(9999, 1, 1), date(9999, 12, 31))
    assert followed_until(last, date.max) is None
    assert followed_until(When(date(9998, 1, 1), date(9998, 12, 31)), date.max) == date.max
    year = When(date(2015, 1, 1), date(2015, 12, 31))
    assert followed_until(year, date(2016, 12, 30)) is None
    assert followed_until(year, date(2016, 12, 31)) == date(2016, 12, 31)
