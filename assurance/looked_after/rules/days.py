"""The days that a return covers and on which a census is counted."""

from datetime import date, timedelta

from assurance.runtime.periods import end_of_month, months_covered

AUTHORITY_YEAR_END = (3, 31)


def year_end_of(day):
    """The 31 March that ends the collection year of `day`."""
    return date(day.year + (day.month > 3), *AUTHORITY_YEAR_END)


def opening_day(year_end):
    """The last day before the collection year that ends on `year_end`: its return says who was
    looked after then, as everyone open at its start is in it."""
    return date(year_end.year - 1, *AUTHORITY_YEAR_END)


def month_ends(first, last):
    """Every last day of a month from `first` to `last`, both included."""
    end, ends = end_of_month(first), []
    while end <= last:
        ends.append(end)
        end = end_of_month(end + timedelta(days=1))
    return ends


def whole_months(first, last):
    """The ends of the months that make up `first` to `last`; empty within a month."""
    return month_ends(first, last) if months_covered(first, last) else []


def own_days(days, first, last):
    """The dates of yearly (month, day) pairs from `first` to `last`, both included."""
    years = range(first.year, last.year + 1)
    queries = [date(year, month, day) for year in years for month, day in days]
    return [day for day in queries if first <= day <= last]
