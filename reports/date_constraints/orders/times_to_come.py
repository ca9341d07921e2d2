"""Something still to come at a time before the date of the report: `they will be put out to tender
in July 2025`, in October."""

import re
from collections.abc import Iterator

from assurance.runtime.periods import say_day
from reports.checks.reading import Reading
from reports.date_constraints.orders.found_before import has_wrong_tense
from reports.date_constraints.orders.moments import moments
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:now\s+)?(?:due|to|expected|planned|scheduled|intended)(?:\s+to)?|plans?\s+to|intends?\s+to|hopes?\s+to|"
    r"expects?\s+to|aims?\s+to|undertakes?\s+to|(?:has|have)\s+(?:promised|undertaken|pledged|committed)\b[^⟦.;:]{0,40}?\b(?:to|will)|"
    r"must|should)\s+(?!have\b)(?P<rest>(?:[^⟦.;:]|⟦[cxmp]\d+⟧){3,110}?)\b(?P<by>by|in|on|before|until|from|at(?=\s+the\s)|during)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?$",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|due|to|must|should|plans?|intends?|hopes?|expects?|aims?|undertakes?)\b", re.I
)
# What its date is of is another thing, or of the past.
_OF_ANOTHER = re.compile(
    r"\b(?:was|were|had|has|have|did|since|which|who|that|when|where|after|following|as|than|compared|because|although|though|while|"
    r"cover\w*|dated|began|against|last|previous\w*|earlier|until|measured|report\w*\s+on|figures?|data|born|rule|law|normally|usually|"
    r"always|how|whether|due|if|unless|each|every|review(?:ed)?\s+of|repeat\w*|backdated|account|since|not|end(?:ed|ing)?)\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"\b(?P<verb>[a-z]{2,}ed|made|held|done|begun|sent|given|set|found|seen|taken|brought|bought|written|drawn\s+up|open)\s+$",
    re.I,
)
_BE = re.compile(
    r"\b(?:be|been|being|get|have)\s+(?:[a-z]+\s+){0,4}?(?:[a-z]{2,}ed|made|held|done|begun|sent|given|set|found|seen|taken|brought|"
    r"bought|written|drawn\s+up|open)\s+$|^\s*(?:[a-z]+\s+)?need\b",
    re.I,
)
_MEND = "Write what has happened, or correct the date."


def times_to_come(reading: Reading) -> Iterator[Denial]:
    """`The number will come down to 18 by 30 September 2025`, in a report of November."""
    if reading.dated is None:
        return
    for row in statements(reading):
        text = row.sentence.text
        # An annex may be of another day.
        is_read = "⟦d" in text and not row.line.annex and not has_wrong_tense(reading, row)
        for day in moments(reading, row) if is_read and _AHEAD.search(text) else ():
            ahead = text[max(0, day.start - 160) : day.start]
            match = _WILL.search(ahead)
            if not match or _OF_ANOTHER.search(match["rest"]) or not day.has_year:
                continue
            alone = _PARTICIPLE.search(match["rest"]) and not _BE.search(match["rest"])
            if not alone and all(time[1] < reading.dated for time in day.times):
                says = f"This is still to come, in {day.text}, but the report is of "
                yield Denial(row.line, row.span, f"{says}{say_day(reading.dated)}.", _MEND)
                break
