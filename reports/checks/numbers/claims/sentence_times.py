"""The one time that a sentence names before its live figures, compared with the times of these."""

import re
from calendar import month_name
from datetime import date, timedelta

from assurance.runtime.periods import months_after, months_covered
from reports.checks.context import CheckContext
from reports.checks.numbers.claims.figure_days import (
    OTHER_EVENT,
    Ends,
    earlier_of,
    ends_of,
    span_text,
)
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, fault
from reports.prose.named_times import THEN, NamedTime, named_time

# Behind one of these something else is counted, or at another time.
_BREAK = re.compile(
    r"[;()]|:(?!\s*$)|\b(?:that|which|who|whom|whose|than(?!\s+ever\b)|since|compared|against|when|where|while|whereas|"
    r"until|if|because|but)\b",
    re.I,
)
_COMPARED = re.compile(r"\b(?:than|as|since|from|with|to)\s+$", re.I)
_LONGEST_LEAD = 120
_BEFORE = 60
# Behind its first words a sentence names a time for one of its parts.
_OPENING = 60
_RELATIVE = re.compile(
    r"\b(?P<today>today|yesterday)\b|\b(?:earlier\s+)?(?P<this>this|last)\s+(?P<unit>week|month)\b",
    re.I,
)
# “Over the past year”: as many months, up to now.
_PAST = re.compile(
    r"\b(?:(?:in|over|during|within|for)\s+(?:the\s+)?(?:last|past|previous)|"
    r"(?<!earlier\s)(?<!later\s)(?<!late\s)(?<!early\s)(?:in|over|during|throughout)\s+(?:the|this)(?:\s+(?:whole|full))?)\s+"
    r"(?P<span>year|twelve\s+months|12\s+months|six\s+months|6\s+months|half[\s-]year|three\s+months|3\s+months|quarter|month)\b"
    r"(?!\s+(?:to|of|from|in|on|after|before|end\w*|until|when)\b|[\s-]+(?:end|(?:19|20)\d\d\b))",
    re.I,
)
_MONTH_NAME = rf"(?:{'|'.join(month_name[1:])})"
# “Between April and December”, of whatever year.
_MONTHS_ALONE = re.compile(
    rf"\b(?:[Bb]etween|[Ff]rom)\s+(?P<first>{_MONTH_NAME})\s+(?:and|to)\s+(?P<last>{_MONTH_NAME})\b(?!\s+\d)"
)
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "12": 12, "twelve": 12}
_MONTHS |= {"6": 6, "six": 6, "3": 3, "three": 3}
_RECENT = 31
# Days of a month, on average.
_MONTH = 30.4
_MEND = "Use the figure for that date, or name the figure’s own date."


def other_time(
    reading: Reading, known: CheckContext, line: Line, live: LiveFigure, ends: Ends
) -> Fault | None:
    """The fault of a figure whose sentence opens with another time than its own, in dates or in
    words such as “last week”; None where the sentence may be about something else as well."""
    sentence = line.sentence_at(live.start)
    figures = [item for item in line.live if sentence.holds(item.start)]
    if figures[0] is not live or any(item.entry.made_of for item in figures):
        return None
    at = live.start - sentence.start
    months = _other_months(sentence.text, at, ends)
    time, phrase = None if months else _named(sentence.text, at), ""
    if months:
        phrase, is_other = months, True
    elif time:
        phrase = sentence.text[: time.end].strip()
        is_other = not _agrees((time.when.start, time.when.end), live, ends, known)
    else:
        day = reading.dated or known.today
        phrase = _relative(sentence.text, at, ends, day)
        phrase = phrase or _past(sentence.text, ends, earlier_of(reading, line, live))
        is_other = bool(phrase)
    spans = [period for item in figures[1:] if (period := ends_of(item))]
    if not is_other or (time and any(_is_in(period, time) for period in spans)):
        return None
    says = f"The sentence is about “{phrase}”, but {live.entry.text} is for "
    return fault(line, live, f"{says}{live.entry.when or span_text(*ends)}.", _MEND)


def _other_months(text: str, at: int, ends: Ends) -> str:
    """The months of no year between which a sentence has what happened between others; or none."""
    months = _MONTHS_ALONE.search(text, 0, at) if ends[0] < ends[1] else None
    own = [month_name[day.month] for day in ends]
    return months.group() if months and [months["first"], months["last"]] != own else ""


def _named(text: str, at: int) -> NamedTime | None:
    """The time that opens a sentence and leads to what is counted at `at`."""
    time = named_time(text)
    if time is None or time.end > at or time.start > _OPENING or THEN.search(text):
        return None
    if _COMPARED.search(text[: time.start]):
        return None
    return time if _is_plain(text, time.start, time.end, at) else None


def _is_plain(text, start, end, at):
    """True if only words without another event or clause are between a time and a figure."""
    between, before = text[end:at], text[max(0, start - _BEFORE) : start]
    is_near = len(between) <= _LONGEST_LEAD and not _BREAK.search(between)
    return is_near and not OTHER_EVENT.search(between) and not OTHER_EVENT.search(before)


def _agrees(named: Ends, live: LiveFigure, ends: Ends, known: CheckContext) -> bool:
    """True if what a sentence names is the time of a figure: it includes the date of a stock, and
    is the period of what happened; of events of a reporting period no part, and nothing longer."""
    if ends[0] == ends[1] or not known.of_events(live.entry) or not months_covered(*ends):
        return named[0] <= ends[1] and named[1] >= ends[0]
    is_day = named[0] == named[1]
    return named == ends or (is_day and ends[0] <= named[0] <= ends[1])


def _is_in(ends: Ends, time: NamedTime) -> bool:
    return time.when.start <= ends[1] and ends[0] <= time.when.end


def _relative(text: str, at: int, ends: Ends, day: date | None) -> str:
    """The words of a sentence for a time next to the report's date that is not the figure's."""
    match = _RELATIVE.search(text, 0, at)
    if day is None or match is None or match.start() > _OPENING:
        return ""
    if not _is_plain(text, match.start(), match.end(), at) or ends[0] != ends[1]:
        return ""
    first, last = _span(match, day)
    return "" if first <= ends[1] <= last else match.group()


def _span(match: re.Match, day: date) -> Ends:
    """The dates for which such words can be meant, generously."""
    if match["today"]:
        return day - timedelta(_RECENT), day
    if match["unit"].casefold() == "week":
        return day - timedelta(14), day
    first = day.replace(day=1)
    return (first if match["this"].casefold() == "this" else months_after(first, -1)), day


def _past(text: str, ends: Ends, before: Ends | None) -> str:
    """Words such as “over the past year” where a count of another length follows or leads, or a
    comparison with a date that is not so long before."""
    match = _PAST.search(text)
    if match is None:
        return ""
    months = _MONTHS[re.split(r"[\s-]", match["span"].casefold())[0]]
    if before and before[0] == before[1]:
        days = (ends[1] - before[1]).days
        return "" if abs(days - months * _MONTH) <= months * _MONTH / 6 + 5 else match.group()
    own = months_covered(*ends)
    return match.group() if own and own != months else ""
