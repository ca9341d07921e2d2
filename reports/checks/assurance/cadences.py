"""What comes round beside the paper: audits that were done, are late or await their result."""

import re

from assurance.figures.keys import current_key
from assurance.runtime.periods import say_day
from reports.checks.context import Cadence
from reports.checks.reading import PROSE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule

# What a certificate or check lasts is no interval of the audit of them.
_OF_CERTIFICATES = re.compile(
    r"\b(?:certificates?|renew\w*|re-?check\w*|valid\w*|expir\w*|licen[cs]es?|update\s+service"
    r"|lasts?|checks?\s+(?:must|are|is))\b",
    re.I,
)
WHOLE = "the report as a whole"
_WORD = re.compile(r"[a-z]{3,}")
_PASSED_OVER = ("the", "and", "for", "all", "audit", "audits", "review", "check", "checks")
_NOT_YET = re.compile(
    r"\b(?:await\w*|outstanding|under\s?way|in progress|ongoing|not yet|commenced|has begun|began|"
    r"started|to follow|(?:will|are to|is to|due to) be|results? (?:is|are) due)\b",
    re.I,
)
_LATE = re.compile(
    r"\b(?:overdue|late|later|delay\w*|postpone\w*|deferred|slip(?:s|ped)|missed|resched\w*|put\s+back|"
    r"(?:has|have|had|was|were|did|could)\s+not|no|not\s+(?:yet|been|done|held)|un(?:done|able))\b",
    re.I,
)
_INTERVALS = (
    (1, re.compile(r"\b(?:every month|each month|monthly)\b", re.I)),
    (3, re.compile(r"\b(?:every (?:three|3) months|each quarter|every quarter|quarterly)\b", re.I)),
    (6, re.compile(r"\b(?:every (?:six|6) months|six[- ]monthly|half[- ]yearly)\b", re.I)),
    (12, re.compile(r"\b(?:every (?:year|twelve months|12 months)|yearly|annual(?:ly)?)\b", re.I)),
    (24, re.compile(r"\b(?:every (?:two|2) years|every second year|two[- ]yearly)\b", re.I)),
    (36, re.compile(r"\b(?:every (?:three|3) years|three[- ]yearly)\b", re.I)),
)
# "six monthly" holds "monthly", "three-yearly" holds "yearly": the longer reading is meant.
_LONGER = re.compile(r"\b(?:two|three|six|half|bi|2|3|6)[\s-]+$", re.I)


@rule("cadence-reported", Severity.WARNING, "C14; sources of error 35")
def reported(reading: Reading, known):
    """Regular work that fell in the period is reported, and as late where it was not done in
    time."""
    if not reading.period or not reading.lines:
        return
    for cadence in known.cadences:
        done, late = _falls(cadence, reading.period)
        named = [line for line in reading.lines if _names(cadence, line)]
        title = f"“{cadence.title}”"
        if cadence.months:
            title += f", which comes round {_every(cadence.months)},"
        if done and not named:
            says = (
                f"{title} was done on {say_day(done)}, in this report’s period, but the report "
                "does not mention it. Report it, or explain why it is left out."
            )
            yield Fault(reading.lines[0].where, WHOLE, says)
        if late and not any(_LATE.search(line.text) for line in named):
            says = (
                f"{title} was due on {say_day(late)} and has not been done. Write in the report "
                "that it is late, and when it will be done."
            )
            prose = [line for line in named if line.kind in PROSE]
            yield fault(prose[0], 0, says) if prose else Fault(reading.lines[0].where, WHOLE, says)


def _falls(cadence: Cadence, period):
    """(day in the period on which it was done, day on which it or a round of it was due and was
    not done), None for neither."""
    start, end = period
    done = next((day for day in cadence.done if start <= day <= end), None)
    # What was missed in an earlier report's period is missed until it is done.
    missed = cadence.due and cadence.due <= end
    is_done = done or any(day >= cadence.due for day in cadence.done if missed)
    late = cadence.due if missed and not is_done else None
    return done if cadence.months else None, cadence.overdue or late


@rule("interval-as-recorded", Severity.WARNING, "C14")
def interval(reading: Reading, known):
    """The interval that a report gives for an audit is that of its record."""
    for line in reading.prose():
        for cadence in known.cadences:
            if not cadence.months or not _names(cadence, line):
                continue
            for sentence in line.sentences:
                if not _named_in(cadence.title, sentence.text):
                    continue
                value = _intervals(sentence.text)
                if value and cadence.months not in value.values():
                    text, months = next(iter(value.items()))
                    says = (
                        f"“{text}” gives “{cadence.title}” as due {_every(months)}; its record "
                        f"has {_every(cadence.months)}. Correct the one that is wrong, and write "
                        "when it changed."
                    )
                    place = sentence.start + sentence.text.find(text)
                    yield fault(line, (max(place, 0), max(place, 0) + len(text)), says)


@rule("result-awaited", Severity.WARNING, "C17")
def awaited(reading: Reading, known):
    """The report mentions that an audit without a result yet awaits it."""
    for cadence in known.cadences:
        named = [line for line in reading.prose() if _named_in(cadence.title, line.text)]
        values = any(_quotes(cadence, line) for line in reading.lines)
        awaited = any(_NOT_YET.search(line.text) for line in named)
        if not cadence.waiting or values or awaited or not reading.lines:
            continue
        says = (
            f"“{cadence.title}” has begun, but no result is recorded. Give its result, or write "
            "that it is awaited and when it is due."
        )
        yield fault(named[0], 0, says) if named else Fault(reading.lines[0].where, WHOLE, says)


@rule("series-without-gap", Severity.ADVICE, "sources of error 36")
def gap(reading: Reading, known):
    """A series that skips months mentions it."""
    if not (reading.period and known.previous_end and reading.lines):
        return
    start = reading.period[0]
    if (start - known.previous_end).days > 1:
        says = (
            f"The last report of this series covered up to {say_day(known.previous_end)}, and "
            f"this one begins on {say_day(start)}. Explain the gap."
        )
        yield Fault(reading.lines[0].where, WHOLE, says)


def _names(cadence: Cadence, line: Line) -> bool:
    return _quotes(cadence, line) or _named_in(cadence.title, line.text)


def _quotes(cadence: Cadence, line: Line) -> bool:
    """Whether the line says a figure that reports it: the result of what is done case by case."""
    keys = (current_key(live.entry.key) for live in line.live)
    return bool(cadence.figures) and any(key.startswith(cadence.figures) for key in keys)


def _named_in(title: str, text: str) -> bool:
    """Whether every word of weight of the title stands in the text, in whatever form."""
    stems = {word[:6] for word in _WORD.findall(title.casefold()) if word not in _PASSED_OVER}
    stems = stems or {word[:6] for word in _WORD.findall(title.casefold())}
    return bool(stems) and stems <= {word[:6] for word in _WORD.findall(text.casefold())}


def _intervals(text):
    """Words → months of every interval that a sentence gives."""
    index = {}
    for months, pattern in _INTERVALS:
        for match in pattern.finditer(text):
            stretch = _clause(text, match)
            longer = months in (1, 12) and _LONGER.search(text[: match.start()])
            if not longer and not _OF_CERTIFICATES.search(stretch):
                index[match.group()] = months
    return index


def _clause(text, match):
    """The clause of a sentence that an interval stands in."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ",;:(") + 1
    ends = [end for mark in ",;:)" if (end := text.find(mark, match.end())) > 0]
    return text[start : min(ends, default=len(text))]


def _every(months):
    if months % 12 == 0:
        return "every year" if months == 12 else f"every {months // 12} years"
    return "every month" if months == 1 else f"every {months} months"
