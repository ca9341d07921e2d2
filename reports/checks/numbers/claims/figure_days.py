"""The day or period of a live figure, and whether a date near it is meant for it."""

import re
from collections.abc import Iterable
from datetime import date

from assurance.runtime.periods import months_covered
from reports.checks.context import EarlierFigure
from reports.checks.reading import Line, LiveFigure, Reading
from reports.documents.entries import Entry
from reports.papers.wording.date_words import days_text
from reports.prose.dates import YEARS, Mention

Ends = tuple[date, date]
_COMPARED = re.compile(r"(?:rose|fell|stayed)\b")
# What leads to a date that says when something was counted; a comma or nothing does in a caption.
_PREPOSITION = r"\b(?:on|at|in|by|during|for|between|and|to|from|until)\s+(?:the\s+)?$"
_LEAD = re.compile(_PREPOSITION, re.I)
# “Audits of 2014” dates what it names.
_COUNTED_IN = (
    r"\b(?:audits|children|people|staff|actions|files|checks|counts?|figures|numbers|placements)\s+"
    r"(?:of|from)\s+(?:the\s+)?(?:year\s+)?$"
)
_LEAD_OF_CAPTION = re.compile(rf"{_PREPOSITION}|{_COUNTED_IN}|(?:^|[,:(–—-])\s*$", re.I)
# A date behind one of these is of another thing than a count.
OTHER_EVENT = re.compile(
    r"\b(?:to\s+be|agreed|promis\w+|asked|published|approved|met|received|wrote|will|due|began|started|opened|issued|plans?|"
    r"planned|heard|considered|told|reported|said|noted|decided|adopted|launched|set|sent|signed|"
    r"inspected|inspection|visited|reviewed|review|strategy|act|regulations|framework|guidance|survey|"
    r"meeting|minutes|letter|version|since|before|(?<!looked\s)(?<!looking\s)(?<!look\s)after|compared|renew\w*|expire\w*)\b",
    re.I,
)
# “Fewer than in July 2015” is of another date.
_THAN = re.compile(
    r"\b(?:than|as\s+(?:many|high|low)(?:\s+[a-z]+){0,2}?\s+as|the\s+same\s+as)\s+(?:[a-z]+\s+){0,4}?"
    r"(?:(?:in|on|at|for|by)\s+)?(?:the\s+)?$",
    re.I,
)
_REACH = 60


def ends_of(live: LiveFigure) -> Ends | None:
    """The first and last day of a figure, or None where it has none; a stock has one."""
    return ends_of_entry(live.entry)


def ends_of_entry(entry: Entry | EarlierFigure) -> Ends | None:
    """The same of an entry, or of what an earlier report printed, both with ISO dates."""
    try:
        last = date.fromisoformat(entry.end) if entry.end else None
        first = date.fromisoformat(entry.start) if entry.start else last
    except ValueError:
        return None
    return (first, last) if first and last else None


def distinct_ends(cells: Iterable[Line]) -> list[Ends]:
    """The days and periods of the live figures of `cells`, each once."""
    return list(
        dict.fromkeys(filter(None, (ends_of(live) for cell in cells for live in cell.live)))
    )


def earlier_of(reading: Reading, line: Line, live: LiveFigure) -> Ends | None:
    """The day that a comparison (`rose from 16 to 21`) begins with; None for any other figure."""
    if not _COMPARED.match(line.text, live.start):
        return None
    own, text = live.entry, line.text[live.start : live.end]
    same = [
        entry
        for entry in reading.figures
        if (entry.key, entry.member, entry.cohort) == (own.key, own.member, own.cohort)
        and entry.number != own.number
        and line.where in entry.places
        and re.search(rf"\b{re.escape(entry.text)}\b", text)
    ]
    return ends_of_entry(same[0]) if len(same) == 1 else None


def meets(mention: Mention, first: date, last: date) -> bool:
    """Whether the day or month named is that of the figure: its own, or an end of its period."""
    if first == last:
        return mention.first <= last <= mention.last
    if mention.precision == YEARS and months_covered(first, last):
        # “2015–16” is from April to March: neither year by itself.
        own, other = (mention.first, mention.last), (first, last)
        return any(
            one[0] <= two[0] and two[1] <= one[1] for one, two in ((own, other), (other, own))
        )
    return mention.first <= last and mention.last >= first


def governs(text: str, mention: Mention, *, of_caption: bool = False) -> bool:
    """Whether a date of `text` says when something was counted, as far as its words tell."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    lead = _LEAD_OF_CAPTION if of_caption else _LEAD
    is_other = OTHER_EVENT.search(before) or _THAN.search(before)
    return bool(mention.first and lead.search(before)) and not is_other


def span_text(first: date, last: date) -> str:
    """The day or the period as print has it."""
    return days_text(first, last)


def own_date(reading: Reading, ends: Ends) -> str:
    """What to write in place of a wrong date: the token of the paper's date, or the date itself."""
    name = next((name for name, days in reading.names.items() if days == ends), "")
    return f"[[date:{name}]]" if name else days_text(*ends)
