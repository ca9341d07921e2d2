"""What the cells of a table come to: what was not done, rates, points, ranks by change and by place,
medians, runs. Each wrong claim is warned of, and its right twin is not."""

# ruff: noqa: E501
import random
from itertools import pairwise
from statistics import median

import pytest

from tests.constraints.test_right_at_sixth_sight import warned

PLANS = """Table: Plans due and completed on time
| Term | Due | On time |
| Autumn 2013 | 308 | 296 |
| Spring 2014 | 311 | 301 |
| Summer 2014 | 313 | 291 |
| Year | 932 | 888 |

"""
CARE = """Table: Children in care and the population under 18
| Measure | 31 March 2014 | 31 March 2015 |
| Children in care | 371 | 386 |
| Population under 18 | 48,900 | 49,200 |

"""
SPEED = """Table: January to June, 2014 and 2015
| Measure | 2014 | 2015 |
| Contacts | 3,125 | 3,300 |
| Decided within one working day, per cent | 83.5 | 87.0 |
| Referrals | 781 | 792 |

"""
SECTORS = """Table: Cases by sector
| Sector | 2013/14 | 2014/15 |
| Schools and colleges | 43 | 51 |
| Early years | 22 | 19 |
| Foster care | 9 | 14 |
| Health | 8 | 5 |
| All | 82 | 89 |

"""
DAYS = """Table: Investigations, working days taken
| Investigation | Working days |
| 1 | 41 |
| 2 | 63 |
| 3 | 24 |
| 4 | 88 |
| 5 | 52 |

"""
COMPLAINTS = """Table: Complaints received, by quarter
| Quarter | 2013-14 | 2014-15 |
| April to June | 38 | 33 |
| July to September | 35 | 28 |
| October to December | 37 | 36 |
| January to March | 30 | 29 |
| Year | 140 | 126 |

"""
MONEY = """Table: Budget and outturn for 2014/15, in pounds
| Line | Budget | Outturn | Variance |
| Staffing | 684,000 | 671,500 | -12,500 |
| Fees | 310,000 | 348,200 | +38,200 |
| Total | 994,000 | 1,019,700 | +25,700 |

"""
VICTIMS = """Table: Victims identified and contacted
| Quarter | Identified | Contacted | Share |
| October to December 2014 | 31 | 24 | 77% |
| January to March 2015 | 29 | 21 | 72% |
| April to June 2015 | 34 | 26 | 76% |
| July to September 2015 | 36 | 30 | 83% |

"""
CHECKS = """Table: Checks up to date at 31 March 2015
| Check | Children | Per cent | Per cent in 2013/14 |
| Review of health | 296 | 93.1 | 91.7 |
| Dentist | 251 | 78.9 | 71.2 |
| Immunisation | 283 | 89.0 | 90.3 |

"""
RUNNING = """Table: Contacts by month
| Month | Contacts | Contacts since 1 July |
| July | 1,212 | 1,212 |
| August | 874 | 2,086 |
| September | 1,305 | 3,391 |
| October | 1,288 | {} |
| November | 1,341 | 6,020 |
"""
# (table, text, its right words, its wrong words)
TWINS = (
    (
        PLANS,
        "In the summer term {} plans were not completed on time, and all had been by 30 September 2015.",
        "22",
        "12",
    ),
    (
        PLANS,
        "Our first aim is the plans, since over the year {} of those due were not completed on time.",
        "44",
        "37",
    ),
    (
        CARE,
        "At the end of the year that was {} for every 10,000 residents under 18.",
        "78.5",
        "75.9",
    ),
    (CARE, "The rate of children in care at 31 March 2014 was {} per 10,000.", "75.9", "78.5"),
    (
        SPEED,
        "No target was set, and the share of contacts decided within one working day has gone up by {} percentage points.",
        "3.5",
        "4.5",
    ),
    (
        SECTORS,
        "The greatest rise in number was in {}, after new guidance.",
        "schools and colleges",
        "foster care",
    ),
    (SECTORS, "The largest fall was in {}.", "health", "foster care"),
    (DAYS, "The median of the five investigations is {} working days.", "52", "54"),
    (COMPLAINTS, "The quietest quarter of 2014-15 was the {}.", "second", "fourth"),
    (COMPLAINTS, "The busiest quarter of 2014-15 was the {}.", "third", "first"),
    (MONEY, "Taken as a whole the service spent {} per cent more than its budget.", "2.6", "3.6"),
    (MONEY, "Fees came in 12.3 per cent {} the budget.", "over", "under"),
    (
        VICTIMS,
        "The share of victims contacted has now risen for {} quarters running.",
        "two",
        "three",
    ),
    (
        CHECKS,
        "Measured by their share, {} checks in the table were better than in the year before.",
        "two of the",
        "all three of the",
    ),
    (RUNNING, "", "4,679", "4,769"),
)
# Each is right, though some words of it look like a claim about the table.
RIGHT = (
    f"{PLANS}In the summer term 22 plans were not completed on time. Of those, 20 were done by July.",
    f"{PLANS}In the year before, 61 plans were not completed on time.",
    f"{CARE}The rate for England was 67.0 per 10,000 children.",
    f"{SPEED}The target for contacts decided within one working day went up by 2 percentage points.",
    f"{SECTORS}The largest rise was in foster care, whose number grew by more than a half.",
    f"{DAYS}The median of the nine investigations of the year before was 60 working days.",
    f"{COMPLAINTS}The quietest quarter of the year for visits was the fourth.",
    f"{VICTIMS}The share of victims contacted had risen for three quarters running before that.",
)


@pytest.mark.parametrize(("table", "text", "right", "wrong"), TWINS)
def test_a_wrong_claim_is_warned_of_and_its_right_twin_is_not(table, text, right, wrong):
    paper = f"{table}{text}"
    assert warned(paper.format(right) if "{}" in paper else paper) == []
    assert warned(paper.format(wrong)) != []


@pytest.mark.parametrize("passage", RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []


def test_drawn_medians_and_runs_are_read_as_they_are_reckoned_slowly():
    chance = random.Random(7)
    for _ in range(6):
        days = chance.sample(range(20, 90), 5)
        rows = "\n".join(f"| {at} | {value} |" for at, value in enumerate(days, 1))
        table = f"Table: Cases, working days\n| Case | Working days |\n{rows}\n\n"
        true = sorted(days)[2]
        assert true == median(days)
        assert warned(f"{table}The median of the five cases is {true} working days.") == []
        assert warned(f"{table}The median of the five cases is {true + 4} working days.") != []
        values = chance.sample(range(60, 95), 4)
        run = 0
        for first, last in [*pairwise(values)][::-1]:
            if last < first:
                break
            run += 1
        if not 2 <= run < 3:
            continue
        rows = "\n".join(f"| Quarter {at} 2015 | {value} |" for at, value in enumerate(values, 1))
        table = f"Table: Visits by quarter\n| Quarter | Visits |\n{rows}\n\n"
        assert warned(f"{table}The number of visits has risen for two quarters running.") == []
