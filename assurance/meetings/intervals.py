"""How often bodies meet, and when the next meeting is due. No Django here."""

AS_NEEDED = "as_needed"
MONTHS_OF = {
    "weekly": 0,
    "fortnightly": 0,
    "monthly": 1,
    "two_months": 2,
    "three_months": 3,
    "six_months": 6,
    "yearly": 12,
    AS_NEEDED: None,
}
LEARNING = "learning"
DAYS_OF = {"weekly": 7, "fortnightly": 14}
INTERVALS = {
    "weekly": "Every week",
    "fortnightly": "Every two weeks",
    "monthly": "Every month",
    "two_months": "Every two months",
    "three_months": "Every three months",
    "six_months": "Every six months",
    "yearly": "Every year",
    AS_NEEDED: "When it is needed",
}


def months_between(first, last):
    """How many whole months have passed from `first` to `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_before(first, -months) > last)


def months_before(day, months):
    """The day `months` months before `day` (after it where fewer than none), or the last of that
    month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return _last_in(day, years, month + 1)


def next_by(last, interval):
    """The day by which a forum that met on `last` should meet again, or None."""
    if last is None or MONTHS_OF.get(interval) is None:
        return None
    if interval in DAYS_OF:
        return last.fromordinal(last.toordinal() + DAYS_OF[interval])
    return months_before(last, -MONTHS_OF[interval])


def _last_in(day, year, month):
    for number in range(day.day, 27, -1):
        try:
            return day.replace(year=year, month=month, day=number)
        except ValueError:
            continue
    return day.replace(year=year, month=month)
