"""Months and years in a question."""

import calendar
import re

# The name of a month, in small letters → its number.
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
YEARS = re.compile(r"(?:19|20)\d\d")


def is_of_time(plain: str) -> bool:
    """True where all of the `plain` words are a month or a year."""
    return all(word in MONTHS or YEARS.fullmatch(word) for word in plain.split())
