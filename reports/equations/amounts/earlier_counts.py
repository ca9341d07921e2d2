"""A number of the time of the last report, in whatever words, against the one that it counted
then: `six months earlier that group numbered 41`, `the 2,184 which I gave you last year`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.context import EarlierFigure
from reports.checks.reading import CAPTION, HEADING, Line, Reading
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import roots
from reports.prose.dates import DAY, MONTH, Mention
from reports.prose.marks import MARK
from reports.prose.named_times import before_comparison
from reports.prose.numbers import COUNT
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Quantity, Statement, earlier_figures
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET

_TIME = (
    r"(?:year|quarter|half-year|month|term|week|summer|autumn|winter|spring|time|"
    r"january|february|march|april|june|july|august|september|october|november|december)"
)
_THEN = re.compile(
    rf"(?<!\w)(?:(?:last|previous|preceding|earlier|prior)\s+(?:(?:annual|half-yearly|quarterly|monthly)\s+)?(?:{_TIME}|report|paper|update|return|meeting|occasion|"
    r"account|figure|number|total|count|tracker|dashboard|bulletin|briefing|period)\b"
    rf"|(?:an?|one|the|that)\s+{_TIME}\s+(?:before|earlier|ago|previously|since)\b"
    rf"|⟦[cx]\d+⟧\s+{_TIME}s\s+(?:before|earlier|ago|previously|back)\b"
    r"|(?:was|were|been)\s+(?:told|informed|advised)\b|told\s+(?:the\s+|this\s+)?(?:members|committee|board|panel|cabinet|you|councillors)\b"
    r"|(?:reported|gave|given|quoted|printed|stated|recorded|counted)\s+(?:to\s+)?(?:you|here|then|before|members|the\s+(?:board|committee|panel|cabinet))\b"
    r"|(?:we|i)\s+(?:last\s+)?(?:reported|told|gave|wrote)\b|when\s+(?:we|i|this\s+\w+)\s+last\b|last\s+(?:reported|considered|met|told|heard|came)\b"
    r"|previously\b|at\s+the\s+(?:start|beginning|outset|opening)\s+of\b|at\s+(?:that|the\s+same)\s+(?:time|point|date)\b|at\s+the\s+time\s+of\b"
    r"|(?:beg[aiu]n|opened|started)\s+(?:[a-z]+\s+){0,3}(?:with|at)\b|used\s+to\b|had\s+(?:been|stood|numbered)(?=\s+(?:at\s+)?⟦)|last\s+time\b|up\s+from\b|down\s+from\b|"
    r"(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|moved|gone)\s+from\b)",
    re.I,
)
_NOW = re.compile(r"\b(?:now|today|current\w*|present|this\s+(?:year|quarter|time|report))\b", re.I)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|forecast|planned|average|mean|budget|capacity)\b",
    re.I,
)
# “17 of 41” has a whole, and “six more than a year ago” a change.
_OF = re.compile(r"\b(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+)?$", re.I)
_AWAY = re.compile(
    r"\b(?:more|fewer|less|than|since|but|and\s+(?:there|we)|so\s+that|who|of\s+whom)\b", re.I
)
_SINCE = re.compile(r"\b(?:since|than)\s+(?:the\s+|our\s+|my\s+|that\s+)?$", re.I)
_BECAME = re.compile(
    r"[^⟦,;:.()]{0,60}?\b(?:had|have|has|will|should|would|were|was|are|is|could|can)\s+(?:been\s+|be\s+)?(?!looked\b|told\b)"
    r"(?P<became>[a-z]{2,}(?:ed|en)|asked|made|done|found|held)\b",
    re.I,
)
# One form for what is named in several.
_FORMS = (
    (re.compile(r"\bin\s+(?:our\s+|its\s+)?care\b|\blooked[-\s]after\b", re.I), "lookedafter"),
    (re.compile(r"\bvacanc(?:y|ies)\b|\bvacant\b|\bunfilled\b", re.I), "vacant"),
    (re.compile(r"\b(?:youngsters?|young\s+people|young\s+persons?|pupils?)\b", re.I), "children"),
)
_ROLES = (BOUND, CHANGE, MEAN, RATE, TARGET)
_ALIKE, _LEAST, _BACK, _HALF, _AROUND, _FAR = 4, 5, 2, 2, 60, 90
_MEND = "Use the earlier value, or write that it was corrected."


def earlier_counts_in_any_words(reading: Reading) -> Iterator[Denial]:
    """`There were 186 posts on 31 March`, where the last report counted 168."""
    printed = [x for x in earlier_figures(reading) if (x.count or 0) >= _LEAST and not x.member]
    rows = statements(reading) if printed else ()
    known = {x.count for x in printed}
    topics = [_roots(x.words) for x in printed]
    for item, topic in zip(printed, topics, strict=True):
        if topics.count(topic) > 1:
            continue
        for place, row in enumerate(rows):
            near = [x for x in row.counts if _may_be(x, item, known)]
            if not near or any(n.value == item.count for n in row.sentence.marks("cx")):
                continue
            near = [x for x in near if _is_of_then(row, x, item)]
            if len(near) == 1 and _is_of(
                reading, row, before(rows, place, _BACK), near[0], item, topic
            ):
                yield _denial(near[0], item)


def _may_be(item: Quantity, earlier: EarlierFigure, known) -> bool:
    """True if a number is near what was counted, and no other number of an earlier report."""
    number = item.phrase.number
    if item.is_live or number.kind != COUNT or number.bound or item.phrase.role in _ROLES:
        return False
    near = abs(item.value - earlier.count) * _ALIKE <= earlier.count
    return item.value not in known and (near or _is_typed(item, earlier))


def _is_typed(item: Quantity, earlier: EarlierFigure) -> bool:
    return slip(item.value, Fraction(earlier.count), COUNT) > NEAR


def _is_of_then(row: Statement, item: Quantity, earlier: EarlierFigure) -> bool:
    """True if the clause of a number is of the time before: by its words, or its date."""
    text = row.sentence.text
    start = max(text.rfind(stop, 0, item.phrase.start) for stop in (";", ". "))
    end = min((at for at in (text.find(";", item.phrase.end),) if at >= 0), default=len(text))
    clause = text[max(0, start) : end]
    ahead = text[max(0, item.phrase.start - 60) : item.phrase.start]
    if _OTHERS.search(clause) or _NOW.search(ahead[-20:]) or _is_of_some(text, item, earlier):
        return False
    if item.phrase.base is not None or item.phrase.anaphor or _OF.search(ahead):
        return False
    own = text[max(0, start) : item.phrase.end] + before_comparison(text[item.phrase.end : end])
    days = [day for day in row.sentence.marks("d", own) if day.last or day.precision == MONTH]
    if any(_is_at(day, earlier) for day in days):
        near = abs(item.value - earlier.count) * _ALIKE <= earlier.count
        return near and (len(days) == 1 or bool(_THEN.search(clause)))
    first = max(0, start)
    return not days and any(
        _is_joined(text, item, (first + cue.start(), first + cue.end()))
        for cue in _THEN.finditer(clause)
    )


def _is_of_some(text: str, item: Quantity, earlier: EarlierFigure) -> bool:
    """True if what became of those counted is more than what an earlier report counted of them:
    `the last report said that 44 households had been reviewed`."""
    match = _BECAME.match(text, item.phrase.end)
    became = roots(match["became"]) if match else frozenset()
    return bool(match and not (became and became <= roots(earlier.words)))


def _is_at(day: Mention, earlier: EarlierFigure) -> bool:
    """True if a date, or a month, is that of an earlier report."""
    if day.precision not in (DAY, MONTH):
        return False
    if day.last:
        return day.first.isoformat() <= earlier.end <= day.last.isoformat()
    month, written = f"-{day.month:02}-", f"-{day.month:02}-{day.day:02}"
    return (written if day.day else month) in earlier.end


def _is_joined(text: str, item: Quantity, cue: tuple[int, int]) -> bool:
    """True if no other number, and nothing of now, is between a number and the words of then."""
    if cue[1] <= item.phrase.start:
        between = text[cue[1] : item.phrase.start]
        # “It has risen since the last report and is 360.”
        if _SINCE.search(text[: cue[0]][-20:]):
            return False
    else:
        between = text[item.phrase.end : cue[0]]
    is_near = len(between) <= _FAR and "⟦" not in between
    return is_near and not _AWAY.search(between)


def _is_of(
    reading: Reading, row: Statement, near: Sequence[Statement], item: Quantity, earlier, topic
) -> bool:
    """True if a sentence, or what is right before it, is of what was counted then: the more of its
    words, the less alike the numbers have to be."""
    own = _roots(MARK.sub(" ", row.sentence.text))
    there = own.union(*(_roots(MARK.sub(" ", x.sentence.text)) for x in near))
    if not topic:
        return False
    if len(topic & own) * _HALF > len(topic) or topic <= there:
        return True
    typed = _is_typed(item, earlier)
    around = there.union(*(_roots(x.text) for x in _lines_above(reading, row.line)))
    return typed and bool(topic & there or len(topic & around) * _HALF > len(topic))


def _lines_above(reading: Reading, line: Line) -> list[Line]:
    """The headings and captions right above a line."""
    place = reading.places[id(line)]
    above = reading.lines[max(0, place - _AROUND) : place]
    return [x for x in above if x.kind in (HEADING, CAPTION) or x.trail == line.trail]


def _roots(text: str) -> frozenset[str]:
    for pattern, form in _FORMS:
        text = pattern.sub(form, text)
    return roots(text)


def _denial(item: Quantity, earlier: EarlierFigure) -> Denial:
    says = f"The report gives {item.phrase.number.words}, but “{earlier.paper}” had {earlier.text} "
    return Denial.of(item, f"{says}{earlier.words} for that time.", _MEND)
