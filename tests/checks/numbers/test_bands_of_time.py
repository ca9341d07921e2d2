"""Bands and lengths of time in tables and sentences as councils write them."""

import pytest

from tests.constraints.draws import severities

YEARS = (
    "Table: Referrals\n| Month | 2012-13 | {} | 2014-15 |\n| April | 41 | 52 | 37 |\n"
    "| May | 44 | 51 | 39 |"
)
LENGTHS = (
    "Table: Time to the order\n| Time | Orders |\n| Within a month | 16 |\n"
    "| Between one and three months | 41 |\n| Between three and six months | 292 |\n"
    "| Between six and 12 months | 454 |\n| Between one year and 18 months | 264 |\n"
    "| Over 18 months | 163 |\n| Total | {} |"
)
RATES = (
    "Table: Absence\n| School | 2013 | 2014 |\n| Primary | 4.6 | 4.4 |\n| Secondary | 10.2 | {} |\n"
    "| Special | 18.0 | 17.1 |\n| Total | 7.4 | 6.8 |"
)
PAIRS = [
    # What lies between its rows in every column is a mean of them and no sum.
    (RATES.format("9.2"), LENGTHS.format("1,320")),
    # “2012-13” is a financial year, as “2012/13” is.
    (YEARS.format("2013-14"), YEARS.format("2011-13")),
    # Lengths of time “between” two meet at their ends, and count like any other row.
    (LENGTHS.format("1,230"), LENGTHS.format("1,330")),
    # How far back somebody looked is no length of the months beside it.
    (
        "Visits fell from November to December 2014, the first time in four years they did.",
        "The pilot ran for four weeks, from 4 May 2015 to 28 August 2015.",
    ),
    # Another number has the dates.
    (
        "The average wait was 23 weeks (up 39% from July to September 2014).",
        "The pilot ran for 23 weeks (from July to September 2014).",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_bands_and_lengths_are_read_as_they_are_written(right, wrong):
    assert severities(right) == {}
    assert severities(wrong)


def test_months_that_meet_at_their_ends_do_not_make_an_overlap_behind_them_less():
    table = (
        "Table: Lengths\n| Time | Plans |\n| Up to 1 month | 4 |\n| 1 to 3 months | 9 |\n| {} | 7 |"
    )
    assert "error" not in severities(table.format("3 to 12 months"))
    wrong = table.format("3 to 6 months | 8 |\n| 5 to 12 months")
    assert "error" in severities(wrong)
