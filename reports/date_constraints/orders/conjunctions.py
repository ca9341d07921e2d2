"""Two dates of a sentence that “before”, “after” or “first … again” puts in order: `goes to Cabinet
on 16 September 2025, after the new home opens on 3 November 2025`."""

import re
from collections.abc import Iterator

from reports.checks.reading import SIDE_BY_SIDE, Reading
from reports.date_constraints.orders.moments import Moment, is_before, moments
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_CLAUSE = r"(?:(?!and\b|but\b|which\b|who\b|that\b|than\b|before\b|after\b)[a-z’'-]+\s+){1,9}?"
_ON = r"(?:on|in|of)\s+(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?"
_BETWEEN = re.compile(rf",?\s+(?:[a-z]+ly\s+)?(?P<way>before|after)\s+{_CLAUSE}(?-i:{_ON})$", re.I)
# “After the visit on ⟦d⟧ the report came on ⟦d⟧.”
_OPENS = re.compile(rf"\W*(?P<way>before|after)\s+{_CLAUSE}(?-i:{_ON})$", re.I)
_THEN = re.compile(rf",?\s+{_CLAUSE}(?-i:{_ON})$", re.I)
# “Was first graded on ⟦d⟧ and was audited again on ⟦d⟧.”
_FIRST = re.compile(rf"\bfirst\s+(?:[a-z-]+\s+){{1,4}}?(?-i:{_ON})$", re.I)
_AGAIN = re.compile(
    rf"\)?,?\s+and\s+{_CLAUSE}(?:again|once\s+more|a\s+second\s+time)\s+(?-i:{_ON})$", re.I
)
_LEADS = re.compile(r"\b(?:on|in)\s+(?:[A-Z][a-z]+day,?\s+)?$")
# “Looked after”, “named after”, “the day after”: no order of the two dates.
_OTHER = re.compile(
    r"\b(?:look(?:s|ed|ing)|nam(?:e|ed|ing)|year|month|week|day)\s+after\b|⟦[cx]\d+⟧", re.I
)
# “Approved on ⟦d⟧, after a consultation which ran from ⟦d⟧ to ⟦d⟧.”
_AFTER_SPAN = re.compile(
    r",?\s+(?:only\s+)?(?:after|following)\s+[^⟦.;:]{3,70}?\bfrom\s+(?:[A-Z][a-z]+day,?\s+)?$", re.I
)
_TO = re.compile(r",?\s+(?:to|until|till)\s+(?:[A-Z][a-z]+day,?\s+)?$", re.I)
_SPANNED = 3
_MEND = "Correct one of the two dates, or write which came first."


def conjunctions(reading: Reading) -> Iterator[Denial]:
    """`The plan goes to Cabinet on 16 September, after the new home opens on 3 November.`"""
    for row in statements(reading):
        days = moments(reading, row)[:SIDE_BY_SIDE]
        if len(days) == 2 and all(day.is_day for day in days):
            yield from _denied(row, *days)
        elif len(days) == _SPANNED and all(day.is_day for day in days):
            yield from _after_a_span(row, *days)


def _after_a_span(row: Statement, done: Moment, opened: Moment, closed: Moment) -> Iterator[Denial]:
    text = row.sentence.text
    is_after = _LEADS.search(text[: done.start])
    is_after = is_after and _AFTER_SPAN.fullmatch(text[done.end : opened.start])
    if is_after and _TO.fullmatch(text[opened.end : closed.start]) and is_before(closed, done):
        says = f"The report puts {done.text} after {closed.text}, which is the later date."
        yield Denial(row.line, row.span, says, _MEND)


def _denied(row: Statement, first: Moment, last: Moment) -> Iterator[Denial]:
    text = row.sentence.text
    ahead, between = text[: first.start], text[first.end : last.start]
    inside, opens = _BETWEEN.fullmatch(between), _OPENS.fullmatch(ahead)
    if _FIRST.search(ahead) and _AGAIN.fullmatch(between):
        is_first = True
    elif _OTHER.search(ahead[-80:]) or _OTHER.search(between):
        return
    elif inside and _LEADS.search(ahead):
        is_first = inside["way"].casefold() == "before"
    elif opens and _THEN.fullmatch(between):
        is_first = opens["way"].casefold() == "after"
    else:
        return
    earlier, later = (first, last) if is_first else (last, first)
    if is_before(earlier, later):
        says = f"The report puts {earlier.text} before {later.text}, which is the earlier date."
        yield Denial(row.line, row.span, says, _MEND)
