"""What a slip shows, and shares of another whole than is named: warned of with its own weight."""

# ruff: noqa: E501

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from assurance.runtime.periods import When
from reports.quantities.derivation.slips import is_plain_slip
from tests.checks.drawn import KNOWN, found
from tests.share_constraints.test_weights import EARLIER, wordings

TABLES = """\
Table: Children in care by placement
| Placement | Children | Share |
| In-house foster care | 219 | 53.2% |
| Agency foster care | 88 | 21.4% |
| Residential placements | 105 | 25.5% |
| Total | 412 | 100% |

Table: Forecast for the year, £000
| Service | Budget | Forecast |
| Own fostering | 7,840 | 7,610 |
| Agency fostering | 9,260 | 9,745 |
| Homes for children | 21,400 | 24,130 |
| Total | 38,500 | 41,485 |

Table: Formal challenges by subject
| Subject | Challenges |
| Delay | 34 |
| Health | 52 |
| Total | 86 |
"""
FAULTS = """\
Together 307 children were fostered. Our own carers looked after «71.3%|53.2%» of these.
===
Homes for children are to take «58.2%|55.6%» of all forecast spending.
===
There were 86 in the year. It helps nobody to have «86|68» formal challenges that are not read.
===
Thirty-four of the 81 pupils in Years 10 and 11 had a plan, which is «42.0%|33.3%» of that group.
===
Eighty-four came for the first time. This is twelve fewer than in the year before, a reduction of «12.5%|14.3%».
===
The county has 118,300 children. There were 648 referrals, which is «54.8|58.4» for every 10,000 of them.
===
That is 93.2%, which is a «dip|gain» on the 94.6% of the year before.
===
The three days for the team took place on «14 June 2014, 11 October 2014 and 7 February 2015|14 June 2014 and 7 February 2015».
===
Having heard them, the board decided on 18 May 2015 to replace the form. It was put into use on «5 June|4 March» 2015, and people have had a half-day.
===
Own fostering is projected to finish the year «under|over» budget.
"""
RIGHT = """\
A quarter earlier 82 cases had been heard, so this is 12 more than then.
===
It is accordingly true both that fewer young people reoffended and that the rate went from 34.2% up to 35.8%.
===
A new form was promised for 31 December 2014 and introduced on 2 December 2014: promise kept.
===
A site is to open in September 2016, and 32 places at four schools were opened in September 2014.
===
The reason is that four long hearings listed for February and March were settled before trial.
===
It came on 10 February 2015. It came after the visit of 26 and 27 November 2014 and after the letter of 9 January 2015.
===
It was answered on 22 May 2015, received on 4 May 2015, and so outside the period of 10 working days.
===
The strategy comes on 13 December 2016, five weeks from today, and came on 3 May 2016 at first.
===
It was written in March 2015, and published in October 2015. It was made after much talk with staff, and in April 2015 with a conference of all of them.
===
The cohort is of those who had an outcome between October and December 2014, each followed for 12 months and then for six more.
===
Opened on 1 October 2015, closes 30 January 2016.
===
Of the 307 children who were fostered 53.2% was not asked for.
"""
TOLD = (
    replace(EARLIER, text="231", count=231, words="children placed with in-house foster carers"),
    replace(EARLIER, text="95", count=95, words="children in residential placements"),
)
SINCE = """\
The count of children living with in-house carers fell by «12|21» during the half-year.
===
Residential numbers are up by «ten|four» over the half-year.
"""


def warned(text, known=KNOWN):
    """What is found of a text that is more than advice, with its own weight."""
    known = replace(known, full_weight=False)
    period = When(date(2015, 7, 1), date(2015, 12, 31))
    rows = found(f"# Numbers\n\n{TABLES}\n{text}", known=known, period=period)
    kinds = ("quantities", "numbers", "timing")
    return [row.fault.says for row in rows if row.rule.family in kinds and row.severity != "advice"]


USUAL = warned("")


@pytest.mark.parametrize("text", [x for x in FAULTS.split("\n===\n") if "«" in x])
def test_the_wrong_wording_alone_is_warned_of(text):
    right, wrong = wordings(text)
    assert warned(right) == USUAL
    assert len(warned(wrong)) > len(USUAL)


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_what_only_looks_at_odds_is_not_warned_of(text):
    assert warned(text) == USUAL


@pytest.mark.parametrize("text", SINCE.split("\n===\n"))
def test_a_change_over_the_period_is_that_of_the_row_since_the_last_report(text):
    known = replace(KNOWN, told=tuple(replace(x, end="2015-06-30", where="para-1") for x in TOLD))
    right, wrong = wordings(text)
    assert warned(right, known) == USUAL
    assert len(warned(wrong, known)) == len(USUAL) + 1


@pytest.mark.parametrize(
    ("first", "last", "is_slip"),
    [
        ("548", "584", True),
        ("1775", "1575", True),
        ("10900", "12400", False),
        ("264000", "246000", True),
        ("74", "71", False),
        ("9", "6", False),
        ("84", "804", False),
        ("58.4", "54.8", True),
        ("35", "35", False),
    ],
)
def test_a_plain_slip_swaps_two_digits_or_changes_one_before_the_last(first, last, is_slip):
    assert is_plain_slip(Fraction(first), Fraction(last)) is is_slip
