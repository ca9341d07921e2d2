"""Claims, aims, ranks and means of other numbers than those beside them: the right passage is left
in peace, and one number of it put wrong is still found."""

import pytest

from tests.constraints.draws import severities

NEEDS = "By need there were:\n\n* autism: 31\n* speech: 25\n* learning: 14\n* all others: {}\n\n"
DAYS = (
    "Table: Checks and average days\n| Term | Checks | Average days |\n| Autumn 2014 | 231 | 24 |\n"
    "| Spring 2015 | 218 | 19 |\n| Summer 2015 | 206 | 12 |\n\n"
)
STAGES = (
    "\n\nTable: Complaints by stage\n| Year | Stage 1 | Stage 2 |\n| 2012/13 | 46 | 13 |\n"
    "| 2013/14 | 27 | 14 |\n| 2014/15 | 44 | 17 |"
)
PLANS = (
    "Table: Plans in time\n| Term | Plans | In time | Share |\n| Autumn | 60 | 39 | 65% |\n"
    "| Spring | 75 | 54 | 72% |\n\n# Appeals\n\n"
)
PAIRS = [
    # A number behind “and” is no limit that is named before it.
    (
        (
            "Of the 150 complaints, 96 were answered within ten days and 39 within twenty.\n\nSo "
            "64% were answered within the first limit and 90% within the second."
        ),
        "The target is 90%. Only 64% were answered in time, which exceeded the target.",
    ),
    # To exceed a target of which less is better may be to stay below it.
    (
        (
            "We had exceeded the target of 8.5% (currently 7.1%) for children with three or more "
            "placement moves."
        ),
        (
            "We met the target of 8.5% (currently 9.1%) for children with three or more placement "
            "moves."
        ),
    ),
    # How many were off target is no value that was told before.
    (
        (
            "Overall 95% of indicators were on target, above the national average of 70%. Of ours, "
            "12 were meeting their target, one was just off target and two were not."
        ),
        "Our target is 95%. We reached 90%, which met the target.",
    ),
    # “The most deprived” are no majority.
    (
        "The rate in the most deprived areas (12.5%) was more than double that of others (5.5%).",
        "Most areas (12.5%) have one.",
    ),
    # “All others” is a row like any other.
    (
        NEEDS.format(30) + "Autism is thus the main need in just under a third of the plans.",
        NEEDS.format(60) + "Autism is thus the main need in just under a third of the plans.",
    ),
    # An average that is a cell of the column is that of its row.
    (
        DAYS + "In the autumn term the average was 24 days.",
        DAYS + "The average was 22 days.",
    ),
    # What stands before a comma says when, and not of what the share is.
    (
        "In the 2013/14 period, 51% of Stage 1 cases went on." + STAGES,
        "In 2013/14 there were 29 complaints at stage 1." + STAGES,
    ),
    # Two rankings that one sentence tells at once are not one.
    (
        "Illness was the most common reason for both long absences (35%) and short ones (31%).",
        "Illness was the most common reason (31%), ahead of family matters (35%).",
    ),
    # A rank among all regions is not one among the numbers beside it.
    (
        (
            "12% of complaints were about planning, the highest share of all regions.\n\n8% were "
            "about housing."
        ),
        "Of complaints 12% were about planning and 8% about housing, the highest share.",
    ),
    # Two numbers of one year are of two things, and a level is no growth.
    (
        (
            "Visits fell from 92 in 2014 to 90 in 2015 and calls rose from 15 in 2014 to 18 in "
            "2015, having increased steadily."
        ),
        "Calls have increased steadily: 15 in 2013, 21 in 2014 and 18 in 2015.",
    ),
    (
        "Cases remained fairly steady until rising to 160 in 2013, 190 in 2014 and 180 in 2015.",
        "Cases rose steadily, to 160 in 2013, 190 in 2014 and 180 in 2015.",
    ),
    # Days named behind a colon are as many as they are.
    (
        "Three panels sat: on 12 July and 19 October 2014, and on 8 February 2015.",
        "Four panels sat: on 12 July and 19 October 2014, and on 8 February 2015.",
    ),
    # The base of a share stands in the row of a table that has it.
    (
        PLANS + "In the spring, when 72% of plans were in time, more appeals were made.",
        PLANS + "In the spring, when 78% of plans were in time, more appeals were made.",
    ),
    # A measure that is held against others' is published with its base.
    (
        (
            "In June 71% of assessments were finished in time, against an England average of 81%. "
            "In May 64% of assessments were."
        ),
        "In June 71% of assessments were finished in time.",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_a_claim_of_another_number_denies_nothing(right, wrong):
    assert severities(right) == {}
    assert severities(wrong)
