"""Times before the report, parts of a year that are left, and dates that are all in its period:
each wrong form is warned of, and its right twin is not."""

# ruff: noqa: E501

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from tests.checks.drawn import found

PERIOD = When(date(2014, 4, 1), date(2015, 3, 31))
# (text, its right words, its wrong words)
TWINS = (
    ("The panel last heard of this on Tuesday 9 December 2014, {} months ago.", "five", "seven"),
    ("The letter came on 27 April 2015, {} weeks ago.", "two", "four"),
    ("Eight months of the financial year had gone (67%) and {} were left.", "four", "five"),
    ("Three quarters of the year had passed, with {} left.", "one", "two"),
    (
        "Training was given on three days, namely 17 May 2014, 20 September 2014 and {}, each of them within the year.",
        "7 February 2015",
        "7 April 2015",
    ),
)
RIGHT = (
    "The oldest check had run out on 4 March 2015, 27 days before the count.",
    "Both were stood down on Monday 1 December 2014; one was renewed 18 days later, on 19 December.",
    "The half-year report went to the panel on Tuesday 11 November 2014 and stopped at 30 September 2014.",
    "The team has 11 posts, of which ten were filled on 31 March 2015. The post of adviser was vacant from Monday 5 January 2015.",
    "Two, due on 30 April 2014, are done; one is late.",
    "Meetings were held on 3 March 2014, 2 June 2014 and 1 September 2014, each in the year before the move.",
)


def warned(text):
    """The rules that warn of a text in a yearly report of May 2015."""
    day = date(2015, 5, 11)
    rows = found(text, known=CheckContext(today=day), paper_date=day, period=PERIOD)
    return [row.rule.key for row in rows if row.severity != "advice"]


@pytest.mark.parametrize(("text", "right", "wrong"), TWINS)
def test_a_wrong_form_is_warned_of_and_its_right_twin_is_not(text, right, wrong):
    assert warned(text.format(right)) == []
    assert warned(text.format(wrong)) != []


@pytest.mark.parametrize("passage", RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []
