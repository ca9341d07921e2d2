"""When a promise falls due, what may become of it, and what a committee may decide."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import end_of_month
from reports.papers.rules import due_dates
from tests.sweeping import swept

DAY = date(2016, 3, 31)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2015, 2016])
def test_a_month_ends_before_the_next_begins(year, month):
    first = date(year, month, 1)
    last = end_of_month(first)
    assert last.month == month and (last + timedelta(1)).day == 1
    assert end_of_month(last) == last


def test_due_is_said_in_words():
    assert due_dates.due_text(due_dates.DAY, DAY) == "by 31 March 2016"
    assert due_dates.due_text(due_dates.PAPER, DAY) == "to the paper of March 2016"
    assert (
        due_dates.due_text(due_dates.NEXT, None)
        == due_dates.due_text(due_dates.DAY, None)
        == "to the next paper"
    )


def test_a_day_stands_with_what_is_due_by_one_and_only_there():
    assert not due_dates.why_not_due(due_dates.NEXT, None) and not due_dates.why_not_due(
        due_dates.DAY, DAY
    )
    assert "no day" in due_dates.why_not_due(due_dates.NEXT, DAY)
    for due_to in (due_dates.DAY, due_dates.PAPER):
        assert due_dates.why_not_due(due_to, None).startswith("Enter the day")


@swept(
    [
        (due_dates.MET, "", None, ""),
        (due_dates.LATE, "", None, ""),
        (due_dates.DROPPED, "The law changed.", None, ""),
        (due_dates.CHANGED, "Staff left.", DAY + timedelta(1), ""),
        (due_dates.OPEN, "", None, "Say what became of it"),
        (due_dates.REFUSED, "x", None, "Say what became of it"),
        (due_dates.DROPPED, " ", None, "why it was dropped"),
        (due_dates.CHANGED, "", DAY, "why its day was changed"),
        (due_dates.CHANGED, "x", None, "Enter the new day"),
        (due_dates.CHANGED, "x", DAY, "must be after the day"),
    ]
)
def test_an_answer_is_whole(state, because, new_day, sentence):
    said = due_dates.why_not_answer(state, because, new_day, DAY)
    assert sentence in said if sentence else said == ""


def test_a_changed_promise_without_a_day_takes_any_new_one():
    assert due_dates.why_not_answer(due_dates.CHANGED, "x", date(2015, 1, 1), None) == ""


@pytest.mark.parametrize(
    ("decision", "on", "amended", "field"),
    [
        ("", None, "", ""),
        (due_dates.NOTED, DAY, "", ""),
        (due_dates.AMENDED, DAY, "note it well", ""),
        (due_dates.AGREED, None, "", "decided_on"),
        (due_dates.AGREED, DAY - timedelta(1), "", "decided_on"),
        (due_dates.AMENDED, DAY, " ", "amended"),
    ],
)
def test_a_decision_has_its_day_and_its_words(decision, on, amended, field):
    where, sentence = due_dates.why_not_decide(decision, on, amended, DAY)
    assert (where, bool(sentence)) == (field, bool(field))
