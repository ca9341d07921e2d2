"""The order of two dates of a text, each as (year, month, day or quarter), nought or empty where it
is not said."""

Day = tuple[int, int, str]


def is_earlier(day: Day, other: Day) -> bool:
    """True if one date is before another; one without a year is of the other's."""
    if not (day[0] and other[0]):
        day, other = (0, *day[1:]), (0, *other[1:])
    return day < other


def may_be_of_two_years(day: Day, other: Day) -> bool:
    """True for months without a year of which the second is the earlier one of a year: `In October
    24, and in March 30` is true of a half-year."""
    return not (day[0] or other[0]) and 0 < other[1] < day[1]
