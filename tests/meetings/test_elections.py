"""The time before an election: known ones, days of many years counted, what a council keeps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.clear_days import is_working_day
from assurance.meetings.elections import (
    GENERAL,
    LOCAL,
    LOCAL_REFERENDUM,
    NATIONAL_REFERENDUM,
    CouncilElection,
    last_day_of_notice,
    local_polling_day,
    periods_before_polls,
    warning,
)
from assurance.meetings.models.elections import Election, pre_election_warning
from assurance.records import operations
from assurance.records.refusals import Refused
from tests import cast
from tests.make import papers

A_DAY = timedelta(days=1)
EUROPE = "the referendum on membership of the European Union"


def period_before_poll(day, elections=()):
    """The one time before a poll in which `day` lies, or None."""
    found = periods_before_polls(day, elections)
    assert len(found) < 2
    return found[0] if found else None


DAYS = st.dates(date(2015, 6, 1), date(2035, 12, 31))
# Year → the ordinary polling day, and the last day on which its notice was given, as published.
ORDINARY = {
    2014: (date(2014, 5, 22), date(2014, 4, 14)),
    2015: (date(2015, 5, 7), date(2015, 3, 30)),
    2016: (date(2016, 5, 5), date(2016, 3, 30)),
    2019: (date(2019, 5, 2), date(2019, 3, 26)),
    2021: (date(2021, 5, 6), date(2021, 3, 29)),
    2024: (date(2024, 5, 2), date(2024, 3, 26)),
}


@pytest.mark.parametrize("year", ORDINARY)
def test_the_ordinary_polling_day_and_its_notice_are_those_known(year):
    polling_on, notice_on = ORDINARY[year]
    assert local_polling_day(year) == polling_on
    assert last_day_of_notice(polling_on) == notice_on


def test_no_local_election_was_held_in_the_year_of_the_epidemic():
    assert local_polling_day(2020) is None
    assert period_before_poll(date(2020, 5, 6)) is None


@given(st.integers(2021, 2060))
def test_a_usual_polling_day_is_the_first_thursday_in_may(year):
    thursdays = [day for n in range(31) if (day := date(year, 5, 1 + n)).strftime("%a") == "Thu"]
    assert local_polling_day(year) == thursdays[0]


@given(DAYS)
def test_a_notice_leaves_twenty_five_working_days_and_the_next_day_fewer(polling_on):
    notice_on = last_day_of_notice(polling_on)
    assert is_working_day(notice_on)
    # The poll counts as the end, whether or not it is a working day itself.
    end = polling_on
    while not is_working_day(end):
        end -= A_DAY
    days = [notice_on + n * A_DAY for n in range((end - notice_on).days)]
    assert sum(map(is_working_day, days)) == 25


@given(DAYS)
def test_a_day_is_warned_of_where_a_poll_follows_within_its_notice(day):
    found = period_before_poll(day)
    ordinary = local_polling_day(day.year)
    before_local = ordinary and last_day_of_notice(ordinary) <= day <= ordinary
    if before_local:
        assert found
        assert found.polling_on <= ordinary
    elif found:
        assert found.title in (GENERAL, EUROPE)
    assert found is None or found.covers(day)


def test_the_edges_of_the_time_before_the_polls_of_2016():
    assert period_before_poll(date(2016, 3, 29)) is None
    assert period_before_poll(date(2016, 3, 30)).title == LOCAL
    assert period_before_poll(date(2016, 5, 5)).title == LOCAL
    assert period_before_poll(date(2016, 5, 6)) is None


def test_a_general_election_is_known_from_its_dissolution():
    assert period_before_poll(date(2019, 11, 5)) is None
    assert period_before_poll(date(2019, 11, 6)).polling_on == date(2019, 12, 12)


def test_what_a_council_keeps_stands_in_place_of_what_holds_everywhere():
    none = CouncilElection("none", date(2016, 5, 5), is_held=False)
    own = CouncilElection("the mayor’s election", date(2016, 5, 5), date(2016, 3, 21))
    assert period_before_poll(date(2016, 4, 20), [none]) is None
    found = period_before_poll(date(2016, 3, 21), [own])
    assert (found.title, found.begins_on) == ("the mayor’s election", date(2016, 3, 21))


def test_the_poll_that_comes_first_is_the_one_named():
    own = CouncilElection("the by-election", date(2016, 4, 14))
    assert period_before_poll(date(2016, 4, 1), [own]).title == "the by-election"
    assert period_before_poll(date(2016, 4, 15), [own]).title == LOCAL


def test_the_warning_names_the_day_the_election_and_its_time():
    found = warning(period_before_poll(date(2016, 4, 4)), date(2016, 4, 4))
    assert found.startswith("4 April 2016 is in the time before the ordinary date of local elect")
    assert "30 March 2016 to 5 May 2016" in found


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("By-election, Knavesholm ward", "the by-election in Knavesholm ward"),
        ("By-election in Minster ward", "the by-election in Minster ward"),
        ("the mayor’s election", "the mayor’s election"),
        ("Election of the mayor", "“Election of the mayor”"),
    ],
)
def test_the_title_that_a_council_entered_reads_within_the_sentence(title, words):
    own = CouncilElection(title, date(2017, 2, 16))
    found = warning(period_before_poll(date(2017, 2, 10), [own]), date(2017, 2, 10))
    assert found.startswith(f"10 February 2017 is in the time before {words}, ")


def test_the_national_referendums_are_known_with_their_28_days():
    """27 May 2016 was published as the first day of the time before the poll of 23 June."""
    assert periods_before_polls(date(2016, 5, 26)) == []
    [first] = periods_before_polls(date(2016, 5, 27))
    assert (first.title, first.begins_on, first.polling_on) == (
        EUROPE,
        date(2016, 5, 27),
        date(2016, 6, 23),
    )
    assert periods_before_polls(date(2016, 6, 23)) == [first]
    assert periods_before_polls(date(2016, 6, 24)) == []
    # In 2011 it was asked on the day on which councils were elected.
    both = periods_before_polls(date(2011, 4, 20))
    assert [row.title for row in both] == [LOCAL, "the referendum on the voting system"]


@given(DAYS, st.integers(-2, 40), st.sampled_from((LOCAL_REFERENDUM, NATIONAL_REFERENDUM)))
def test_a_referendum_has_28_days_before_it_of_its_own(polling_on, before, kind):
    asked = CouncilElection("the referendum on a mayor", polling_on, kind=kind)
    day = polling_on - before * A_DAY
    found = [row for row in periods_before_polls(day, [asked]) if row.title == asked.title]
    # Of the country, the 28 days end with the poll; of a council, they come before it.
    within = 0 <= before <= (28 if kind == LOCAL_REFERENDUM else 27)
    national = [row for row in periods_before_polls(day) if row.is_referendum]
    if not any(row.polling_on < polling_on for row in national):
        assert bool(found) == within or any(row.polling_on <= polling_on for row in national)
    for row in found:
        words = warning(row, day)
        assert "argues for or against an answer" in words and "candidate" not in words


def test_a_neighbourhood_plan_has_the_first_day_that_was_entered():
    poll = date(2017, 3, 2)
    plan = CouncilElection("the plan’s referendum", poll, date(2017, 1, 20), kind=LOCAL_REFERENDUM)
    assert periods_before_polls(date(2017, 1, 19), [plan]) == []
    assert periods_before_polls(date(2017, 1, 20), [plan])[0].polling_on == poll


def test_an_election_and_a_referendum_of_one_time_are_both_warned_of():
    own = CouncilElection("the by-election", date(2016, 6, 9))
    rows = periods_before_polls(date(2016, 6, 1), [own])
    assert [row.title for row in rows] == ["the by-election", EUROPE]
    none = CouncilElection("none", date(2016, 6, 23), is_held=False, kind=NATIONAL_REFERENDUM)
    assert periods_before_polls(date(2016, 6, 1), [none]) == []


@pytest.mark.django_db
def test_an_election_of_another_council_and_a_withdrawn_one_warn_nobody():
    mine, other = cast.make_council(), cast.make_council("other")
    papers.election(date(2016, 11, 24), council=other)
    assert pre_election_warning(mine, date(2016, 11, 20)) == ""
    row = papers.election(date(2016, 11, 24), council=mine)
    assert "by-election in Walmgate" in pre_election_warning(mine, date(2016, 11, 20))
    clerk = cast.make_user("clerk", council=mine)
    fields = {"version": row.version, "by": clerk, "on": date(2016, 11, 1)}
    operations.withdraw(record=row, because="Called off", **fields)
    assert pre_election_warning(mine, date(2016, 11, 20)) == ""


@pytest.mark.django_db
def test_a_form_without_its_polling_day_says_so(client):
    client.force_login(cast.clerk())
    sent = {f"notice_on_{part}": n for part, n in (("day", 1), ("month", 2), ("year", 2016))}
    answer = client.post("/committee/elections/add/", {"title": "the by-election", **sent})
    assert {"polling_on", "kind"} <= set(answer.context["form"].errors)


@pytest.mark.django_db
def test_a_polling_day_is_kept_once_and_its_notice_lies_before_it():
    clerk = cast.clerk()
    fields = {"model": Election, "council": clerk.council, "by": clerk, "on": date(2016, 1, 4)}
    fields |= {"title": "the by-election", "polling_on": date(2016, 11, 24)}
    with pytest.raises(Refused, match="given before its poll"):
        operations.create(**fields, notice_on=date(2016, 11, 24))
    operations.create(**fields, notice_on=date(2016, 10, 17))
    with pytest.raises(Refused, match="change that one"):
        operations.create(**fields)
    asked = {**fields, "kind": LOCAL_REFERENDUM}
    with pytest.raises(Refused, match="time before a referendum begins before its poll"):
        operations.create(**asked, notice_on=date(2016, 11, 24))
    operations.create(**asked)
    found = pre_election_warning(clerk.council, date(2016, 11, 20))
    assert "favour a candidate" in found and "for or against an answer" in found
