"""Words about time that a reader in some years cannot place: advice only."""

import re

from reports.checks.rule import Fault, Mend, Severity, fault, rule
from reports.prose.dates import DAY, MONTH
from reports.prose.numbers import COUNT

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


@rule("date-without-year", Severity.ADVICE, "error 15")
def dates_without_year(reading, _known):
    """A day or a month is named with its year."""
    for line in reading.prose():
        for place, item in enumerate(line.dates):
            if item.has_year or item.impossible or item.precision not in (DAY, MONTH):
                continue
            sentence = line.sentence_at(item.start)
            if _YEARLY.search(sentence.text) or _takes_a_year(line, place):
                continue
            says = f"“{item.words}” has no year, and papers are kept for years."
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
                says = f"“{match[0]}” says when only to a reader of today."
                yield fault(line, match, says, "Give the date, such as “on 1 December 2015”.")


@rule("change-half-dated", Severity.ADVICE, "figures of the seeds 000-39")
def half_dated(reading, _known):
    """A change is told with the dates of both numbers."""
    for line, sentence in reading.sentences():
        for match in _FROM_A_DAY.finditer(sentence.text):
            if "⟦d" in match["rest"]:
                continue
            number = sentence.thing(match["to"])
            says = f"The first number has its date, and {number.words} has none."
            yield fault(line, number, says, "Give the date of both.")


@rule("bi-annual", Severity.ADVICE, "error 17")
def bi_words(reading, _known):
    """How often something happens is said in words that mean one thing."""
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
