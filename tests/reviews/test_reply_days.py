"""When a reply falls due and a follow-up comes, reckoned a second time and slowly."""

import calendar
from datetime import date, timedelta

import pytest

from assurance.reviews.models.findings import Review
from assurance.reviews.rules import responses
from tests.make.findings import review
from tests.reviews.entries import told
from tests.sweeping import swept

ONE = timedelta(days=1)
EVERY_DAY = [date(2015, 11, 1) + number * ONE for number in range(900)]


def test_every_due_day_of_two_years_is_the_seventieth_working_day_of_a_calendar():
    open_days = [day for day in EVERY_DAY if day.isoweekday() <= 5]
    open_days = [day for day in open_days if day not in responses.HOLIDAYS.days]
    for received in EVERY_DAY[:730]:
        after = [day for day in open_days if day > received]
        assert responses.reply_due(told(response_received_on=received)) == after[69]


# Days given once: (instead of, or None where it came on top, and the day).
GIVEN_ONCE = (
    (None, date(2011, 4, 29)),  # royal wedding
    (date(2012, 5, 28), date(2012, 6, 4)),  # spring, beside the Diamond Jubilee
    (None, date(2012, 6, 5)),
    (date(2020, 5, 4), date(2020, 5, 8)),  # VE day
    (date(2022, 5, 30), date(2022, 6, 2)),  # spring, beside the Platinum Jubilee
    (None, date(2022, 6, 3)),
    (None, date(2022, 9, 19)),  # state funeral
    (None, date(2023, 5, 8)),  # coronation
)


def easter(year):
    """Easter Sunday by the golden number, epact and Sunday after the full moon."""
    golden, century = year % 19 + 1, year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - solar - 10
    epact = (11 * golden + 20 + lunar - solar) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    moon = 44 - epact + (30 if 44 - epact < 21 else 0)
    number = moon + 7 - (sunday + moon) % 7
    return date(year, 3, 1) + (number - 1) * ONE


def by_rule(year):
    """The bank holidays of a year by the Acts and proclamations, a weekend's kept on the next
    weekday that is free."""
    mondays = [day for day in days_of(year) if day.weekday() == 0]
    kept = {easter(year) - 2 * ONE, easter(year) + ONE}
    for month, place in ((5, 0), (5, -1), (8, -1)):
        kept.add([day for day in mondays if day.month == month][place])
    for month, number in ((1, 1), (12, 25), (12, 26)):
        day = date(year, month, number)
        while day.weekday() > 4 or day in kept:
            day += ONE
        kept.add(day)
    for instead_of, day in GIVEN_ONCE:
        if day.year == year:
            kept -= {instead_of}
            kept.add(day)
    return kept


def days_of(year):
    """Every day of a year."""
    return [date(year, 1, 1) + number * ONE for number in range(365 + calendar.isleap(year))]


def test_the_bank_holidays_of_every_known_year_are_those_of_the_rules_and_of_days_given_once():
    years = range(responses.HOLIDAYS.first, responses.HOLIDAYS.last + 1)
    assert (years[0], years[-1]) == (2007, 2028)
    kept = {year: {day for day in responses.HOLIDAYS.days if day.year == year} for year in years}
    assert kept == {year: by_rule(year) for year in years}
    assert all(day.weekday() < 5 for day in responses.HOLIDAYS.days)


@swept(
    [
        # 70 working days lie within 2028 up to here and run beyond it from the day after.
        (date(2028, 9, 20), None, "It is due on 29 December 2028"),
        (date(2028, 9, 21), None, "cannot be reckoned from 21 September 2028: bank holidays are"),
        (date(2006, 12, 29), None, "cannot be reckoned from 29 December 2006: bank holidays are"),
        (date(2029, 1, 2), None, "known here for 2007 to 2028. Enter the day it is due."),
        (date(2028, 12, 1), date(2029, 1, 2), "for 2007 to 2028, so no working days are counted."),
        (date(2006, 12, 1), date(2007, 1, 2), "for 2007 to 2028, so no working days are counted."),
        (date(2028, 12, 1), date(2028, 12, 4), "Sent on 4 December 2028, working day 1 after"),
        (None, None, ""),
    ]
)
def test_a_day_outside_the_known_years_is_said_to_be_so(received, sent, words):
    held = told(response_received_on=received, response_sent_on=sent)
    said = responses.said_of_reply(held, date(2028, 10, 1))
    assert words in said if words else said == ""


@swept(
    [
        (date(2016, 2, 26), 1, date(2016, 2, 29)),  # over a weekend, to the leap day
        (date(2016, 2, 29), 1, date(2016, 3, 1)),
        (date(2016, 3, 24), 1, date(2016, 3, 29)),  # over Easter
        (date(2016, 4, 29), 1, date(2016, 5, 3)),  # over a bank holiday of May
        (date(2016, 12, 23), 1, date(2016, 12, 28)),  # Christmas fell on a Sunday
        (date(2016, 12, 30), 1, date(2017, 1, 3)),  # and so did New Year's Day
        (date(2017, 12, 22), 2, date(2017, 12, 28)),
        (date(2016, 11, 12), 5, date(2016, 11, 18)),  # a Saturday: the week after counts whole
    ]
)
def test_working_days_pass_over_weekends_and_holidays(received, number, reached):
    assert responses.working_day_after(received, number) == reached
    assert responses.working_days_between(received, reached) == number


@pytest.mark.parametrize(
    ("said", "owed"),
    [
        ({}, True),
        ({"kind": "peer_review"}, False),
        ({"kind": "local"}, False),
        ({"kind": "local", "response_due_on": date(2017, 5, 1)}, True),
        ({"no_reply_because": "It was told in a meeting"}, False),
        ({"response_due_on": date(2017, 5, 1), "no_reply_because": "None was asked"}, False),
    ],
)
def test_a_reply_is_owed_to_an_inspection_or_by_a_day_that_was_given(said, owed):
    assert responses.owes_a_reply(told(**said)) is owed
    due = responses.reply_due(told(response_received_on=date(2017, 2, 7), **said))
    assert (due is not None) is owed


def test_a_due_day_that_was_given_stands_before_one_that_is_reckoned():
    given = told(response_received_on=date(2017, 2, 7), response_due_on=date(2017, 3, 1))
    assert responses.reply_due(given) == date(2017, 3, 1)
    assert responses.reply_due(told(response_due_on=date(2017, 3, 1))) == date(2017, 3, 1)
    assert responses.reply_due(told()) is None


@pytest.mark.parametrize(
    ("received", "sent", "words"),
    [
        (date(2017, 2, 7), date(2017, 2, 8), "Sent on 8 February 2017, working day 1 after the"),
        (date(2017, 2, 7), date(2017, 2, 7), "Sent on 7 February 2017."),
        (date(2017, 2, 7), date(2017, 2, 6), "Sent on 6 February 2017."),
        (date(2017, 2, 10), date(2017, 2, 12), "Sent on 12 February 2017."),
        (date(2017, 2, 7), date(2017, 5, 22), "report was received; it was due on 19 May 2017."),
    ],
)
def test_a_reply_that_was_sent_says_on_which_working_day(received, sent, words):
    held = told(response_received_on=received, response_sent_on=sent)
    assert words in responses.said_of_reply(held, sent)
    assert not responses.waits_for_reply(held, sent)
    assert responses.waits_for_reply(held, sent - ONE) is (received < sent)


@pytest.mark.parametrize(
    ("ended", "first", "last"),
    [
        (date(2016, 5, 31), date(2017, 2, 28), date(2017, 5, 31)),
        (date(2015, 5, 31), date(2016, 2, 29), date(2016, 5, 31)),
        (date(2016, 2, 29), date(2016, 11, 29), date(2017, 2, 28)),
        (date(2016, 12, 31), date(2017, 9, 30), date(2017, 12, 31)),
        (date(2016, 3, 31), date(2016, 12, 31), date(2017, 3, 31)),
        (date(2016, 4, 1), date(2017, 1, 1), date(2017, 4, 1)),
    ],
)
def test_a_follow_up_comes_between_months_that_may_lack_the_day(ended, first, last):
    held = told(kind="peer_review", ended_on=ended)
    assert responses.follow_up_window(held) == (first, last)
    due = [responses.due_for_follow_up(held, day) for day in (first - ONE, first, last, last + ONE)]
    assert due == [False, True, True, True]
    late = [
        responses.said_of_follow_up(held, day).endswith("passed.") for day in (last, last + ONE)
    ]
    assert late == [False, True]


@swept(
    [
        ({}, True),
        ({"followed_up_on": date(2017, 9, 8)}, False),
        ({"followed_up_on": date(2017, 9, 9)}, True),
        ({"withdrawn_on": date(2017, 1, 1)}, False),
        ({"kind": "inspection"}, False),
        ({"kind": "inspection", "follow_up_on": date(2017, 9, 8)}, True),
        ({"follow_up_on": date(2017, 9, 9)}, False),
        ({"follow_up_on": date(2017, 1, 9)}, True),
    ]
)
def test_a_follow_up_is_due_by_its_day_until_it_is_done(said, due):
    assert (
        responses.due_for_follow_up(told(**{"kind": "peer_review", **said}), date(2017, 9, 8))
        is due
    )


@pytest.mark.django_db
def test_the_list_of_reviews_is_narrowed_by_words_kind_and_days_of_publication():
    may, june = date(2017, 5, 31), date(2017, 6, 1)
    review(title="Front door", body="The inspectorate", published_on=may)
    review(title="Care", body="Neighbours of the front", kind="peer_review", published_on=june)
    review(title="Silent", body="Ourselves", kind="local", published_on=None)
    asked = {
        "words of the title": ({"text": "FRONT DOOR"}, {"Front door"}),
        "words of the body": ({"text": "front"}, {"Front door", "Care"}),
        "a kind": ({"kind": "local"}, {"Silent"}),
        "from the day": ({"published_from": june}, {"Care"}),
        "to the day": ({"published_to": may}, {"Front door"}),
        "one day": ({"published_from": may, "published_to": may}, {"Front door"}),
        "kind and words": ({"text": "front", "kind": "inspection"}, {"Front door"}),
        "nothing": ({}, {"Front door", "Care", "Silent"}),
    }
    found = {
        name: {one.title for one in Review.objects.filtered(**said)}
        for name, (said, _) in asked.items()
    }
    assert found == {name: titles for name, (_, titles) in asked.items()}


@pytest.mark.django_db
def test_a_review_tells_its_own_due_day_and_follow_up():
    held = review(kind="inspection", response_received_on=date(2017, 2, 7))
    assert (held.reply_due_on, held.follow_up_window) == (date(2017, 5, 19), None)
    peers = review(kind="peer_review", ended_on=date(2016, 12, 8))
    assert peers.reply_due_on is None
    assert peers.follow_up_window == (date(2017, 9, 8), date(2017, 12, 8))
