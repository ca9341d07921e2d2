"""A quarter of the report's own year, an earlier count of a part, and what many did each: right
passages are left alone, and their wrong twins are found."""

# ruff: noqa: E501
from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext, EarlierFigure
from reports.verdicts.registry import RULES
from tests.checks.drawn import found

SCHOOL_YEAR = When(date(2023, 9, 1), date(2024, 8, 31))
IN_TOUCH = EarlierFigure(
    *("", "", "", "", "2023-08-31", "109", 109, None, "Update"),
    words="care leavers aged 19 to 21 in touch with the council",
)
HUBS = """Table: Families by hub
| Hub | Started | Closed | Open |
| Northgate | 95 | 80 | 210 |
| Riverside | 88 | {closed} | 180 |
| Moor End | 62 | 54 | 120 |
| Westfield | 45 | 26 | 90 |
| All hubs | 290 | 230 | 600 |
"""
# (a right passage, the words that make it wrong, those words when wrong, the rule that finds them)
PASSAGES = [
    (
        "Half of the late meetings were in the first quarter, September to November 2023, when a system failed.",
        "2023",
        "2024",
        "passage-denied",
    ),
    (
        "There were 124 care leavers in touch with us on 31 August 2024, 15 more than a year before.",
        "15 more",
        "nine more",
        "claim-unlike-number",
    ),
    (
        "Eighteen agency workers were each covering one of the 20 vacant posts.",
        "covering one of the 20 vacant posts",
        "covering one of the 20 vacant posts, and 18 of the 20 is 80%",
        "percent-of-count",
    ),
    (
        "At the end of June 2023 it was 540, and at the end of December 2023 it was 600. Schools come to us sooner.",
        "Schools come to us sooner.",
        "The number fell.",
        "direction-denied",
    ),
    (
        "We shall be back with figures for September to December 2024 in January 2025.",
        "in January 2025",
        "in January 2024",
        "told-as-to-come",
    ),
    (HUBS.format(closed=70), "230", "250", "table-total"),
]


def warned(text):
    """The rules that find more in a text than advice."""
    known = CheckContext(told=(IN_TOUCH,))
    about = {"paper_date": date(2024, 10, 8), "period": SCHOOL_YEAR}
    rows = found(f"# Part\n\n{text}", known=known, rules=RULES, **about)
    return {row.rule.key for row in rows if str(row.severity) != "advice"}


@pytest.mark.parametrize(("right", "words", "wrong", "rule"), PASSAGES)
def test_a_right_passage_rests_and_its_wrong_twin_is_found(right, words, wrong, rule):
    assert warned(right) == set()
    assert warned(right.replace(words, wrong)) & {rule, "passage-denied"}


def test_an_earlier_count_of_a_part_is_not_that_of_the_whole():
    assert (
        warned("There were 124 care leavers aged 19 to 21, five more than a year before.") == set()
    )
