"""Dates that came along from the last paper, and dates that no later reader could tell."""

import re
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from reports.checks.reading import CAPTION, FACT, FINDING, HEADING, PROSE, RUN_IN
from reports.checks.rule import Fault, Mend, Severity, fault, rule
from reports.prose.dates import DAY, MONTH
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern

_MEETING = re.compile(
    r"\b(?:this|today[’']s|tonight[’']s|the\s+present)\s+meeting\b[^.;]{0,40}?"
    r"(?:\bon\b|\bof\b|,|\()\s*(?:the\s+)?$"
    r"|\bmeeting\s+(?:to\s+be\s+held|being\s+held|at\s+which\s+this\s+(?:report|paper)\s+is\s+"
    r"(?:considered|presented|received))\s+(?:on\s+)?(?:the\s+)?$"
    r"|\bthis\s+(?:report|paper)\s+(?:is|was)\s+(?:[a-z]+\s+)?(?:for|to)\s+the\s+meeting\s+of\s+"
    r"[^.;]{0,60}?\bon\s+(?:the\s+)?$"
    r"|\b(?:date\s+of\s+meeting|meeting\s+date|date\s+of\s+committee)\s*:?\s*$",
    re.I,
)
_FIXED_DATE = re.compile(
    r"\b(?:since|agreed|decided|asked|resolved|adopted|law|act|regulations|published|introduced|"
    r"established|set\s+up|compared|against|than|from)\b",
    re.I,
)

# A heading of what is to come, right before its time.
_TO_COME = re.compile(
    # “Education, health and care plans in 2025” are of children.
    r"\b(?:(?<!care )(?<!protection )(?<!need )(?<!pathway )(?<!EHC )plans"
    r"|next\s+steps|proposals|intentions|looking\s+ahead"
    r"|(?:work|actions?|audits?|visits?)\s+(?:planned|proposed|to\s+come)"
    r"|(?:planned|proposed|future|forthcoming)\s+[a-z]+"
    r"|what\s+(?:we|the\s+[a-z]+)\s+(?:will|(?:plan|intend|mean)s?\s+to)\s+[^.:;]{1,40}?)"
    r"\s+(?:for|in|to|until|by|during|over)\s+(?:the\s+)?"
    r"(?:(?:rest|year|half-year|period|(?:first|second)\s+half)\s+(?:of\s+|to\s+)?)?$",
    re.I,
)
_LOOKS_BACK = re.compile(
    r"\b(?:progress|against|deliver\w*|achiev\w*|review|results?|outcomes?|kept|did|done|became|"
    r"last|previous|completed|closed|were|was)\b",
    re.I,
)


@rule("meeting-date", Severity.ERROR, "issue: dates")
def other_meeting_dates(reading, _known):
    """A date that is given as the meeting's is the meeting's."""
    if reading.meeting_date is None:
        return
    right = say_day(reading.meeting_date)
    for line in reading.lines:
        if line.kind not in (*PROSE, FACT):
            continue
        for item in line.dates:
            if item.precision != DAY or item.first in (None, reading.meeting_date):
                continue
            before = line.text[max(0, item.start - 80) : item.start]
            if line.kind == FACT and not item.start:
                before = line.label
            if not _MEETING.search(before):
                continue
            says = f"The meeting is on {right}, but the report gives {item.words}."
            yield fault(line, item, says, f"Write {right}.", swap=(item.words, right))


@rule("carried-date", Severity.WARNING, "C04")
def last_periods_dates(reading, _known):
    """Text that was carried forward names no date or month of the last period."""
    if reading.period is None:
        return
    first, last = _before(reading.period)
    for line in reading.lines:
        if not line.carried:
            continue
        for item in line.dates:
            live = line.entry_at(item.start) is not None or _is_named(reading, line, item)
            if live or not _is_of(item, first, last, reading):
                continue
            if _FIXED_DATE.search(line.text[max(0, item.start - 30) : item.start]):
                continue
            says = (
                f"“{item.words}” belongs to the last report’s period. This text was carried "
                "forward from it."
            )
            yield fault(line, item, says, "Update it, or confirm that it is right.")


@rule("heading-of-past-plans", Severity.WARNING, "C04")
def headings_of_past_plans(reading, _known):
    """A heading of what is to come names a time that is not over at the date of the report."""
    for line in reading.lines if reading.dated else ():
        if line.kind not in (HEADING, RUN_IN) or _LOOKS_BACK.search(line.text):
            continue
        for item in line.dates:
            is_over = item.last is not None and item.last < reading.dated
            if is_over and _TO_COME.search(line.text, 0, item.start):
                says = (
                    f"The heading is of what is to come, but {item.words} is over at the date of "
                    f"the report, {say_day(reading.dated)}."
                )
                yield fault(line, item, says, "Name the time to come, or what the plans came to.")


def _is_named(reading, line, item):
    """Whether a date of the paper prints it; what keeps no tokens tells so by the day alone."""
    if line.kind in (HEADING, CAPTION, FINDING):
        return (item.first, item.last) in reading.names.values()
    return any(live.start <= item.start < live.end for live in line.named)


def _before(period):
    """The period of the same length, in whole months or else in days, that ends before `period`."""
    start, end = period
    last, after = start - timedelta(days=1), end + timedelta(days=1)
    if start.day == after.day == 1:
        month = 2 * (start.year * 12 + start.month) - (after.year * 12 + after.month) - 1
        return date(month // 12, month % 12 + 1, 1), last
    return last - (end - start), last


def _is_of(item, first, last, reading):
    if item.first is not None:
        return first <= item.first and item.last <= last
    if item.precision not in (DAY, MONTH) or item.impossible:
        return False
    start, end = reading.period
    return item.month in _months(first, last) and item.month not in _months(start, end)


def _months(first: date, last: date):
    """The numbers of the months from that of `first` to that of `last`, twelve at most."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return {(first.month - 1 + step) % 12 + 1 for step in range(min(count, 12))}


_YEARLY = re.compile(r"\b(?:each|every|annual|annually|yearly|month of)\b", re.I)
_LINK = re.compile(
    r"[\s,;&–—()/-]*(?:\b(?:and|to|or|until|the|on|from|in|between|of)\b[\s–—-]*)*", re.I
)
_NOW = SentencePattern(
    r"\b(?:at\s+present|currently|at\s+the\s+moment|(?<!up\s)to\s+date|presently)\b", re.I
)
_LATEST = SentencePattern(
    r"\bmost\s+recent\s+(?:\w+\s+){0,2}?(?:audit|survey|inspection|census|return|review|check|round)\b",
    re.I,
)
_FROM_A_DAY = re.compile(
    r"\bfrom\s+⟦c\d+⟧[^⟦.;]{0,40}⟦d\d+⟧[^⟦.;]{0,20}\bto\s+⟦c(?P<to>\d+)⟧(?P<rest>.{0,40})", re.I
)
_BI = SentencePattern(r"\bbi[-\s]?(?P<unit>annual|monthly|weekly|yearly)(?P<ly>ly)?\b", re.I)
_INSTEAD = {
    "annual": "“six-monthly” or “every two years”",
    "yearly": "“six-monthly” or “every two years”",
    "monthly": "“twice a month” or “every two months”",
    "weekly": "“twice a week” or “every two weeks”",
}


@rule("date-without-year", Severity.ADVICE, "error 15")
def dates_without_year(reading, _known):
    """A date or a month has its year, at least where it first appears."""
    known = {(day.month, day.day) for day in reading.period or ()}
    for line in reading.prose():
        known |= {(item.month, item.day) for item in line.dates if item.has_year}
        for place, item in enumerate(line.dates):
            if item.has_year or item.impossible or item.precision not in (DAY, MONTH):
                continue
            if item.precision == DAY and (item.month, item.day) in known:
                continue
            sentence = line.sentence_at(item.start)
            if _YEARLY.search(sentence.text) or _takes_a_year(line, place):
                continue
            says = f"“{item.words}” has no year. Reports are read for many years."
            yield fault(line, item, says, "Add the year.")


@rule("now-without-date", Severity.ADVICE, "error 18a")
def now_without_date(reading, _known):
    """What is so at present has its date."""
    for line in reading.prose():
        for pattern in (_NOW, _LATEST):
            for match in pattern.finditer(line.text):
                sentence = line.sentence_at(match.start())
                if any(sentence.holds(date.start) for date in line.dates):
                    continue
                if pattern is _NOW and not _counts(line, sentence):
                    continue
                says = f"“{match[0]}” is clear only to a reader today."
                yield fault(line, match, says, "Give the date, such as “on 1 December 2015”.")


@rule("change-half-dated", Severity.ADVICE, "figures of the seeds 000-39")
def half_dated(reading, _known):
    """A change has the dates of both numbers."""
    for line, sentence in reading.sentences():
        for match in _FROM_A_DAY.finditer(sentence.text):
            if "⟦d" in match["rest"]:
                continue
            number = sentence.thing(match["to"])
            says = f"The first number has its date, and {number.words} has none."
            yield fault(line, number, says, "Give the date of both.")


@rule("bi-annual", Severity.ADVICE, "error 17")
def bi_words(reading, _known):
    """Words for how often something happens have one meaning."""
    if match := _BI.search(reading.title):
        instead = _INSTEAD[match["unit"].casefold()]
        says = f"“{match[0]}” means two things. Write {instead}."
        mend = Mend(f"Write {instead}.")
        yield Fault("head", "the title", says, reading.title, match[0], "", mend)
    for line in reading.lines:
        match = _BI.search(line.text)
        if match:
            instead = _INSTEAD[match["unit"].casefold()]
            says = f"“{match[0]}” means two things. Write {instead}."
            yield fault(line, match, says, f"Write {instead}.")


def _takes_a_year(line, place):
    """Whether a date has the year of another of its row: “1 June and 3 July 2016”."""
    for step, rest in ((1, line.dates[place + 1 :]), (-1, line.dates[:place][::-1])):
        before = line.dates[place]
        for item in rest:
            first, last = (before, item) if step == 1 else (item, before)
            if not _LINK.fullmatch(line.text, first.end, last.start):
                break
            if item.has_year:
                return True
            before = item
    return False


def _counts(line, sentence):
    return any(sentence.holds(number.start) and number.kind == COUNT for number in line.numbers)
