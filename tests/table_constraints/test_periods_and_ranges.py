"""Numbers of all periods of a table, of its last one and of its range, and captions to come."""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned, wordings

YEARS = """\
Table: Children, years to 31 March
| Year to 31 March | Came into care | Left care | Looked after at the end |
| 2014 | 162 | 149 | 402 |
| 2015 | 171 | 142 | 431 |
| 2016 | 188 | 167 | 454 |

"""
FEES = """\
Table: Weekly fees
| Homes | Children | Lowest fee | Highest fee |
| Our own | 16 | £3,150 | £3,600 |
| Private | 43 | £4,150 | £7,900 |

"""
GRANTS = """\
Table: Grant by year
| | 2013/14 | 2014/15 | 2015/16 |
| Council | £1,450,000 | £1,500,000 | £1,400,000 |
| Health | £310,000 | £320,000 | £330,000 |

"""
COUNTED = """\
Table: {}
| Home | Young people |
| Own tenancy | 78 |
| Hostel | 12 |
"""
FAULTS = (
    f"{YEARS}Over the three years «521|531» children came into care.",
    f"{YEARS}In all the three years «458|485» left care.",
    f"{YEARS}The number at the end of the year is up by «23|32» on the year before.",
    f"{YEARS}Those who left were «25|52» more than in the year before.",
    f"{GRANTS}Over the three years the council puts in «£4,350,000|£4,530,000».",
    COUNTED.format("Where young people lived on 31 «December 2015|December 2016»"),
    COUNTED.format("Young people by home, April to «December 2015|December 2016»"),
)
RIGHT = (
    # A mean of one row, what is expected, and a sum that another table has.
    f"{FEES}The mean for our own homes is £3,320 a week.",
    COUNTED.format("Places that are planned for 31 December 2016"),
    COUNTED.format("Forecast for March 2017"),
    COUNTED.format("Young people by home, 2016"),
    f"{YEARS}Over the three years the number rose by 52.",
    f"{YEARS}Over the three years 458 left care, and 40 more than in 2013 each year on average.",
    f"{YEARS}The number at the end of the year is up by 31 on two years before, when it was 423 by the old count.",
)


@pytest.mark.parametrize("text", FAULTS)
def test_a_number_that_the_table_denies_is_warned_of(text):
    right, wrong = wordings(text)
    assert warned(right) == []
    assert warned(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_table_may_not_hold_is_left_in_peace(text):
    assert warned(text) == []
