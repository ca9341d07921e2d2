"""Values that went up or down, or lie above or below something, against the two values near that a
passage compares, in whatever order and over however few sentences it tells of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.prose.quantities.betterment import better_way
from reports.prose.quantities.phrases import stems
from reports.quantities.discourse.members import near_before
from reports.quantities.grammar import BOUND, CHANGE
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, shown_tables

_UP = (
    r"grown|grew|risen|rose|increased|climbed|lengthened|swollen|swelled|mounted|gone\s+up|went\s+up|is\s+up|are\s+up|"
    r"crept\s+up|edged\s+up|expanded|soared|jumped|got\s+(?:longer|bigger|heavier|busier)|worked\s+up|"
    r"(?:is|are)\s+(?:therefore\s+|thus\s+|now\s+)?(?:higher|larger|longer|heavier|greater|bigger|dearer)(?!\s+than)|a\s+(?:rise|increase|growth)"
)
_DOWN = (
    r"eased|fallen|fell|decreased|dropped|declined|shortened|shrunk|shrank|slipped|slid|dwindled|gone\s+down|went\s+down|come\s+down|"
    r"came\s+down|is\s+down|are\s+down|lightened|contracted|dipped|got\s+(?:shorter|smaller|lighter)|reduced|"
    r"(?:is|are)\s+(?:therefore\s+|thus\s+|now\s+)?(?:lower|smaller|shorter|lighter|fewer|cheaper)(?!\s+than)|a\s+(?:fall|drop|decrease|reduction)"
)
_GOOD = r"improved|got\s+better|become\s+better|strengthened"
_BAD = r"worsened|deteriorated|got\s+worse|become\s+worse|weakened"
_WENT = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
_IT = (
    r"(?:it|that|this|them|both|the\s+(?!first|second|third|last)(?:[a-z]+\s+){0,2}"
    r"(?:one|figure|average|rate|target|standard|threshold|limit|budget|level|benchmark))\b"
)
_LIES = re.compile(
    rf"\b(?:(?P<up>above|over|beyond|higher\s+than|more\s+than|outside|in\s+excess\s+of)|"
    rf"(?P<down>below|under|short\s+of|lower\s+than|less\s+than|within|inside|fewer\s+than))\s+{_IT}"
    r"|\bthe\s+(?:(?P<up2>higher|larger|greater)|(?P<down2>lower|smaller))\s+of\s+the\s+(?:two\b|⟦c\d+⟧)",
    re.I,
)
_PAST = re.compile(
    r"(?<!on the )(?<!than the )\b(?:when\s+(?:it|they|there)\s+(?:was|were)|"
    r"(?:year|months?|quarters?|weeks?|spring|summer|autumn|winter|time)\s+"
    r"(?:before|earlier|ago|previously)|before\s+(?:it|that|this)\s+(?:was|were|had)|had\s+been|"
    r"(?:the|in)\s+previous|last\s+(?:year|time|quarter|autumn|spring|summer|winter|report)|in\s+the\s+same\s+(?:months|quarter|period|half|weeks|time)|formerly|"
    r"used\s+to|prior|predecessor|against|compared\s+(?:with|to)|there\s+had|the\s+year\s+before|a\s+year\s+before|earlier|originally|at\s+first)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|this\s+(?:year|time|quarter|half|period)|today|currently|has\s+been|have\s+been|latest|at\s+present|it\s+is)\b",
    re.I,
)
_REF = re.compile(
    r"\b(?:target|standard|threshold|England|English|national\w*|region\w*|neighbours?|benchmark|budget\w*|limit|ceiling|"
    r"goal|elsewhere|country|median|advises|recommends|guidance|maximum|norm)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|neither|nor|unless|would|should|could|may|might|will|if|expect\w*|aim\w*|hope\w*|although|though|"
    r"despite|but|however|gap|difference|distance|faster|slower|slowly|per|each|respectively|rather|until|most|least|intend\w*|plan(?:s|ned)?)\b",
    re.I,
)
_PARTS = re.compile(
    r"[;()]|,\s|\s[–—]\s|\b(?:and|but|while|whilst|whereas|where|against|compared)\b"
)
_ROUND, _BACK, _SMALL, _MOST = 4, 2, 10, 8
_MEND = "Use the word that the values show."


@dataclass(frozen=True, eq=False)
class _Value:
    """A value of a passage: whether it is of an earlier time, or what others are measured by."""

    number: Number
    head: str
    is_past: bool = False
    is_ref: bool = False
    day: date | None = None
    is_own: bool = True

    @property
    def value(self):
        """Its exact value."""
        return self.number.value


def comparisons(reading: Reading) -> Iterator[Denial]:
    """`An officer has 64 cases. A year before it was 71. The burden has grown.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        for match in (_WENT.search(text), _LIES.search(text)):
            clause = match and text[text.rfind(",", 0, match.start()) + 1 : _end(text, match.end())]
            if match and not _UNSURE.search(clause):
                near = [x for x in near_before(rows, place, _BACK) if x.line is row.line]
                yield from _denied(reading, row, near, match)


def _end(text: str, place: int) -> int:
    """The end of the clause of a place."""
    return next((at for at in range(place, len(text)) if text[at] in ",;"), len(text))


def _denied(reading: Reading, row: Statement, near: Sequence[Statement], match) -> Iterator[Denial]:
    pair = _pair(reading, row, near, is_lying=match.re is _LIES)
    if not pair:
        return
    own, other = pair
    groups = match.groupdict()
    way = 1 if groups.get("up") or groups.get("up2") else -1
    if groups.get("good") or groups.get("bad"):
        better = better_way(" ".join(x.sentence.said() for x in (row, *near)))
        way = better if groups.get("good") else -better
    gap = own.value - other.value
    if not way or not gap or gap * way > 0:
        return
    first, last = other.number.words, own.number.words
    says = f"{last} is {'more' if gap > 0 else 'less'} than {first}, but the report has "
    says += f"“{row.sentence.said(match.group())}”."
    yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)


def _pair(reading, row, near, *, is_lying: bool) -> tuple[_Value, _Value] | None:
    """(the value that a sentence speaks of, the one that it is compared with)."""
    if any(len(x.quantities) > _MOST for x in (row, *near)):
        return None
    values: list[_Value] = []
    for source in (row, *near):
        values = [*_values(source, is_own=source is row), *values]
        own = {x.number.kind for x in values if x.is_own}
        kinds = own if len(own) == 1 else {x.number.kind for x in values}
        pairs = [[x for x in values if x.number.kind == kind] for kind in kinds]
        if any(len(x) > 2 for x in pairs):
            return None
        both = [x for x in pairs if len(x) == 2]
        if len(both) == 1:
            return _in_order(*both[0], is_lying=is_lying)
        if both:
            return None
    if now := [] if is_lying else _current(reading, values):
        return now[0], values[0]
    return None


def _in_order(first: _Value, last: _Value, *, is_lying: bool) -> tuple[_Value, _Value] | None:
    small, large = sorted((abs(first.value), abs(last.value)))
    if not small or large > small * _ROUND:
        return None
    heads = {x.head for x in (first, last)} - {""}
    if len(heads) > 1:
        return None
    if first.is_ref != last.is_ref:
        if not is_lying:
            return None
        return (last, first) if first.is_ref else (first, last)
    if is_lying and not (first.is_past or last.is_past):
        return None
    if first.is_past != last.is_past:
        return (last, first) if first.is_past else (first, last)
    if first.day and last.day and first.day != last.day:
        return (last, first) if first.day < last.day else (first, last)
    return None


def _values(row: Statement, *, is_own: bool) -> list[_Value]:
    """The values of a sentence that can be compared, each with its time and its role."""
    text, made = row.sentence.text, []
    for item in row.quantities:
        phrase, kind = item.phrase, item.phrase.number.kind
        # “The lower of the two”: a small number that names a group.
        is_name = phrase.article and not phrase.noun and kind == COUNT and item.value < _SMALL
        if kind not in (COUNT, PERCENT, MONEY, SPAN) or phrase.role in (CHANGE, BOUND) or is_name:
            continue
        start = max(
            (
                x.end() if x.group()[0] in ";,(–" else x.start()
                for x in _PARTS.finditer(text, 0, phrase.start)
            ),
            default=0,
        )
        stop = _PARTS.search(text, phrase.end)
        part = text[start : stop.start() if stop else len(text)]
        days = [x.last for x in row.sentence.marks("d", part) if x.last]
        is_past = bool(_PAST.search(part)) and not _NOW.search(part)
        day = days[0] if days else None
        made.append(
            _Value(phrase.number, phrase.head, is_past, bool(_REF.search(part)), day, is_own)
        )
    return made


def _current(reading: Reading, values: Sequence[_Value]) -> list[_Value]:
    """The only total that a table has of what the one value of a passage, of a time before the
    report's, counted then."""
    start = reading.period and reading.period[0]
    if len(values) != 1 or not (
        start and values[0].day and values[0].day < start and values[0].head
    ):
        return []
    cells = set()
    for table in shown_tables(reading):
        columns = [at for at, text in enumerate(table.headings) if values[0].head in stems(text)]
        rows = [at for at, text in enumerate(table.rows) if TOTAL.match(text)]
        cells |= {
            table.numbers[row][at] for row in rows for at in columns if table.numbers[row][at]
        }
    cells = {x for x in cells if x.kind == values[0].number.kind}
    return [_Value(x, "") for x in cells] if len(cells) == 1 else []
