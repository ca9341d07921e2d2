"""The next paper's days, proposed from the last one's."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import When
from reports.editor.carry_forward.rules import months_in, next_paper_date, next_period, proposed


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
