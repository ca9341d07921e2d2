"""Days that follow from a rule or an order of a sentence before, and counts of the last report."""

# ruff: noqa: E501

from dataclasses import replace
from datetime import date

import pytest

from reports.checks.context import CheckContext, EarlierFigure
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.constraints.test_far_proofs import warned, wordings

FAULTS = """\
The form was tried out from 5 July to 16 July 2015. Once the trial had been evaluated it came into use, on «2 August|14 June» 2015.
===
The pilot ended on 16 July 2015. After that had been weighed the board agreed the rest, on «9 September|9 May» 2015.
"""
RIGHT = (
    "The policy was made on 3 May 2012 for each year. It was not due again by 3 August 2015.",
    "The form was tried out until 16 July 2015. It had been agreed on 14 June 2015.",
)
EARLIER = EarlierFigure(
    *("", "", "", "", "2015-12-31", "86", 86, None, "Dashboard"), words="lead practitioners trained"
)


@pytest.mark.parametrize("text", FAULTS.split("\n===\n"))
def test_a_day_that_the_rule_before_denies_is_warned_of(text):
    right, wrong = wordings(text)
    assert warned(right) == []
    assert warned(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_a_day_of_something_else_is_left_in_peace(text):
    assert warned(text) == []


def of_last_report(text, *more):
    """What is warned of in a passage after a dashboard that counted 86 who were trained."""
    told = (replace(EARLIER, where="para-1"), *more)
    known = CheckContext(today=date(2016, 5, 10), told=told, full_weight=True)
    rows = found(text, known=known, rules=RULES, paper_date=date(2016, 5, 10))
    return [row.fault.says for row in rows if str(row.severity) != "advice"]


def test_a_count_of_the_last_report_is_that_which_it_printed():
    assert of_last_report("The last dashboard counted 86 who had been trained.") == []
    [says] = of_last_report("The last dashboard counted 68 who had been trained.")
    assert says == "The report gives 68, but “Dashboard” had 86 lead practitioners trained."


@pytest.mark.parametrize(
    "text",
    [
        "The last dashboard counted 68 schools.",
        "We now count 68 who have been trained.",
        "The last dashboard counted 500 who had been trained by anybody.",
    ],
)
def test_a_count_of_something_else_is_not_held_against_it(text):
    assert of_last_report(text) == []


def test_of_two_earlier_counts_of_the_same_words_neither_is_meant():
    other = replace(EARLIER, count=94, text="94", where="para-2")
    assert of_last_report("The last dashboard counted 68 who had been trained.", other) == []
