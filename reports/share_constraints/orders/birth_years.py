"""An age that a date, month or year of birth does not make, whenever a report is of: `born in March
2006, they had their 21st birthdays in the quarter` of early 2025."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.dates import Mention
from reports.prose.numbers import value_of
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_BORN = re.compile(r"\bborn\b[^⟦.;]{0,20}⟦d(?P<mark>\d+)⟧", re.I)
_ORDINAL = r"(?P<nth>⟦[cx]\d+⟧(?:st|nd|rd|th|-[a-z]{5,7})|[a-z]{4,11}(?:-[a-z]{4,7})?)"
_BIRTHDAY = re.compile(rf"(?<!\w){_ORDINAL}\s+birthdays?\b", re.I)
_AGE = re.compile(
    r"\b(?:(?:is|are|(?P<then>was|were|at\s+the\s+age\s+of|turned|reached)|now|currently|aged|turns?|reach(?:es)?(?:\s+the\s+age\s+of)?)\s+(?:now\s+|just\s+|only\s+|still\s+|then\s+)*)"
    r"⟦[cx](?P<age>\d+)⟧(?P<unit>\s+years?)?(?:\s+old)?(?=[\s,.;:)]|$)(?!\s+(?:months?|weeks?|days?|of\b|children|people|per|%|visits|cases|times|in\b))",
    re.I,
)
# “She was born in 1999, when her sister was 12.”
_OTHERS = re.compile(
    r"\b(?:sisters?|brothers?|siblings?|mothers?|fathers?|carers?|daughters?|sons?|whose|who|another|"
    r"one\s+of|when)\b",
    re.I,
)
_NEXT = re.compile(r"\b(?:will|next|to\s+come|forthcoming|soon|about\s+to|due)\b", re.I)
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}
_OLDEST, _FAR, _NEAR, _MEND = 110, 2, 40, "Right the age, or the date of birth."


def birth_years(reading: Reading) -> Iterator[Denial]:
    """`Born in 2012, he is 16`, in a report of 2025."""
    times = _times(reading)
    for row in statements(reading) if times else ():
        text = row.sentence.text
        born = [*_BORN.finditer(text)]
        birth = row.sentence.thing(born[0]["mark"]) if len(born) == 1 else None
        if birth is None or not birth.first:
            continue
        # Another date may be that on which one was so old.
        others = [x for x in row.sentence.marks("d") if x is not birth]
        first, last = _span(others, times)
        if first is None:
            continue
        if match := _BIRTHDAY.search(text):
            age = _nth(row, match["nth"])
            is_next = bool(_NEXT.search(text[max(0, match.start() - _NEAR) : match.start()]))
            if age and not _has_birthday(birth, age, first, last, is_next):
                yield _denial(row, birth, f"at no {row.sentence.said(match.group())} then")
        elif _OTHERS.search(text[born[0].end() :]):
            continue
        elif match := _AGE.search(text, born[0].end()) or _AGE.search(text[: born[0].start()]):
            age = row.sentence.thing(match["age"]).value
            least, most = _years(birth.last, first), _years(birth.first, last)
            # “Came to us when she was nine” is of a time before.
            least = 0 if match["then"] and not others else least
            if age <= _OLDEST and most >= 0 and not least <= age <= most + 1:
                yield _denial(row, birth, f"between {least} and {most}, and not {age}")


def _times(reading: Reading) -> list[date]:
    return sorted({reading.dated, *(reading.period or ())} - {None})


def _span(others: list[Mention], times: list[date]):
    """Between which days a sentence is of: its own other date, or those of the report."""
    if others:
        known = [x for x in others if x.first]
        if len(known) != len(others):
            return None, None
        return min(x.first for x in known), max(x.last for x in known)
    return times[0], times[-1]


def _has_birthday(birth: Mention, age: int, first: date, last: date, is_next: bool) -> bool:
    """True if a birthday may fall in a span of time, or soon after it where it is to come."""
    year = last.year + _FAR if is_next else last.year
    return first.year <= birth.last.year + age and birth.first.year + age <= year


def _nth(row: Statement, text: str) -> int | None:
    if text.startswith("⟦"):
        number, _, unit = text.partition("-")
        value = row.sentence.thing(re.search(r"\d+", number)[0]).value
        value += _UNITS.index(unit.casefold()) + 1 if unit.casefold() in _UNITS else 0
        return whole(str(value)) if value.denominator == 1 else None
    small = text.casefold()
    if small in _TEENS:
        return _TEENS[small]
    tens, _, unit = small.partition("-")
    if unit in _UNITS and value_of(tens):
        return value_of(tens) + _UNITS.index(unit) + 1
    return None


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _denial(row: Statement, birth: Mention, text: str) -> Denial:
    return Denial(row.line, birth, f"Born {birth.words}, one is {text}.", _MEND)
