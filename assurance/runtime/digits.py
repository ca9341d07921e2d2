"""Numbers that a person wrote in digits, read into values of a bounded length.

Python refuses to read or write a whole number of more than 4,300 digits, so text is read here and
nowhere else: what is longer than any count or sum is no number to the rest of the project.
"""

import re
from fractions import Fraction

MOST_DIGITS = 15
UNITS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)

_EXACT = re.compile(r"(?P<figures>\d[\d,]*)(?P<places>\.\d+)?")
_WORD = re.compile(r"\S+")
_OF_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_RUN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+")
_QUOTED_DIGITS = 12


def whole(text: str) -> int | None:
    """Reads a whole number written in digits and nothing else.

    None for anything else: an empty text, a sign, superscripts, more than `MOST_DIGITS` digits.
    """
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def exact(text: str) -> Fraction | None:
    """Reads a number with or without commas and decimals (`1,234.5`), its value exact.

    None for anything else, and for more than `MOST_DIGITS` digits before or after its point.
    """
    match = _EXACT.fullmatch(text)
    figures = whole(match["figures"].replace(",", "")) if match else None
    if figures is None:
        return None
    places = (match["places"] or ".")[1:]
    below = whole(places or "0")
    return None if below is None else figures + Fraction(below, 10 ** len(places))


def label_numbers(dotted: str) -> tuple[int, ...]:
    """Reads the numbers of a label such as `3.2.1`; empty where one of them is too long."""
    matches = tuple(whole(match) for match in re.findall(r"\d+", dotted))
    return () if None in matches else matches


def why_too_many_digits(text: str) -> str:
    """Says which number of a text has more digits than a number can have; empty where none has.

    Digits in the address of a page or of a mailbox are no number.
    """
    for place, line in enumerate(text.splitlines(), 1):
        for match in _RUN.finditer(_WORD.sub(_without_address, line)):
            count = sum(sign.isdecimal() for sign in match.group())
            if count > MOST_DIGITS:
                where = f" on line {place}" if "\n" in text.strip() else ""
                return (
                    f"The number “{match.group()[:_QUOTED_DIGITS]}…”{where} has {count:,} digits, "
                    f"and "
                    f"{MOST_DIGITS} is the most: shorten it, or put spaces between its parts"
                )
    return ""


def _without_address(word):
    # Word by word: one pattern for both would look at a long word again from each of its signs.
    return " " if _OF_ADDRESS.search(word.group()) else word.group()
