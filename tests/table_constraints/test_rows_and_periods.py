"""Numbers of prose against a row that is far away, a pair of its cells, or two of its periods.

Each is a passage with `«right|wrong»`: it is warned of with the one, and with the other it is not.
"""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned, wordings

REVIEWS = """\
Table: Reviews, quarters
| Quarter | Held | In time | Share |
| 1 | 342 | 331 | 97% |
| 2 | 318 | 305 | 96% |
| 3 | 361 | 352 | 98% |
| 4 | 347 | 341 | 98% |

"""
APPEALS = """\
Table: Appeals by year
| Year | Appeals |
| 2013/14 | 38 |
| 2014/15 | 47 |
| 2015/16 | 61 |

"""
BUILDINGS = """\
Table: Spending on the buildings
| Year | Amount |
| 2013/14 | £420,000 |
| 2014/15 | £615,000 |
| 2015/16 | £380,000 |

"""
AGAIN = """\
Table: Share of children who offended again
| Cohort of | Share |
| 2012/13 | 33.0% |
| 2013/14 | 34.8% |
| 2014/15 | 31.4% |

"""
KINDS = """\
# Placements

Table: Children by kind of placement, 31 March
| Placement | 2015 | 2016 |
| Own foster carers | 118 | 112 |
| Agency foster carers | 84 | 97 |
| Relatives or friends | 56 | 61 |

# Changes

"""
PHASES = """\
Table: Share of sessions missed
| Phase | 2014/15 | 2015/16 |
| Primary | 5.9% | 5.5% |
| Secondary | 9.4% | 8.9% |
| Special | 12.8% | 12.9% |

"""
FAULTS = (
    f"{REVIEWS}The third quarter was the busiest: «352|325» of 361 reviews were in time, although we were short of a colleague.",
    f"{REVIEWS}The last quarter was the best: 341 of «347|374» reviews were in time.",
    f"{APPEALS}There were «14|24» more last year than in the year before.",
    f"{APPEALS}Over the three years parents brought «146|156» appeals.",
    f"{BUILDINGS}Over the three years we spent «£1,415,000|£1,541,000».",
    f"{AGAIN}From 2013/14 to 2014/15 it went down by «3.4|4.3» percentage points.",
    f"{AGAIN}From 2012/13 to 2013/14 it «rose|fell» by 1.8 percentage points.",
    f"{KINDS}The number who live with relatives or friends has grown by «five|seven».",
    f"{PHASES}Absence fell in «two|all three» phases.",
)
# Nothing is known of these, or they are of something else.
RIGHT = (
    f"{REVIEWS}The inspector read 325 of 361 pages before lunch, as she said.",
    f"{BUILDINGS}Over the three years we spent £14,000 on the gardens.",
    f"{APPEALS}Over the three years there were 12 hearings.",
    f"{AGAIN}From 2009/10 to 2010/11 it went down by 7.4 percentage points.",
    f"{KINDS}Friends of the museum were 37 in May.",
)


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_warned_of_and_the_right_wording_is_not(text):
    right, wrong = wordings(text)
    assert warned(right) == []
    assert warned(wrong)


@pytest.mark.parametrize("text", RIGHT[1:])
def test_what_no_table_has_is_left_in_peace(text):
    assert warned(text) == []


def test_a_step_between_two_periods_says_both_values():
    [(rule, says)] = warned(wordings(FAULTS[5])[1])
    assert rule == "claim-unlike-number"
    assert says.startswith("From 34.8% to 31.4% (Table 1) is a change of 3.4,")


def test_a_row_far_away_is_that_of_one_table_only():
    text = wordings(FAULTS[7])[1]
    assert warned(text)
    again = KINDS.replace("# Changes\n\n", "").replace("# Placements", "# Before")
    assert warned(again + text) == []
