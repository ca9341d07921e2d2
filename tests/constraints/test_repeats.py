"""One thing has one value in prose, lists and tables, however officers word it."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import When
from reports.quantities.derivation.slips import FAR, NEAR, slip
from reports.quantities.repeats.mentions import mentions
from reports.quantities.repeats.periods import UNSURE, days_in, may_be_one
from reports.verdicts.registry import rule_called
from tests.checks.drawn import found, reading

YEAR = {"paper_date": date(2019, 7, 15), "period": When(date(2018, 4, 1), date(2019, 3, 31))}
_EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")
RULES = tuple(
    map(rule_called, ("number-unlike-before", "text-unlike-table", "named-unlike-number"))
)
# What other passages say, so that some words are common and others rare.
AROUND = """

# Reviews

There were 1,302 reviews of children in the year. Of the reviews, 1,237 were on time. Children looked after at the end of the year came to 484.

# Health

Dental checks were made for 306 of the children, and health assessments for 331 children.

# Staff

The teams had 26 social workers for 484 children looked after. The target for the teams is 16 children for each of the workers.
"""
TWICE = """
Of the 484 children looked after, 147 were placed outside the borough at the year end. // In sum, «147|174» were placed out of borough.
147 of the 484 children (30.4%) were placed outside the borough. // * Placed outside the borough: «147|174»
* Placed outside the borough at 31 March 2019: 147 // The number who were placed outside the borough stood at «147|174».
Children who were placed outside the borough numbered 147 at 31 March 2019. // There were «147|174» placements outside the borough, most of them with relatives.
At the year end a hundred and forty-seven were placed outside the borough. // Placements outside the borough («147|174») are read by a panel.
Appeals registered with the Tribunal in 2018/19: 134; conceded by the Council 17. // The «134|143» appeals of 2018/19 were costly.
134 appeals were registered in 2018/19. // The «134|139» appeals registered in 2018/19 were handled by one officer.
* Appeals registered, 2018/19: 134 // Of the appeals registered in the year («134|131») some were conceded.
Missing episodes: 318. // Eighty-one missing episodes were long. // Altogether «318|381» missing episodes were reported.
The handbook was sent to 212 foster carers. // A survey of carers followed. // Carers to whom the handbook was sent («212|221») were asked what they thought.
"""
TABLE = """# Placements

Table: Children by type of placement
| Type of placement | 31 March 2018 | 31 March 2019 |
| In-house foster care | 203 | 198 |
| Agency foster care | 96 | 121 |
| Connected persons | 66 | 73 |
| Children's homes | 47 | 52 |
| All placements | 412 | 444 |

"""
OF_A_ROW = """
Agency foster care is where the growth is: «96|69» children at 31 March 2018; 121 at 31 March 2019 (Table 1).
Table 1 shows that in-house carers looked after «198|203» children at 31 March 2019.
As Table 1 sets out, placements with connected persons went from 66 to «73|78»; children's homes, from 47 to 52.
The table shows the rise in children's homes: from «47|74» to 52.
Agency foster care drives the growth: 121 at 31 March 2019, up «25|52» on the year (Table 1).
Connected persons had 73 placements, and children's homes «52|25».
"""
BY_YEAR = """# Placements

Table: Placements at the end of March, by year
| Year | Foster care | Residential care | Semi-independent |
| 2018 | 268 | 38 | 24 |
| 2019 | 276 | 46 | 28 |

Twenty-eight young people were in semi-independent accommodation, up from «twenty-four|twenty-two», as the table records.
"""
RIGHT = (
    "Of 72 cases 45 were graded good.\n\nThemes were named for each of the 27 cases graded poor.",
    "We held 240 reviews.\n\nChildren took part in 85% of the reviews (204).",
    "* One to ten days late: 41\n* More than ten days late: 31",
    "We are in touch with 171 care leavers aged 19 to 21.\n\nAll 117 of our 117 care leavers aged 19 have a plan.",
    "Health measures count only the 360 children looked after for at least 12 months.\n\n* Children: 484.",
    "* Permanent: 171\n* Agency: 46\n\nThirty permanent social workers joined in the year; 38 left.",
    "In 2017/18, 212 children began to be looked after.\n\nIn 2018/19, 221 children began to be looked after.",
    "The target is 95% of reviews on time.\n\nReviews on time: 96%.",
    "At 31 March 2018 there were 451 children looked after.\n\nThere are now 415 children looked after.",
    "Table: Late reviews\n| Quarter | Late reviews |\n| 1 | 22 |\n| 2 | 18 |\n| Year | 40 |\n\n44 reviews were held in the year. Dental check in the year: 36.",
    "Meetings were held.\n\nThemes were brought to the four quarterly meetings, in July, October, January and April.",
    "3.5 High-needs block 2015/16: budget £21.6m; outturn £22.3m; overspend £0.7m; of which top-ups £0.2m, other £0.1m.",
    "Table: Age\n| Age | Children |\n| Under 1 | 31 |\n| 1 to 4 | 74 |\n\nOf the others 37 were on placement orders and 72 accommodated under section 20.",
    "In the last half year 56% of files were good or better and in this one 60%.\n\nFiles good or better in the half year were 66% in York, 60% in Hull, 58% in Selby and 52% in Ripon.",
    "There were 48 referrals:\n\n* schools: 25\n* police: 10\n* health: 13\n\nIn sum: 48 referrals, 30 closed by the police after their first look, 18 considered.",
    "Table: Files after moderation\n| Grade | Files |\n| Good | 52 |\n| Weak | 29 |\n| Inadequate | 9 |\n| Total | 90 |\n\nAs the table shows, nine files were inadequate after moderation.",
    "Table: Fostering households\n| Households | Number |\n| Approved in the year | 19 |\n| Left in the year | 15 |\n\nSeventeen children left us in the year by adoption, as the table shows.",
)


def keys(text):
    """The rules here that find something in a text, advice left out."""
    rows = found(text, rules=RULES, **YEAR)
    return {row.rule.key for row in rows if row.severity != "advice"}


def noted(text):
    """The same, advice with them."""
    return {row.rule.key for row in found(text, rules=RULES, **YEAR)}


def _put(text, place):
    return _EDIT.sub(rf"\{place}", text)


def _paragraphs(row):
    return "\n\n".join(row.split(" // "))


@pytest.mark.parametrize("row", TWICE.strip().splitlines())
def test_what_is_told_twice_has_one_number(row):
    text = f"# Key points\n\n{_paragraphs(row)}{AROUND}"
    assert keys(_put(text, 1)) == set()
    assert "number-unlike-before" in noted(_put(text, 2))


@pytest.mark.parametrize("row", OF_A_ROW.strip().splitlines())
def test_what_is_told_of_a_row_is_in_its_cell(row):
    assert keys(TABLE + _put(row, 1)) == set()
    assert "text-unlike-table" in keys(TABLE + _put(row, 2))


def test_a_table_whose_rows_are_years_is_read_by_its_columns():
    assert keys(_put(BY_YEAR, 1)) == set()
    assert "text-unlike-table" in keys(_put(BY_YEAR, 2))


@pytest.mark.parametrize("text", RIGHT)
def test_numbers_of_two_things_are_left_in_peace(text):
    assert keys(f"# Key points\n\n{text}") == set()


@given(st.integers(100, 9999))
def test_a_swap_says_more_than_a_digit_and_that_more_than_nearness(value):
    digits = str(value)
    swapped = int(digits[0] + digits[2] + digits[1] + digits[3:])
    if swapped != value:
        assert slip(Fraction(value), Fraction(swapped), "count") > 5
    assert slip(Fraction(value), Fraction(value * 30), "count") == FAR
    nearly = slip(Fraction(value), Fraction(value + value // 10 + 11), "count")
    assert nearly >= NEAR or value < 200


def test_days_are_read_with_their_quarter_and_year():
    paper = reading("# A\n\nText.", **YEAR)
    assert days_in("Key points: quarter 3, 2017/18", paper) == (
        date(2017, 10, 1),
        date(2017, 12, 31),
    )
    assert days_in("From October to December", paper) == (date(2018, 10, 1), date(2018, 12, 31))
    assert days_in("In 2017/18 and 2018/19", paper) == UNSURE
    assert days_in("Placements", paper) is None


def test_what_has_no_day_is_of_the_papers_period():
    paper = reading("# A\n\nText.", **YEAR)
    last = (date(2019, 3, 31), date(2019, 3, 31))
    assert may_be_one(None, last, paper)
    assert not may_be_one(None, (date(2018, 3, 31), date(2018, 3, 31)), paper)
    assert may_be_one(None, UNSURE, paper) is None


def test_a_number_has_the_words_of_its_own_clause():
    text = "# A\n\nOf the 281 offers made, 219 were taken up and 62 were declined."
    rows = {row.number.words: row for row in mentions(reading(text, **YEAR))}
    assert rows["281"].whole or "offer" in rows["281"].near
    assert "taken" in rows["219"].near
    assert not rows["219"].near & rows["62"].near
