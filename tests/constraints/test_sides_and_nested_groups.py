"""Sides of a limit that was named before, groups within groups, groups spoken of again, and parts
whose whole a noun names.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

CLAIMS = """Table: Timeliness
| Measure | 2014/15 | 2015/16 | Target |
| Plans in date | 78% | 83% | 80% |
| Visits in time | 91% | 93% | 95% |

"""
PASSAGES = (
    # Sides of a limit.
    "Governors set a ceiling on late starts. It was fixed at 12% of all starts. In the autumn 28 of 250, or 11.2%, were late. The school is therefore «inside|outside» the limit that governors set.",
    "The aim is to have no more than 15% of posts empty. In June 2015 it was 13%, and a year before it was 19%. We are «within|outside» the aim.",
    "The limit is no more than 30 days. The mean wait was «27|34» days, which is inside the limit.",
    f"{CLAIMS}At 83% the share of plans in date is three points «above|below» its target.",
    f"{CLAIMS}The target for visits is 95%. The service is 2 percentage points «short of|beyond» that mark.",
    # Groups within groups.
    "Thirty-six were overdue. Of these 20 were overdue by a month, and among those 20 are «seven|27» that were overdue by three.",
    "There were 140 long plans. Those 140 take in 61 of two years, and these in turn take in «22|72» of three years.",
    "Within the group is a smaller one, of 13, who came each week; and within that again a group of «five|fifteen», who came each day.",
    "«One|Both» of the two new tutors has begun; the other is still waiting for a certificate.",
    # A group spoken of again.
    "In the year 48 pupils were out of school for a month or more.\n\n# Register\n\nThe 48 pupils are all on one register.\n\n# Health\n\nA nurse has written to the homes of the «48|84» pupils who were out of school for a month or more.",
    # A whole that a noun names.
    "The board dealt with 164 appeals. Of the 164 appeals, half came in the summer.\n\n# Outcome\n\nLooking at the appeals by outcome, 52 were allowed, 61 were dismissed, «43|48» were withdrawn and eight were struck out.",
    "The 45 pupils of the unit were split between the council's own two houses, with 19 pupils, and a church school, with «26|29».",
    "The 640 forms fall into three groups, and no form is in more than one of them:\n\n* 512 signed in ink;\n* «94|104» signed on a screen;\n* 34 not signed.",
    "Of the 32 checks, 28 had been made in time, «three|four» had been made late and one had not been made at all.",
    # A rate, where reports have now one word for a group and now another.
    "There were 420 looked-after children at the end of the quarter. The population used here is 60,000 children and young people under 18.\n\n# Rates\n\nThe number in care at the end of the quarter is equal to «70.0|77.0» per 10,000.",
)
RIGHT = (
    "The national target is 70% and our own is 75%. At 72% we are above the national target and below our own target.",
    "We aim for 80%. It was 78% in the north and 83% in the south. The south is above the target.",
    "There were 60 children in 40 families. Among those families are 45 children under five.",
    "There are 12 homes, and these include 40 beds for children.",
    "Nine of these 14 had a plan, and five of those nine had two.",
    "Each of the two homes was inspected in May, one on the fifth and the other was seen a week later.",
    "A pupil who is in more than one group is counted in each of the three groups of the 60 pupils:\n\n* 30 in the choir;\n* 24 in the band;\n* 26 in the play.",
)


def says(text):
    """What the rules find in a paper of the numbers in it."""
    return [row.fault.says for row in found(f"# Part\n\n{text}", rules=RULES)]


@swept(PASSAGES)
def test_a_wrong_side_group_or_part_is_found_and_the_right_one_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_limits_and_groups_of_others_are_left(passage):
    assert says(passage) == []
