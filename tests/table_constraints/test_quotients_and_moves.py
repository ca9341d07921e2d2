"""Means that the two columns of a table come to, and moves of a row that text gives far from it.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

BY_TERM = """Table: Calls and callers
| Term | Calls | Callers |
| Spring 2015 | 126 | 60 |
| Summer 2015 | 160 | 64 |

"""
BY_TEAM = """Table: Workers and cases
| Team | Workers | Cases |
| North | 12.5 | 200 |
| South | 10.0 | 180 |
| All | 22.5 | 380 |

"""
BY_YEAR = """Table: Timeliness
| Measure | 2013/14 | 2014/15 |
| Interviews within 72 hours | 81% | 86% |
| Plans agreed in time | 93% | 92% |

# Returns

"""
PASSAGES = (
    f"{BY_TERM}The mean number of calls for each caller went up from 2.1 in the spring to «2.5|3.5» in the summer.",
    f"{BY_TEAM}Across all teams the mean is «16.9|19.6» cases for each worker.",
    f"{BY_YEAR}The share of interviews that were held in 72 hours rose from 81% to «86%|88%».",
)
RIGHT = (
    f"{BY_TERM}In the summer the mean for each caller was 2.5. Elsewhere the mean for each caller is 6.0.",
    f"{BY_YEAR}The share of interviews that were held in 72 hours rose from 81% to 86% and then, in May 2015, to 90%.",
    f"{BY_YEAR}The share of lessons held in the hall rose from 81% to 88%.",
)


def says(text):
    """What the rules find in a paper."""
    return [row.fault.says for row in found(f"# Part\n\n{text}", rules=RULES)]


@swept(PASSAGES)
def test_a_mean_or_move_that_no_row_has_is_found_and_the_right_one_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_means_and_moves_of_others_are_left(passage):
    assert says(passage) == []
