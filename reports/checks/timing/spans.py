"""Days that there are, and two dates that say how long something took."""

import re
from calendar import monthrange
from itertools import pairwise

from assurance.meetings.clear_days import working_days_between
from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS, say_day
from assurance.runtime.typography import with_capital
from reports.checks.reading import CELL
from reports.checks.rule import Severity, fault, rule
from reports.checks.timing.births import wrong_ages
from reports.checks.timing.ranges import ranges
from reports.prose.dates import DAY, MONTH, WEEKDAYS, YEARS
from reports.prose.numbers import value_of

_AFTER = re.compile(
    r"\s*[(\[,]\s*(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\s*[)\]]?"
)


@rule("impossible-date", Severity.ERROR, "C05")
def impossible_dates(reading, _known):
    """Every date that the paper names is one of the calendar."""
    for line in reading.lines:
        for date in line.dates:
            if date.impossible:
                says = f"“{date.words}” cannot be: {_why(date)}."
                yield fault(line, date, says, "Write the date that is meant.")


@rule("wrong-weekday", Severity.ERROR, "error 16")
def wrong_weekdays(reading, _known):
    """A weekday is that of the date beside it."""
    for line in reading.lines:
        for date in line.dates:
            written, end = _weekday_of(line.text, date)
            if not written or date.precision != DAY or date.first is None:
                continue
            right = with_capital(WEEKDAYS[date.first.weekday()])
            if right.casefold()[:3] == written.casefold()[:3]:
                continue
            text = line.text[date.start : end].strip()
            day = say_day(date.first)
            mend = f"Write {right}, or the date that is meant."
            says = f"{day} is a {right}, but the report has {written}."
            yield fault(
                line, (date.start, end), says, mend, swap=(text, text.replace(written, right))
            )


_ANOTHER = re.compile(rf"\s*\b(?:to|until|and)\s+(?:{'|'.join(WEEKDAYS)})\b", re.I)


def _why(item):
    if item.precision == YEARS:
        return "its last year is before its first"
    if item.month > 12 or (item.precision == DAY and not item.month):
        return f"there is no month {item.month}"
    if item.year and not 1800 <= item.year <= 2200:
        return f"the year {item.year:04} is out of range for a report"
    name = with_capital(MONTHS[item.month - 1])
    year = f" {item.year}" if item.month == 2 and item.year else ""
    return f"{name}{year} has {monthrange(item.year or 2000, item.month)[1]} days"


def _weekday_of(text, item):
    """(the weekday written before or straight after a date, where the two end)."""
    after = None if item.weekday else _AFTER.match(text, item.end)
    behind = after or item.words.casefold().endswith(item.weekday.casefold() or "-")
    # “10 to 14 February 2025, Monday to Friday”: the first is of another day.
    if behind and _ANOTHER.match(text, after.end() if after else item.end):
        return "", item.end
    if item.weekday:
        return item.weekday, item.end
    return (after["weekday"], after.end()) if after else ("", item.end)


_NUMBER = (
    r"\d{1,4}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|ninety"
)
# A length that says how long the thing beside it lasts: `over four weeks`, `a four-week visit`.
_LENGTH = re.compile(
    rf"\b(?:(?P<before>over|for|lasting|lasted|lasts|during|took|ran\s+for|of|in|a|an|the|this|our|their)"
    rf"\s+(?:a\s+|the\s+)?(?:period\s+of\s+)?)?"
    rf"(?P<number>{_NUMBER})[-\s](?P<unit>day|week|fortnight|month|year)(?P<plural>s?)"
    r"(?!ly)\b[’']?"
    r"(?P<after>[-\s]+(?:period|inspection|visit|programme|pilot|project|review|consultation|audit"
    r"|survey|round|trial|campaign|fieldwork|on|beginning|starting|from|between|to)\b|\s*[(\[,:])?",
    re.I,
)
_SO_LONG = rf"(?P<length>(?P<number>{_NUMBER})[-\s](?P<unit>day|week|fortnight|month|year)s?)"
# How long after the day before it a day is said to be.
_LATER = re.compile(
    rf"\s*(?:[,;(–—-]\s*)?(?:(?:just|only|exactly)\s+)?{_SO_LONG}\s+"
    r"(?:later(?!\s+than)|afterwards)\b",
    re.I,
)
# How long what begins on one day runs until it ends on the next.
_BEGAN = re.compile(
    r"\b(?:beg[aiu]n|begins|start(?:s|ed)|commence[sd]|runs|ran|from|since)(?:\s+(?:on|from))?\s*$",
    re.I,
)
# The longest of these words with what stands between them and the day.
_LEAD = 24
_TERM = re.compile(
    rf",?\s+(?:and\s+)?(?:(?:runs|ran|lasts|lasted)\s+)?(?:for|over)\s+(?:a\s+term\s+of\s+)?"
    rf"{_SO_LONG},?\s+(?:and\s+)?"
    r"(?:(?:(?:will|to|it|is\s+to)\s+)?(?:end|expire|finish)(?:s|ed|es)?(?:\s+on)?|until|to)\s+",
    re.I,
)
_NOT_A_LENGTH = re.compile(
    r"\b(?:every|within|after|each|least|most|up\s+to|per|old|aged?|last|previous|next|past|first|"
    r"final|minimum|maximum|under|than|some|about|further|additional|another|or|to|working)\s*$",
    re.I,
)
_NOT_ITS_LENGTH = re.compile(
    r"[’']?\s*(?:old|olds|ago|later|before|earlier|each|notice|after|intervals?|apart|into)\b|ly\b",
    re.I,
)
# “The first time in three years” is how far back somebody looked.
_LOOKED_BACK = re.compile(
    r"\b(?:first|second|third|only|most|least|[a-z]+est)\b(?:\s+[a-z]+){0,3}\s*$", re.I
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
_SLACK = {"day": 1, "week": 8, "fortnight": 8, "month": 18, "year": 46}
_FAR = 2
_NEAR = 70
# A length that is so far from a range is not beside it.
_FARTHEST = 240
_LIMIT = re.compile(
    r"\b(?P<number>\d{1,3}|" + _NUMBER + r")\s+working\s+days?\b(?!\s+(?:before|notice|earlier))",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|limit of|deadline of|no later than|allows?|in)\b[^.]{0,40}$", re.I
)


@rule("end-before-start", Severity.ERROR, "error 12")
def ends_before_starts(reading, _known):
    """A stretch of time ends on or after the day on which it begins."""
    for line in reading.lines:
        for item in ranges(line):
            if item.start <= item.end:
                continue
            says = (
                f"It runs from {item.first.words} to {item.last.words}, and the end is before the "
                "start."
            )
            mend = "Put the two dates in order, or right the year."
            yield fault(line, (item.first.start, item.last.end), says, mend)


@rule("range-without-separator", Severity.WARNING, "error 14")
def ranges_without_separator(reading, _known):
    """Two dates that make a range have a word or a dash between them."""
    for line in reading.prose():
        for first, last in zip(line.dates, line.dates[1:], strict=False):
            if first.precision != DAY or last.precision != DAY or not (first.year and last.year):
                continue
            between = line.text[first.end : last.start]
            if between.strip() or last.weekday or "\n" in between:
                continue
            old = line.text[first.start : last.end]
            new = f"{first.words} to {last.words}"
            says = (
                f"{first.words} and {last.words} are next to each other with no word between them."
            )
            yield fault(line, (first.start, last.end), says, f"Write “{new}”.", swap=(old, new))


# Whole months and weeks of months are written exactly, but for their ends.
_OF_MONTHS = 16


@rule("length-denied", Severity.WARNING, "error 12", follows=("told-after-paper",))
def lengths_denied(reading, _known):
    """A length of time, or an age, is that of the dates beside it."""
    for line in reading.lines:
        if line.kind == CELL:
            continue
        for day, says in wrong_ages(line):
            yield fault(line, day, says, "Right the dates or the age.")
        yield from _faults_of_later(line)
        for item in ranges(line):
            if item.first.precision in (DAY, MONTH) and item.start <= item.end:
                yield from _length_faults(line, item)


def _faults_of_later(line):
    """The faults of “agreed on 3 May and reviewed on 3 November 2015, nine months later”, and of
    “began on 1 April 2015 for two years and ends on 31 March 2018”."""
    for first, last in pairwise(line.dates):
        if not (first.precision == last.precision == DAY and first.first and last.first):
            continue
        term = _TERM.fullmatch(line.text, first.end, last.start)
        if term and not _BEGAN.search(line.text, max(0, first.start - _LEAD), first.start):
            term = None
        match = term or _LATER.match(line.text, last.end)
        if not match or line.sentence_at(first.start).end < match.start():
            continue
        days, number = (last.first - first.first).days, _value(match["number"])
        unit = match["unit"].casefold()
        if days <= 0 or abs(days - number * _DAYS[unit]) <= _SLACK[unit]:
            continue
        says = (
            f"From {first.words} to {last.words} are {_days_text(days)}, and no {match['length']}."
        )
        span, mend = (first.start, max(last.end, match.end())), "Right the dates or the length."
        yield fault(line, span, says, mend)


def _length_faults(line, item):
    sentence = line.sentence_at(item.first.start)
    begins = max(sentence.start, item.first.start - _FARTHEST)
    for match in _LENGTH.finditer(line.text, begins, min(sentence.end, item.last.end + _FARTHEST)):
        gap = max(item.first.start - match.end(), match.start() - item.last.end)
        if gap > _NEAR or not _is_a_length(line.text, match):
            continue
        # “23 weeks (up 39% from July to September)”: another number has the dates.
        if re.search(r"\d", line.text[match.end() : item.first.start]):
            continue
        number, unit = _value(match["number"]), match["unit"].casefold()
        target = number * _DAYS[unit]
        slack = max(_SLACK[unit], target * (0.75 if unit == "day" and number > 4 else 0.12))
        if item.first.precision == MONTH and unit != "day":
            slack = _OF_MONTHS
        if abs(item.days - target) <= slack:
            continue
        length = f"{match['number']} {unit}{'' if number == 1 else 's'}"
        says = (
            f"The sentence has {length}, but from {item.first.words} to {item.last.words} are "
            f"{_days_text(item.days)}."
        )
        far = not 1 / _FAR <= item.days / target <= _FAR
        mend = "Right the dates or the length."
        yield fault(
            line,
            (item.first.start, item.last.end),
            says,
            mend,
            severity=Severity.ERROR if far else Severity.WARNING,
        )


def _is_a_length(text, match):
    before = text[max(0, match.start() - 14) : match.start()]
    if _NOT_A_LENGTH.search(before) or _NOT_ITS_LENGTH.match(text, match.end("plural")):
        return False
    if _LOOKED_BACK.search(text[max(0, match.start() - _NEAR) : match.start()]):
        return False
    return bool(match["before"] or match["after"])


@rule("working-days-passed", Severity.WARNING, "error 18", follows=("days-apart",))
def limits_passed(reading, _known):
    """Two dates keep the limit in working days that their sentence names."""
    for line in reading.lines:
        for match in _LIMIT.finditer(line.text):
            sentence = line.sentence_at(match.start())
            days = line.dates_in(sentence.start, sentence.end)
            days = [item for item in days if item.precision == DAY]
            known = len(days) == 2 and all(item.first for item in days)
            if not known or days[0].first >= days[1].first:
                continue
            limit = _value(match["number"])
            clash = working_days_between(days[0].first, days[1].first)
            if (
                clash is None
                or clash <= limit
                or not _WITHIN.search(line.text[sentence.start : match.start()])
            ):
                continue
            says = (
                f"{days[1].words} is {clash} working days after {days[0].words}, but the "
                f"sentence allows {limit}."
            )
            mend = "Correct the dates, or explain why the limit was passed."
            yield fault(line, match, says, mend)


def _value(text):
    return whole(text) if text.isdecimal() else 1 if text == "a" else value_of(text) or 1


def _days_text(days):
    if days < 14:
        return f"{days} days"
    if days < 100:
        return f"{days} days, {days / 7:.1f} weeks".replace(".0 weeks", " weeks")
    return f"{days} days, about {days / 30.44:.0f} months"
