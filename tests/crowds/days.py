"""The days that every crowd is gathered around, and the questions that are put to it."""

from datetime import date, timedelta

ONE = timedelta(days=1)
LONG_AGO = date(2010, 1, 1)
# The end of a half-year, a census day, a day of DBS positions, and a leap day that ends a month.
HALF_YEAR, CENSUS, POSITION, LEAP = (
    *(date(2015, 9, 30), date(2015, 12, 1)),
    *(date(2016, 1, 15), date(2016, 2, 29)),
)
EDGES = (HALF_YEAR, CENSUS, POSITION, LEAP)


def around(day):
    """The day before, the day, the day after."""
    return (day - ONE, day, day + ONE)


# Before anything is held, while totals alone are, at each edge, and long after.
DAYS = (
    *(LONG_AGO, date(2013, 6, 30), date(2013, 12, 1), date(2014, 3, 31), date(2014, 6, 30)),
    *(date(2015, 2, 28), date(2015, 3, 1)),
    *(day for edge in EDGES for day in around(edge)),
    *(date(2016, 3, 31), date(2017, 9, 1), date(2020, 1, 1)),
)
PERIODS = (
    (date(2010, 1, 1), date(2013, 12, 31)),
    (date(2014, 1, 1), date(2014, 6, 30)),
    (date(2014, 3, 1), date(2014, 3, 31)),
    (date(2014, 7, 1), date(2014, 12, 31)),
    (date(2014, 1, 1), date(2014, 12, 31)),
    (date(2014, 12, 31), date(2015, 9, 28)),
    (date(2015, 4, 1), HALF_YEAR),
    (HALF_YEAR + ONE, date(2016, 3, 31)),
    *((HALF_YEAR, end) for end in around(LEAP)),
    *((start, LEAP) for start in around(HALF_YEAR)),
    *((day, day) for edge in (HALF_YEAR, LEAP) for day in around(edge)),
    (date(2015, 12, 1), date(2015, 12, 31)),
    (date(2016, 2, 1), LEAP),
    (date(2016, 2, 1), LEAP - ONE),
    (date(2016, 2, 2), LEAP),
    (date(2016, 3, 2), date(2020, 12, 31)),
    (LONG_AGO, date(2020, 12, 31)),
)
MONTHS = (
    *((date(year, 1, 1), date(year, 1, 31)) for year in (2010, 2015, 2016, 2017, 2018)),
    *((date(year, 2, 1), date(year, 2, 28)) for year in (2014, 2015, 2017, 2019)),
    (date(2016, 2, 1), LEAP),
    (date(2016, 3, 1), date(2016, 3, 31)),
    (date(2015, 9, 1), HALF_YEAR),
    (date(2018, 6, 1), date(2018, 6, 30)),
    # No months: too short at either end, too long, a day.
    *((date(2016, 1, 2), date(2016, 1, 31)), (date(2016, 1, 1), date(2016, 1, 30))),
    *((date(2016, 1, 1), date(2016, 2, 29)), (POSITION, POSITION)),
)


def withdrawn(by):
    """The fields of a row that `by` withdrew."""
    return {"withdrawn_on": POSITION, "withdrawn_by": by, "withdrawn_because": "Entered twice"}
