"""When a reply falls due and a follow-up comes, reckoned a second time and slowly."""

from datetime import date, timedelta

import pytest

from assurance.meetings.clear_days import bank_holidays
from assurance.reviews.models.findings import Review
from assurance.reviews.rules import replies
from tests.make.findings import review
from tests.reviews.entries import told
from tests.sweeping import swept

ONE = timedelta(days=1)
EVERY_DAY = [date(2015, 11, 1) + number * ONE for number in range(900)]


def test_every_due_day_of_two_years_is_the_seventieth_working_day_of_a_calendar():
    open_days = [day for day in EVERY_DAY if day.isoweekday() <= 5]
    kept = {day for year in range(2015, 2019) for day in bank_holidays(year)}
    open_days = [day for day in open_days if day not in kept]
    for received in EVERY_DAY[:730]:
        after = [day for day in open_days if day > received]
        assert replies.reply_due(told(response_received_on=received)) == after[69]


@swept(
    [
        # 70 working days lie within 2100 up to here and run beyond it from the day after.
        (date(2100, 9, 22), None, "It is due on 31 December 2100"),
        (date(2100, 9, 23), None, "cannot be worked out from 23 September 2100: bank holidays are"),
        (date(1977, 12, 29), None, "cannot be worked out from 29 December 1977: bank holidays"),
        (date(2101, 1, 3), None, "known here for 1978 to 2100. Enter the due date."),
        (date(2100, 12, 1), date(2101, 1, 3), "for 1978 to 2100, so no working days are counted."),
        (date(1977, 12, 1), date(1978, 1, 3), "for 1978 to 2100, so no working days are counted."),
        (date(2028, 12, 1), date(2028, 12, 4), "Sent on 4 December 2028, working day 1 after"),
        (None, None, ""),
    ]
)
def test_a_day_outside_the_known_years_is_said_to_be_so(received, sent, words):
    held = told(response_received_on=received, response_sent_on=sent)
    said = replies.said_of_reply(held, date(1975, 10, 1))
    assert words in said if words else said == ""


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
    assert replies.owes_a_reply(told(**said)) is owed
    due = replies.reply_due(told(response_received_on=date(2017, 2, 7), **said))
    assert (due is not None) is owed


def test_a_due_day_that_was_given_stands_before_one_that_is_reckoned():
    given = told(response_received_on=date(2017, 2, 7), response_due_on=date(2017, 3, 1))
    assert replies.reply_due(given) == date(2017, 3, 1)
    assert replies.reply_due(told(response_due_on=date(2017, 3, 1))) == date(2017, 3, 1)
    assert replies.reply_due(told()) is None


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
    assert words in replies.said_of_reply(held, sent)
    assert not replies.waits_for_reply(held, sent)
    assert replies.waits_for_reply(held, sent - ONE) is (received < sent)


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
    assert replies.follow_up_window(held) == (first, last)
    due = [replies.due_for_follow_up(held, day) for day in (first - ONE, first, last, last + ONE)]
    assert due == [False, True, True, True]
    late = [replies.said_of_follow_up(held, day).endswith("passed.") for day in (last, last + ONE)]
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
        replies.due_for_follow_up(told(**{"kind": "peer_review", **said}), date(2017, 9, 8)) is due
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
