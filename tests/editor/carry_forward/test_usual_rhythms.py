"""The next paper of councils' usual rhythms: quarters, halves, years, academic years."""

from datetime import date

from assurance.runtime.periods import When
from reports.editor.carry_forward.rules import (
    months_in,
    next_period,
    next_slug,
    next_title,
    proposed,
)
from tests.sweeping import swept


def period(first, last):
    """A period from two ISO days."""
    return When(date.fromisoformat(first), date.fromisoformat(last))


# A period → the one that follows, and how many whole months it holds.
PERIODS = [
    (("2016-01-01", "2016-01-31"), ("2016-02-01", "2016-02-29"), 1),
    (("2015-01-01", "2015-01-31"), ("2015-02-01", "2015-02-28"), 1),
    (("2016-02-01", "2016-02-29"), ("2016-03-01", "2016-03-31"), 1),
    (("2015-04-01", "2015-06-30"), ("2015-07-01", "2015-09-30"), 3),
    (("2015-10-01", "2015-12-31"), ("2016-01-01", "2016-03-31"), 3),
    (("2015-04-01", "2015-09-30"), ("2015-10-01", "2016-03-31"), 6),
    (("2015-07-01", "2015-12-31"), ("2016-01-01", "2016-06-30"), 6),
    (("2015-04-01", "2016-03-31"), ("2016-04-01", "2017-03-31"), 12),
    (("2015-09-01", "2016-08-31"), ("2016-09-01", "2017-08-31"), 12),
    (("2014-03-01", "2016-02-29"), ("2016-03-01", "2018-02-28"), 24),
    (("2016-01-04", "2016-01-10"), ("2016-01-11", "2016-01-17"), 0),
    (("2016-01-01", "2016-01-30"), ("2016-01-31", "2016-02-29"), 0),
    (("2016-01-02", "2016-01-31"), ("2016-02-01", "2016-03-01"), 0),
    (("2016-02-29", "2016-02-29"), ("2016-03-01", "2016-03-01"), 0),
]
HALF = (("2015-04-01", "2015-09-30"), ("2015-10-01", "2016-03-31"))
QUARTER = (("2015-10-01", "2015-12-31"), ("2016-01-01", "2016-03-31"))
YEAR = (("2014-04-01", "2015-03-31"), ("2015-04-01", "2016-03-31"))
SHORTER = (HALF[0], ("2015-10-01", "2015-12-31"))
# What a period and a name meant → what the name means in the next paper.
NAMES = [
    (HALF, "position", ("2015-09-30", "2015-09-30"), ("2016-03-31", "2016-03-31")),
    (HALF, "before", ("2015-03-31", "2015-03-31"), ("2015-09-30", "2015-09-30")),
    (HALF, "leap", ("2015-08-31", "2015-08-31"), ("2016-02-29", "2016-02-29")),
    (HALF, "middle", ("2015-06-15", "2015-06-15"), ("2015-12-15", "2015-12-15")),
    (HALF, "half", HALF[0], HALF[1]),
    (HALF, "last_half", ("2014-10-01", "2015-03-31"), HALF[0]),
    (HALF, "year_2014", ("2014-01-01", "2014-12-31"), ("2014-01-01", "2014-12-31")),
    (HALF, "census-2015", ("2015-03-31", "2015-03-31"), ("2015-03-31", "2015-03-31")),
    (HALF, "code20155", ("2015-09-30", "2015-09-30"), ("2016-03-31", "2016-03-31")),
    (HALF, "calendar", ("2014-01-01", "2014-12-31"), ("2015-01-01", "2015-12-31")),
    (HALF, "financial", ("2014-04-01", "2015-03-31"), ("2015-04-01", "2016-03-31")),
    (SHORTER, "position", ("2015-09-30", "2015-09-30"), ("2015-12-31", "2015-12-31")),
    (SHORTER, "before", ("2015-03-31", "2015-03-31"), ("2015-09-30", "2015-09-30")),
    (SHORTER, "half", *SHORTER),
    (QUARTER, "position", ("2015-12-31", "2015-12-31"), ("2016-03-31", "2016-03-31")),
    (QUARTER, "month", ("2015-11-01", "2015-11-30"), ("2016-02-01", "2016-02-29")),
    (QUARTER, "financial", ("2014-04-01", "2015-03-31"), ("2015-04-01", "2016-03-31")),
    (QUARTER, "calendar", ("2015-01-01", "2015-12-31"), ("2015-01-01", "2015-12-31")),
    (YEAR, "position", ("2015-03-31", "2015-03-31"), ("2016-03-31", "2016-03-31")),
    (YEAR, "february", ("2015-02-28", "2015-02-28"), ("2016-02-29", "2016-02-29")),
    (YEAR, "year", YEAR[0], YEAR[1]),
]
TITLES = [
    ("Report, July 2015", "Report, January 2016"),
    ("JULY 2015 report", "January 2016 report"),
    ("July-2015", "January 2016"),
    ("Report of July 2015 and June 2015", "Report of January 2016 and June 2015"),
    ("Report 2015", "Report 2016"),
    ("Recruitment in 2014: carers", "Recruitment in 2015: carers"),
    ("Working Together 2015: its guidance", "Working Together 2015: its guidance"),
    ("Costs in 2014/15", "Costs in 2014/15"),
    ("Report 2013", "Report 2013"),
    ("July report", "July report, January 2016"),
    ("Six-monthly report", "Six-monthly report, January 2016"),
]
SLUGS = [
    ("july-2015", "january-2016"),
    ("report_july_2015", "report_january_2016"),
    ("july2015", ""),
    ("2015-07", ""),
    ("", ""),
]


@swept(PERIODS)
def test_a_period_is_followed_by_one_as_long(before, after, months):
    assert next_period(period(*before)) == period(*after)
    assert months_in(period(*before)) == months


@swept(NAMES)
def test_a_name_means_in_the_next_paper_what_it_meant_in_this(periods, name, was, becomes):
    before, after = (period(*one) for one in periods)
    assert proposed({name: period(*was)}, before, after) == {name: period(*becomes)}


def test_a_title_and_an_address_name_the_month_of_the_next_meeting():
    day = date(2016, 1, 26)
    years = [When(date(year, 10, 1), date(year + 1, 3, 31)) for year in (2014, 2015)]
    titles = [next_title(title, day, *years) for title, _ in TITLES]
    assert titles == [after for _, after in TITLES]
    assert next_title("Report 2015", day, years[0], years[0]) == "Report 2015, January 2016"
    assert [next_slug(slug, day) for slug, _ in SLUGS] == [after for _, after in SLUGS]
