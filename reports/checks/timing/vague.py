"""Words about time that a reader in some years cannot place: advice only."""

import re

from reports.checks.reading import PROSE
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.prose.dates import DAY, MONTH
from reports.prose.numbers import COUNT

FAMILY = "timing"
_YEARLY = re.compile(r"\b(?:each|every|annual|annually|yearly|month of)\b", re.I)
_LINK = re.compile(
    r"[\s,;&–—()/-]*(?:\b(?:and|to|or|until|the|on|from|in|between|of)\b[\s–—-]*)*", re.I
)
_NOW = re.compile(r"\b(?:at\s+present|currently|at\s+the\s+moment|to\s+date|presently)\b", re.I)
_LATEST = re.compile(
    r"\bmost\s+recent\s+(?:\w+\s+){0,2}?(?:audit|survey|inspection|census|return|review|check|round)\b",
    re.I,
)
_FROM_A_DAY = re.compile(
    r"\bfrom\s+⟦c\d+⟧[^⟦.;]{0,40}⟦d\d+⟧[^⟦.;]{0,20}\bto\s+⟦c(?P<to>\d+)⟧(?P<rest>.{0,40})", re.I
)
_BI = re.compile(r"\bbi[-\s]?(?P<unit>annual|monthly|weekly|yearly)(?P<ly>ly)?\b", re.I)
_INSTEAD = {
    "annual": "“six-monthly” or “every two years”",
    "yearly": "“six-monthly” or “every two years”",
    "monthly": "“twice a month” or “every two months”",
    "weekly": "“twice a week” or “every two weeks”",
}


def dates_without_year(reading, _known):
    """A day or month whose year no reader will know later."""
    for line in reading.lines:
        if line.kind not in PROSE:
            continue
        for place, item in enumerate(line.dates):
            if item.has_year or item.impossible or item.precision not in (DAY, MONTH):
                continue
            sentence = line.sentence_at(item.start)
            if _YEARLY.search(sentence.text) or _takes_a_year(line, place):
                continue
            mend = Mend("Add the year.", line.block)
            says = f"“{item.words}” has no year, and papers are kept for years."
            yield fault(line, item.start, says, end=item.end, mend=mend)


def now_without_date(reading, _known):
    """“Currently” beside a count, or “the most recent audit”, with no date to place it."""
    for line in reading.lines:
        if line.kind not in PROSE:
            continue
        for pattern in (_NOW, _LATEST):
            for match in pattern.finditer(line.text):
                sentence = line.sentence_at(match.start())
                if any(sentence.holds(date.start) for date in line.dates):
                    continue
                if pattern is _NOW and not _counts(line, sentence):
                    continue
                says = f"“{match[0]}” says when only to a reader of today."
                mend = Mend("Give the date, such as “on 1 December 2015”.", line.block)
                yield fault(line, match.start(), says, end=match.end(), mend=mend)


def half_dated(reading, _known):
    """A change from a number with its date to one without: `rose from 16 on 1 January to 21`."""
    for line in reading.prose():
        for sentence in line.marked:
            for match in _FROM_A_DAY.finditer(sentence.text):
                if "⟦d" in match["rest"]:
                    continue
                number = sentence.thing(match["to"])
                says = f"The first number has its date, and {number.words} has none."
                mend = Mend("Give the date of both.", line.block)
                yield fault(line, number.start, says, end=number.end, mend=mend)


def bi_words(reading, _known):
    """“Bi-annual” and its like, which mean two things: in the title, and wherever they stand."""
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
            mend = Mend(f"Write {instead}.", line.block)
            yield fault(line, match.start(), says, end=match.end(), mend=mend)


def _takes_a_year(line, place):
    """Whether a date without a year takes that of another of its row: “1 June and 3 July 2016”, or
    “10 May 2016 to 2 June”."""
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


RULES = (
    Rule(
        "date-without-year",
        FAMILY,
        Severity.ADVICE,
        "A day or a month is named with its year.",
        dates_without_year,
        "error 15",
    ),
    Rule(
        "now-without-date",
        FAMILY,
        Severity.ADVICE,
        "What is so at present has its date.",
        now_without_date,
        "error 18a",
    ),
    Rule(
        "change-half-dated",
        FAMILY,
        Severity.ADVICE,
        "A change is told with the dates of both numbers.",
        half_dated,
        "figures of the seeds 000-39",
    ),
    Rule(
        "bi-annual",
        FAMILY,
        Severity.ADVICE,
        "How often something happens is said in words that mean one thing.",
        bi_words,
        "error 17",
    ),
)
