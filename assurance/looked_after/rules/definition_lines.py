"""Age bands and counting dates as a person types them, one on each line."""

import re

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from assurance.runtime.typography import with_capital

OLDEST, LONGEST = 25, 40
DAYS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BAND_NEEDED = "write its ages as “0 to 13” or “16 and over”, with a name before a colon if you like"
DAY_NEEDED = "write a day and a month, such as “1 December”"
_AGES = re.compile(r"(\d{1,2})(?:\s*(?:to|-|–)\s*(\d{1,2})|\s*(\+|and over))?", re.IGNORECASE)


def band_of_line(line: str) -> tuple[str, int, int | None]:
    """(label, first age, last age or None) of a line; raises ValueError with what is wrong with
    it."""
    before, colon, after = (part.strip() for part in line.rpartition(":"))
    ages = _AGES.fullmatch(" ".join(after.split()))
    if not ages or (colon and not before):
        raise ValueError(BAND_NEEDED)
    first = whole(ages[1])
    last = None if ages[3] else whole(ages[2] or ages[1])
    if max(first, last or 0) > OLDEST:
        raise ValueError(f"an age is {OLDEST} at most")
    label = before or say_ages(first, last)
    if len(label) > LONGEST or not any(part.isascii() and part.isalnum() for part in label):
        raise ValueError(f"its name needs a letter or number and at most {LONGEST} characters")
    return label, first, last


def say_ages(first: int, last: int | None) -> str:
    """The ages of a band in words: “0 to 13”, “16 and over”, “4”."""
    if last is None:
        return f"{first} and over"
    return f"{first}" if first == last else f"{first} to {last}"


def line_of_band(label: str, first: int, last: int | None) -> str:
    """A band as it is typed."""
    ages = say_ages(first, last)
    return ages if label == ages else f"{label}: {ages}"


def day_of_line(line: str) -> tuple[int, int]:
    """(month, day) of a line such as “1 December”; raises ValueError with what is wrong with it."""
    number, _, word = line.strip().partition(" ")
    word = word.strip().lower().removesuffix(".")
    months = [
        place
        for place, name in enumerate(MONTHS, 1)
        if len(word) > 2 and name.lower().startswith(word)
    ]
    if not months or not (number.isascii() and number.isdecimal() and len(number) < 3):
        raise ValueError(DAY_NEEDED)
    month, day = months[0], whole(number)
    if (month, day) == (2, 29):
        raise ValueError("29 February comes once in four years: choose another day")
    if not 1 <= day <= DAYS_OF_MONTHS[month - 1]:
        raise ValueError(f"{with_capital(MONTHS[month - 1])} has {DAYS_OF_MONTHS[month - 1]} days")
    return month, day


def line_of_day(month: int, day: int) -> str:
    """A counting day as it is typed."""
    return f"{day} {with_capital(MONTHS[month - 1])}"
