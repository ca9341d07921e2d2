"""Months counted by hand."""

from datetime import date, timedelta


def month_end(day):
    """The last day of the month of `day`, found by walking to it."""
    while (day + timedelta(1)).month == day.month:
        day += timedelta(1)
    return day


def add_months(day, months):
    """The same day so many months on (or back), or the last day of a month that is too short."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    last = month_end(date(year, month, 1))
    return min(last, last.replace(day=min(day.day, last.day)))


def months_between(first, last):
    """The last day of each month, where the days make up whole months; else none."""
    if first.day != 1 or last != month_end(last):
        return []
    ends = [month_end(first)]
    while ends[-1] < last:
        ends.append(month_end(ends[-1] + timedelta(1)))
    return ends


def years_old(born, day):
    """Whole years, by counting birthdays; 29 February comes on 1 March in other years. None before
    the birth."""
    if born > day:
        return None
    years = 0
    while _birthday(born, born.year + years + 1) <= day:
        years += 1
    return years


def _birthday(born, year):
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
