"""Days that there are, and two dates that say how long something took."""

import re
from calendar import monthrange

from assurance.meetings.clear_days import working_days_between
from assurance.runtime.periods import MONTHS, say_day
from assurance.runtime.typography import with_capital
from reports.checks.reading import CELL
from reports.checks.rule import Severity, fault, rule
from reports.checks.timing.births import wrong_ages
from reports.checks.timing.ranges import ranges
from reports.checks.timing.terms import DAYS, NUMBER, SLACK, days_text, length_of, term_faults
from reports.prose.dates import DAY, MONTH, WEEKDAYS, YEARS
from reports.prose.patterns import SentencePattern

_AFTER = re.compile(
    r"\s*[(\[,]\s*(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\s*[)\]]?"
)


@rule("impossible-date", Severity.ERROR, "C05")
def impossible_dates(reading, _known):
    """Every date in the report is a date of the calendar."""
    for line in reading.lines:
        for date in line.dates:
            if date.impossible:
                says = f"“{date.words}” cannot be: {_why(date)}."
                yield fault(line, date, says, "Write the date that is meant.")


@rule("wrong-weekday", Severity.ERROR, "error 16")
def wrong_weekdays(reading, _known):
    """A weekday is that of the date next to it."""
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


# A length that says how long the thing beside it lasts: `over four weeks`, `a four-week visit`.
_LENGTH = re.compile(
    rf"\b(?:(?P<before>over|for|lasting|lasted|lasts|during|took|ran\s+for|of|in|a|an|the|this|our|their)"
    rf"\s+(?:a\s+|the\s+)?(?:period\s+of\s+)?)?"
    rf"(?P<number>{NUMBER})[-\s](?P<unit>day|week|fortnight|month|year)(?P<plural>s?)"
    r"(?!ly)\b[’']?"
    r"(?P<after>[-\s]+(?:period|inspection|visit|programme|pilot|project|review|consultation|audit"
    r"|survey|round|trial|campaign|fieldwork|on|beginning|starting|from|between|to)\b|\s*[(\[,:])?",
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
# “Who had an outcome between October and December, each followed for 12 months”.
_FOLLOWED = re.compile(r"\b(?:each|followed|tracked|monitored)\b[^.;:]{0,30}$", re.I)
_FAR = 2
_NEAR = 70
# A length that is so far from a range is not beside it.
_FARTHEST = 240
_LIMIT = SentencePattern(
    r"\b(?P<number>\d{1,3}|" + NUMBER + r")\s+working\s+days?\b(?!\s+(?:before|notice|earlier))",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|limit of|deadline of|no later than|allows?|in)\b[^.]{0,40}$", re.I
)


@rule("end-before-start", Severity.ERROR, "error 12")
def ends_before_starts(reading, _known):
    """A period ends on or after the date on which it begins."""
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
    """A length of time, or an age, is that of the dates next to it."""
    for line in reading.lines:
        if line.kind == CELL:
            continue
        for day, says in wrong_ages(line):
            yield fault(line, day, says, "Right the dates or the age.")
        yield from term_faults(line, reading)
        for item in ranges(line):
            if item.first.precision in (DAY, MONTH) and item.start <= item.end:
                yield from _length_faults(line, item)


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
        number, unit = length_of(match["number"]), match["unit"].casefold()
        target = number * DAYS[unit]
        slack = max(SLACK[unit], target * (0.75 if unit == "day" and number > 4 else 0.12))
        if item.first.precision == MONTH and unit != "day":
            slack = _OF_MONTHS
        if abs(item.days - target) <= slack:
            continue
        length = f"{match['number']} {unit}{'' if number == 1 else 's'}"
        says = (
            f"The sentence has {length}, but from {item.first.words} to {item.last.words} are "
            f"{days_text(item.days)}."
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
    # “108 audits, 18 a month”: so many in each.
    if match["number"].casefold() in ("a", "an") and re.search(r"\d\s+$", before):
        return False
    ahead = text[max(0, match.start() - _NEAR) : match.start()]
    if _LOOKED_BACK.search(ahead) or _FOLLOWED.search(ahead):
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
            limit = length_of(match["number"])
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
