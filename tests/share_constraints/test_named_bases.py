"""A share whose sentence names what it is of, against counts anywhere in the report."""

import re

import pytest

from reports.quantities.coverage import most_covered
from reports.share_constraints.named_bases.index import named
from tests.checks.drawn import found, reading
from tests.checks.reach.passages import RULES

REPORT = """\
# Places

Our carers are approved for 168 places. On the last day 131 of these places had a child in them.

# Checks

Nineteen checks are overdue. Nine had lapsed by less than 30 days and ten by more.

# Pupils

There were 172 pupils on roll. The persistently absent are a smaller group.

Table: Attendance of pupils
| Group | Pupils |
| Persistently absent | 28 |
| Others | 144 |
| All | 172 |

# Plans

In the quarter 149 plans were begun.

# This

{sentence}
"""
FAULTS = """\
Twelve of the people whose checks are overdue, or «63%|73%», were absent from work.
The persistently absent made up «16.3|18.6» per cent of the roll.
Meetings were held in time for 114 plans, which is «76.5|67.8» per cent of all the plans begun.
"""
RIGHT = """\
That is 89% of all whom the service supports, and a larger share of the 203 whose home we know.
Spending to date is 50.6% of the annual budget.
In March 2009 the share was 91.1% of the places that were approved then.
Two of them go to school on most days, which is 83% of those who should.
We hope that 95% of all our approved places will be filled.
In England 82% of all approved places are filled.
The number has gone up by 12%, of all the places here.
Forty-one of the carers, or 24%, had a holiday.
"""


def warned(sentence):
    """What is said of a sentence at the end of the report, more than advice."""
    rows = found(REPORT.format(sentence=sentence), rules=RULES)
    rows = [row for row in rows if row.severity != "advice"]
    return [
        row
        for row in rows
        if row.fault.sentence in sentence and row.rule.key != "percent-without-base"
    ]


def wordings(text):
    """The right and the wrong wording of a sentence."""
    return [re.sub(r"«([^|»]*)\|([^»]*)»", rf"\{side}", text) for side in (1, 2)]


@pytest.mark.parametrize("text", FAULTS.strip().split("\n"))
def test_a_share_of_another_base_is_warned_of(text):
    right, wrong = wordings(text)
    assert not warned(right)
    assert warned(wrong)


@pytest.mark.parametrize("text", RIGHT.strip().split("\n"))
def test_shares_of_others_are_left_in_peace(text):
    assert not warned(text)


def test_a_count_is_named_by_the_words_of_its_sentence_or_its_row_and_column():
    every = named(reading(REPORT.format(sentence="This is all.")))
    roots = {}
    for item in every:
        roots.setdefault(int(item.value), set()).update(item.roots)
    assert {"overd", "check"} <= roots[19]
    assert {"persi", "absen", "pupil"} <= roots[28]
    # The total of a table is named by what the table is of.
    assert "atten" in roots[172]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("those beyond the border and more than 20 miles away", 2),
        ("those who live inside our borough", 0),
        ("outside it, though by up to 20 miles only", 1),
        ("those at a great distance", None),
        ("both inside and outside, up to 20 miles and more than that", None),
    ],
)
def test_a_label_is_meant_whose_own_words_a_text_has(text, place):
    labels = ("Inside the Borough", "Outside, up to 20 miles", "Outside, more than 20 miles", "All")
    assert most_covered(labels, text) == ([] if place is None else [place])


def test_words_that_every_label_has_name_none():
    labels = ("Young people in work", "Young people in training", "Young people in custody")
    assert most_covered(labels, "Young people were asked.") == []
    assert most_covered(labels, "Those who are training came first.") == [1]


def test_a_month_alone_names_no_row():
    labels = ("In post, 31 March 2022", "In post, 31 March 2023")
    assert most_covered(labels, "On 31 March 2023 it was 31.0%.") == []
    assert most_covered(("Moved to a new home", "Retired"), "moving to new homes") == [0]
