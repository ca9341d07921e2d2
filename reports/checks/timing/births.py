"""An age that is told with the day of birth and the day on which it was so."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.runtime.digits import whole
from reports.checks.reading import Line
from reports.prose.dates import DAY, Mention
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern

_BORN = re.compile(
    r"\b(?:born\s+(?:on|in)|date\s+of\s+birth\s+(?:is|was|being)|birthday\s+is)\s+(?:the\s+)?$",
    re.I,
)
_AGE = re.compile(
    r"(?:\b(?:was|is|aged|at|turned|only|just)|,)\s+(?P<age>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
    r"(?:\s+years?(?:\s+(?:old|of\s+age))?)?,?\s+(?:when|on|in|at)\b[^.;:]{0,80}$",
    re.I,
)
# “Had her seventieth birthday in May 2021.”
_BIRTHDAY = re.compile(
    r"\b(?:a|her|his|their|whose)\s+(?P<age>\d{1,3}(?:st|nd|rd|th)|[a-z]{4,11}(?:-[a-z]{4,7})?)\s+birthday"
    r"(?:\s+(?:was|is|fell|falls|came|with\s+us))?\s+(?:in|on)\s+(?:the\s+)?$",
    re.I,
)
# “On 14 August 2024, his sixteenth birthday.”
_ON_BIRTHDAY = re.compile(
    r",\s+(?:which\s+was\s+)?(?:a|her|his|their|whose)\s+(?P<age>\d{1,3}(?:st|nd|rd|th)|[a-z]{4,11}(?:-[a-z]{4,7})?)"
    r"\s+birthday\b",
    re.I,
)
# “… on 19 January. She was 15 years old”: of the day in the sentence before.
_AFTER = re.compile(
    r"\W*(?:she|he|they)\s+(?:was|were)\s+(?:then\s+|only\s+|just\s+|still\s+)*"
    r"(?P<age>\d{1,2}|[a-z]{3,9})(?:\s+years?\s+old)?(?:\s+(?:then|at\s+the\s+time))?\s*(?=[.,;]|$)",
    re.I,
)
# “A boy of nine has been with his carers for eleven years.”
_OF_AGE = SentencePattern(
    r"\b(?:boy|girl|child|pupil|son|daughter|brother|sister)\s+(?:who\s+is\s+|aged?\s+|of\s+)"
    r"(?P<age>\d{1,2}|[a-z]{3,9})\b(?!\s+(?:to|or|and|months?|weeks?)\b)[^.;]{0,90}?\bfor\s+"
    r"(?P<years>\d{1,2}|[a-z]{3,9})\s+years\b",
    re.I,
)
# “On 20 September, when she was 15 months old.”
_WHEN = re.compile(
    r",?\s+(?:when|at\s+which\s+time)\s+(?:she|he|they|the\s+(?:child|baby|boy|girl))\s+(?:was|were)\s+"
    r"(?:only\s+|just\s+|still\s+)*(?P<age>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)(?P<months>\s+months?)?"
    r"(?:\s+years?)?(?:\s+old)?(?=[\s.,;])",
    re.I,
)
_THEN_AGED = re.compile(
    r"\W*(?:she|he|they)\s+(?:was|were)\s+(?:only\s+|just\s+|still\s+)*(?P<age>\d{1,2}|[a-z]{3,9})"
    r"(?P<months>\s+months?)?(?:\s+years?)?(?:\s+old)?,?\s+when\b,?\s+(?:on|in)\s+$",
    re.I,
)
_ORDINALS = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
}
_REACH, _OLDEST = 120, 110


def wrong_ages(line: Line) -> Iterator[tuple[Mention | tuple[int, int], str]]:
    """(where, what is wrong) for each age that is not that of its two dates, or less than the years
    that something lasted for a child of that age."""
    for match in _OF_AGE.finditer(line.text):
        age, years = _number(match["age"]), _number(match["years"])
        if age and years and years > age:
            says = f"Someone aged {age} has not lived for {years} years."
            yield match.span(), says
    for birth in line.dates:
        start = max(0, birth.start - 30)
        if birth.first is None or not _BORN.search(line.text, start, birth.start):
            continue
        sentence = line.sentence_at(birth.start)
        dates = line.dates_in(sentence.start, sentence.end)
        others = [item for item in dates if item is not birth and item.first]
        if len(dates) == 1:
            yield from _in_next_sentence(line, birth, sentence)
        if len(dates) != 2 or not others or others[0].first <= birth.last:
            continue
        day = others[0]
        opens = birth.end if birth.end < day.start else sentence.start
        start = max(opens, day.start - _REACH)
        when = _WHEN.match(line.text, day.end)
        birthday = _BIRTHDAY.search(line.text, start, day.start)
        birthday = birthday or _ON_BIRTHDAY.match(line.text, day.end)
        match = _AGE.search(line.text, start, day.start) or _AFTER.match(line.text, sentence.end)
        if when and _number(when["age"]) is not None:
            yield from _unlike(birth, day, _number(when["age"]), is_in_months=bool(when["months"]))
        elif birthday or match:
            age = _ordinal(birthday["age"]) if birthday else _number(match["age"])
            yield from _unlike(birth, day, age)


def _in_next_sentence(line: Line, birth: Mention, sentence) -> Iterator[tuple[Mention, str]]:
    """`K. was born on 9 March 2010. He was 15 when, on 21 October 2025, …`."""
    behind = next((item for item in line.sentences if item.start >= sentence.end), None)
    dates = line.dates_in(behind.start, behind.end) if behind else ()
    for day in [item for item in dates if item.first][:1]:
        match = _THEN_AGED.fullmatch(line.text, behind.start, day.start)
        if match := match or _WHEN.match(line.text, day.end):
            age = _number(match["age"])
            yield from _unlike(birth, day, age, is_in_months=bool(match["months"]))


def _unlike(
    birth: Mention, day: Mention, age: int | None, *, is_in_months: bool = False
) -> Iterator[tuple[Mention, str]]:
    """An age in years or months that is not that of a day."""
    of, unit = (_months, " months") if is_in_months else (_years, "")
    least, most = of(birth.last, day.first), of(birth.first, day.last)
    if age is not None and 0 <= most <= _OLDEST and not least <= age <= most:
        yield day, f"Born {birth.words}, one is {most}{unit} {_at(day)}, and not {age}{unit}."


def _at(day: Mention) -> str:
    return f"{'on' if day.precision == DAY else 'in'} {day.words}"


def _number(words):
    return whole(words) if words.isdecimal() else value_of(words)


def _ordinal(words: str) -> int | None:
    """The number of an ordinal: `seventieth`, `twenty-first`, `40th`."""
    if words[0].isdecimal():
        return whole(words[:-2])
    tens, _, last = words.casefold().rpartition("-")
    last = _ORDINALS.get(last, re.sub(r"th$", "", last.replace("tieth", "ty")))
    return value_of(f"{tens}-{last}" if tens else last)


def _months(birth: date, day: date):
    return 12 * (day.year - birth.year) + day.month - birth.month - (day.day < birth.day)


def _years(birth: date, day: date):
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
