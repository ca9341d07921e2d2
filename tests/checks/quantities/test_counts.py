"""Counted places, days and names, and all of a group, against what the sentence goes on to name."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.checks.quantities.test_constraints import keys

RIGHT = (
    "There were 24 children in two homes, both of which are open.",
    "The letter came after the fourth of the four visits.",
    "Of the calls, 48 were upheld and 73 were not upheld. All were answered.",
    "Five visits were made, three in York and two in Hull.",
    "Inspectors made three visits, on 26 and 27 April, on 11 and 12 July and on 19 and 20 September 2015, each of two days and so six days in all.",
    "Inspectors came on six days, on 26 and 27 April, on 11 and 12 July and on 19 and 20 September 2015.",
    "The visits were:\n\n* York\n* Hull\n* Selby\n\nThe record was good by the third of these visits.",
    "Of the five plans, the duty rota, the form and the guide have been made.",
    "Not all of the 120 files were in order, for although 112 were so, five lacked a reference.",
    "All had a plan, and 12 had not been seen for a year.",
    "We have finished three of them, namely\n\n* the guide,\n* the rota and\n* the form.",
    "Two of the nine were moved; all nine were trained.",
    "Since all have been visited, the number of visits was 40.",
    "Of the 42 actions, 27 were complete and 15 were not.\n\nTable: Late actions\n| Action | Weeks |\n| Protocol | 3 |\n| Payments | 2 |",
    "The visits were:\n\n* 26 and 27 April 2015 (the front door)\n* 11 and 12 July 2015 (plans)\n* 19 and 20 September 2015 (leavers)",
    "Of the 30 files, 30 had a name and 29 a plan. All had the former, and all but one the latter.",
    "In all, 201 said yes and 13 no; somebody was unsure.",
)
WRONG = {
    "We have three new forms, both of which are short.": "all-unlike-rest",
    "Of the calls, 48 were upheld and 73 were not upheld. So all were upheld.": "all-unlike-rest",
    "The letter came after the fifth of the four visits.": "count-unlike-named",
    "Inspectors made four visits, on 26 and 27 April, on 11 and 12 July and on 19 and 20 September 2015.": "count-unlike-named",
    "Inspectors made three visits, each of two days and so eight days in all.": "count-unlike-named",
    "The visits were:\n\n* York\n* Hull\n* Selby\n\nThe record was good by the fourth of these visits.": "count-unlike-named",
    "We have finished two of them, namely\n\n* the guide,\n* the rota and\n* the form.": "list-length",
    "All of the 120 files were in order, for although 112 were so, five lacked a reference.": "all-unlike-rest",
    "Only two of the three forms were made, so that nothing is now outstanding.": "all-unlike-rest",
    "Since the references had all been supplied by May 2015, two of the eight files remained defective.": "all-unlike-rest",
    "One of the nine has worked alone since: all nine were moved that day.": "all-unlike-rest",
    "Of the 30 files, 30 had a name and 29 a plan. All had the former, and all the latter.": "all-unlike-rest",
    "There were 214 replies. In all, 201 said yes and 13 no; somebody was unsure.": "all-unlike-rest",
    "A worker was named in all but four of the 30 cases, that is in 30.": "all-unlike-rest",
}


@pytest.mark.parametrize("text", RIGHT)
def test_counts_that_agree_raise_nothing(text):
    assert keys(text) == set()


@pytest.mark.parametrize("text", WRONG)
def test_counts_that_disagree_are_found(text):
    assert WRONG[text] in keys(text)
