"""Days on which a council is closed: what they put forward, and the sentence that says so."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.clear_days import is_working_day, publish_by
from assurance.meetings.closures import ClosedDays, closed_sentence, days_of
from assurance.meetings.models.closures import Closure, closed_days
from assurance.records import operations
from assurance.records.refusals import Refused
from tests import cast
from tests.make import closures

A_DAY = timedelta(days=1)
MEETINGS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
# How long before the meeting each closure begins, and how many days it lasts.
AWAY = st.lists(st.tuples(st.integers(-3, 25), st.integers(0, 9)), max_size=3)


def drawn(meeting, away):
    """The closures that were drawn."""
    rows = [(meeting - before * A_DAY, length * A_DAY) for before, length in away]
    return [
        ClosedDays(first, first + length, f"reason {n}") for n, (first, length) in enumerate(rows)
    ]


@given(MEETINGS, AWAY)
def test_the_sentence_names_both_days_and_each_closure_between_and_no_other(meeting, away):
    kept = drawn(meeting, away)
    every = {one.first + n * A_DAY for one in kept for n in range((one.last - one.first).days + 1)}
    assert days_of(kept) == every
    published, usual = publish_by(meeting, every), publish_by(meeting)
    sentence = closed_sentence(meeting, kept)
    assert bool(sentence) == (published < usual)
    if not sentence:
        return
    assert f"{published.day} {published:%B %Y} and not {usual.day} {usual:%B %Y}" in sentence
    for one in kept:
        days = [published + n * A_DAY for n in range(1, (meeting - published).days)]
        counts = any(one.first <= day <= one.last and is_working_day(day) for day in days)
        assert (f"({one.reason})" in sentence) == counts


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2015, 12, 24), date(2015, 12, 24), "24 December 2015"),
        (date(2015, 12, 24), date(2015, 12, 31), "24 to 31 December 2015"),
        (date(2015, 12, 24), date(2016, 1, 1), "24 December 2015 to 1 January 2016"),
    ],
)
def test_its_days_are_said_as_short_as_they_can_be(first, last, text):
    assert ClosedDays(first, last, "why").text == f"{text} (why)"


def test_a_closure_between_christmas_and_new_year_puts_publication_before_christmas():
    kept = [ClosedDays(date(2019, 12, 27), date(2019, 12, 31), "between Christmas and New Year")]
    assert closed_sentence(date(2020, 1, 7), kept) == (
        "Published five clear days before the meeting, by 20 December 2019 and not 27 December "
        "2019: the council is closed on 27 to 31 December 2019 (between Christmas and New Year)."
    )


@pytest.mark.django_db
def test_a_closure_is_kept_with_its_days_and_counts_until_it_is_withdrawn():
    clerk = cast.clerk()
    fields = {"model": Closure, "council": clerk.council, "by": clerk, "on": date(2015, 12, 1)}
    fields |= {"first_on": date(2015, 12, 24), "reason": "Christmas"}
    for last, sentence in (
        (date(2015, 12, 23), "The end date is before the start date"),
        (date(2016, 2, 22), "Enter at most 60 days"),
    ):
        with pytest.raises(Refused, match=sentence):
            operations.create(**fields, last_on=last)
    row = operations.create(**fields, last_on=None)
    assert (row.last_on, str(row)) == (row.first_on, "Closed on 24 December 2015")
    with pytest.raises(Refused, match="begins on this date"):
        operations.create(**fields, last_on=date(2015, 12, 30))
    closures.closure(council=cast.make_council("other"), first_on=date(2015, 11, 2))
    assert closed_days(clerk.council) == {date(2015, 12, 24)}
    values = {"version": row.version, "by": clerk, "on": date(2015, 12, 2)}
    changed = operations.change(record=row, last_on=date(2016, 2, 21), **values)
    assert len(closed_days(clerk.council)) == 60
    assert str(changed) == "Closed from 24 December 2015 to 21 February 2016"
    values["version"] = changed.version
    operations.withdraw(record=changed, because="Open after all", **values)
    assert closed_days(clerk.council) == frozenset()
