"""Weekdays, the time between two days and the order of steps (of 18 January 2016), right and
wrong: each with just the rules about dates that it breaks, advice left out."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.checks.drawn import found, of_family

TIMING = of_family("timing")
RIGHT = (
    "The visits of 6 and 7 October 2015 (a Tuesday and a Wednesday) went well.",
    "It began on Tuesday 6 and ended on Wednesday 7 October 2015.",
    "The year closed on Thursday 31 December 2015 and reopened on Monday 4 January.",
    "It met on Monday 5 October 2015, a Monday as ever.",
    "The return went in on 5 October 2015, a day ahead of 6 October 2015.",
    "A complaint of 8 June 2015 was answered on 22 June; on 28 June a second stage was asked for within five working days.",
    "It came on 8 June 2015 and was answered on 29 June, not within ten working days but in fifteen.",
    "Two weeks after the visit of 5 October 2015 a letter was sent on 30 November 2015.",
    "It was received on 8 June 2015, was answered on 22 June and, before that, was read on 10 June.",
    "It was published on 8 June 2015, following a visit on 3 May and a letter on 20 May.",
    "Visits were made to:\n\n* Elm House on 8 June 2015\n* Ash House on 3 May 2015\n* Oak House on 20 July 2015",
    "Next steps:\n\n* report due on 8 June 2016\n* letter due on 3 May 2016\n* review due on 20 July 2016",
)
WRONG = {
    "It began on Monday 6 and ended on Wednesday 7 October 2015.": "wrong-weekday",
    "The visits of 6 and 7 October 2015 (a Tuesday and a Friday) went well.": "weekday-apart",
    "The forum met on 6 October 2015 (a Friday).": "weekday-apart",
    "It was asked on 5 October 2015. It was sent on 12 October 2015; three weeks later, on 13 December 2015, it closed.": "days-apart",
    "* data drawn: 2 November 2015\n* return sent: 9 November 2015, nine days inside the deadline (11 November)": "days-apart",
}


@pytest.mark.parametrize("text", RIGHT)
def test_days_that_agree_raise_nothing(text):
    assert keys(text) == set()


@pytest.mark.parametrize("text", [text for text in WRONG if WRONG[text] != "wrong-weekday"])
def test_days_that_disagree_are_found(text):
    assert keys(text) == {WRONG[text]}


def keys(text):
    """The rules about dates that find something in a text, advice left out."""
    return {row.rule.key for row in found(text, rules=TIMING) if row.severity != "advice"}


AHEAD = (
    "Dates, all of which lie ahead:\n\n* high: 31 January 2017\n* medium: done on 30 June 2015",
    "These remain to be done:\n\n* the form, agreed in May 2015 and due in June 2016\n* the guide, by 30 June 2016",
    "The form usually comes by 31 May 2015.",
    "Table: Actions\n| Action | Due | State |\n| Plan | 30 September 2016 | Not yet due |\n| Form | 30 June 2015 | Overdue |",
)
GONE = (
    "Table: Actions\n| Action | Due | State |\n| Plan | 30 September 2016 | Overdue |\n| Form | 30 June 2016 | Not yet due |",
    "The new dates, all of them still ahead of us, are:\n\nTable: New dates\n| Action | New date |\n| Plan | 30 June 2015 |\n| Form | 30 June 2016 |",
)


@pytest.mark.parametrize("text", AHEAD)
def test_what_lies_ahead_of_its_paper_raises_nothing(text):
    assert keys(text) == set()


@pytest.mark.parametrize("text", GONE)
def test_a_day_gone_by_is_found(text):
    assert keys(text) == {"day-gone-by"}
