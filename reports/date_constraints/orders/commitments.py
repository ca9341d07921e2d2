"""A commitment that is called kept or broken, against its date and the dates of what was done."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.date_constraints.orders.moments import is_before, moments
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial
from reports.quantities.passages import before, statements

_CALLED = SentencePattern(
    r"\b(?:undertaking|promise|commitment|pledge|assurance|deadline|timescale)\b[^.;:⟦]{0,40}?\b(?:was|is|has|had|have)\s+"
    r"(?P<not>not\s+)?(?:(?:been|therefore|thus|then|duly|just|only)\s+){0,3}?"
    r"(?:(?P<kept>kept|honoured|met|fulfilled)|(?P<broken>broken|missed))\b",
    re.I,
)
_PROMISED = re.compile(
    r"\b(?:undert(?:ook|aken)|promised?|promises|would|should|committed|pledged|due|agreed|asked|deadline)\b[^.;]*$",
    re.I,
)
_BY = re.compile(r"\b(?:by|before|no\s+later\s+than|until)\s+(?:[A-Z][a-z]+day,?\s+)?$", re.I)
_ON = re.compile(r"\b(?:on|in)\s+(?:[A-Z][a-z]+day,?\s+)?$", re.I)
_UNSURE = re.compile(r"\b(?:if|unless|will|all\s+but|except\w*|partly|in\s+part|extended)\b", re.I)
# “Issued on 28 June and revised on 4 July”.
_AGAIN = re.compile(
    r"\b(?:revised|amended|updated|corrected|repeated|reviewed|discussed|reported|since)\b[^⟦]*$",
    re.I,
)
_LEFT = re.compile(r"\b(?:not|none|only|remain\w*|outstanding|yet|still|waiting)\b", re.I)
_BACK, _MEND = 3, "Use the word that the dates show, or correct them."


def commitments_kept(reading: Reading) -> Iterator[Denial]:
    """`It was to be issued by 30 April. It was issued on 10 May, so the commitment was kept.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        called = _CALLED.search(row.sentence.text)
        if not called or _UNSURE.search(row.sentence.text):
            continue
        near = reversed(before(rows, place, _BACK))
        passage = [*(x for x in near if x.line is row.line), row]
        end, deeds = None, []
        for other in passage:
            for moment in moments(reading, other):
                ahead = other.sentence.text[: moment.start]
                if end is None and _BY.search(ahead) and _PROMISED.search(ahead):
                    end = moment
                elif end is not None and _is_deed(ahead, moment):
                    deeds.append(moment)
        late = [x for x in deeds if end is not None and is_before(x, end)]
        is_kept = bool(called["kept"]) != bool(called["not"])
        left = any(_LEFT.search(x.sentence.text.replace(called.group(), "")) for x in passage)
        if deeds and (late if is_kept else not late and not left):
            deed = (late or deeds)[-1]
            says = f"It was to be done by {end.text} and was done on {deed.text}, but the report "
            yield Denial(row.line, row.span, f"{says}has “{called.group()}”.", _MEND)


def _is_deed(ahead: str, moment) -> bool:
    """True if a date is that on which something was done, by the words before it."""
    return bool(moment.is_day and _ON.search(ahead) and not _AGAIN.search(ahead))
