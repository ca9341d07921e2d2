"""Bounds that are claimed of all, and orders, against the values that go beyond or against them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.constraints.claims.echoes import MEND
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXCEPTIONS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, SPAN
from reports.quantities.model import Denial, Statement

_NUMBER = r"⟦[cxpm](?P<limit>\d+)⟧"
_NONE = r"\b(?:no|nobody|none|never|not\s+one|neither)\b(?:[^⟦.;:]|⟦c\d+⟧){0,70}?\b"
_ALL = r"\b(?:all(?!\s+(?:but|except)\b)|every|each|both)\b(?:[^⟦.;:]|⟦c\d+⟧){0,70}?\b"
# (whether values above or below the bound deny it, whether one on it does, how it is claimed)
_CLAIMS = (
    (
        1,
        False,
        rf"{_NONE}(?:longer|more|later|higher|above|over|further|older)(?:\s+than)?\s+{_NUMBER}",
    ),
    (1, True, rf"{_NONE}(?:reached|reaches|reach|met|achieved|hit)\s+{_NUMBER}"),
    (-1, False, rf"{_NONE}(?:below|under|less\s+than|fewer\s+than|lower\s+than)\s+{_NUMBER}"),
    (1, False, rf"{_ALL}(?:within|inside|in\s+(?:no\s+more|less)\s+than|at\s+most)\s+{_NUMBER}"),
    (
        -1,
        False,
        rf"{_ALL}(?:at\s+least|over|more\s+than|above|reached|exceeded|(?:met|reached|achieved)\s+(?:(?:the|its|their|our)\s+)?(?:target|standard)s?\s+of)\s+{_NUMBER}",
    ),
)
_IN_EACH = r"\s+(?:in|at|for|on|across)\s+(?:every|each|all)\b"
_CLAIMS += (
    (-1, False, rf"\b(?:above|over|at\s+least|more\s+than)\s+{_NUMBER}{_IN_EACH}"),
    (1, False, rf"\b(?:below|under|within|at\s+most|less\s+than)\s+{_NUMBER}{_IN_EACH}"),
)
_BOUNDS = tuple((way, on, re.compile(pattern, re.I)) for way, on, pattern in _CLAIMS)
_MOST, _LEAST = (
    r"longest|slowest|latest|highest|largest|biggest|most|oldest|maximum|busiest|greatest|worst",
    r"shortest|fastest|quickest|earliest|lowest|smallest|fewest|least|youngest|minimum|quietest",
)
# “The longest wait was 27 days”, “from 2 to 14 days”.
_EXTREME = re.compile(
    rf"\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b(?!\s+(?:recent|of\b))[^⟦.;,]{{0,50}}?⟦[cxpm](?P<value>\d+)⟧"
    r"|\b(?:from|between|aged)\s+⟦[cxpm](?P<low>\d+)⟧(?:\s+[a-z]+)?\s+(?:to|and)\s+⟦[cxpm](?P<high>\d+)⟧",
    re.I,
)
# “Neglect (41), followed by abuse (58)”, “the north has most, 61, then the south with 72”.
_FIRST = re.compile(
    r"\b(?:(?P<most>most|largest|main|biggest|commonest|highest|greatest)|(?P<least>fewest|lowest|smallest|rarest))\b"
    r"(?!\s+(?:recent|of\b))[^⟦.;]{0,60}?⟦(?P<kind>[cpm])(?P<first>\d+)⟧[^⟦.;]{0,60}?"
    r"(?:,\s+then|followed\s+by|,\s+ahead\s+of|next\s+c\w+|then\s+c\w+)\b[^⟦.;]{0,60}?⟦(?P=kind)(?P<next>\d+)⟧",
    re.I,
)
# “Neglect (142) was the main reason, ahead of abuse (198)”.
_AHEAD = re.compile(
    r"⟦(?P<kind>[cpm])(?P<first>\d+)⟧\)?[^⟦.;]{0,40}?\b(?:(?P<most>most|largest|main|biggest|commonest|highest|greatest)|"
    r"(?P<least>fewest|lowest|smallest|rarest))\b[^⟦.;]{0,60}?(?:,?\s+ahead\s+of|,?\s+followed\s+by|,\s+then)\b"
    r"[^⟦.;]{0,40}?⟦(?P=kind)(?P<next>\d+)⟧",
    re.I,
)
# “Ashby had the most: Ashby 71, Barford 84 and Dene 62”.
_NAMED = re.compile(
    r"\b(?P<name>[A-Z][a-z]+)\s+(?:had|has|was|is|took|saw|comes?|came)\s+(?:the\s+)?(?:(?P<most>most|largest|highest|biggest|busiest)|"
    r"(?P<least>fewest|lowest|smallest|quietest))\b[^⟦:.;]{0,60}:(?P<list>.*)$"
)
_ENTRY = re.compile(r"([A-Z][a-z]+)\s\(?⟦[cpm](\d+)⟧")
_AVERAGE = re.compile(
    r"\b(?:average|mean)\b(?:\s+[a-z]+){0,3}?\s+(?:is|was|of)\s+⟦[cxpm](\d+)⟧", re.I
)
# “Two workers carry more than 25 cases. The highest caseload is 23.”
_SOME_BEYOND = re.compile(
    r"^\W*(?:⟦c\d+⟧|(?:one|some|several|a\s+few|many)\b)(?!\s+of\s+⟦)[^⟦.;:]{0,60}?\b(?:(?P<more>more|longer|higher|over|above)|"
    rf"(?P<less>less|fewer|shorter|lower|under|below))\s+(?:than\s+)?{_NUMBER}",
    re.I,
)
# “92% in April, 88% in May and 95% in June. The best month was April.”
_BEST = re.compile(
    r"^\W*[Tt]he\s+(?:(?P<most>best|highest|busiest|largest|most\s+common)|(?P<least>worst|lowest|quietest|smallest))\s+"
    r"(?:month|quarter|week|year|term|area|team|locality|region|school|home)\s+(?:is|was)\s+(?:in\s+|the\s+)?"
    r"(?P<name>[A-Z][a-z]+|⟦d\d+⟧)\W*$"
)
_VALUE_IN = re.compile(
    r"⟦(?P<kind>[cpm])(?P<value>\d+)⟧(?:\s+of\s+[a-z]+)?\s+in\s+(?:the\s+)?(?P<name>[A-Z][a-z]+|⟦d\d+⟧)"
)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|{EXCEPTIONS}|{CONDITIONS}|almost|nearly|but|until)\b",
    re.I,
)
_SEVERAL = 2
_TIMES = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
_BY_TURNS = re.compile(r"\W*(?:the\s+first|the\s+one|one|these|they)\b", re.I)
_LABELLED = re.compile(r"(?:[A-Z][a-z’ -]{1,30}|⟦d\d+⟧)\s⟦[pc](\d+)⟧")


def beyond(row: Statement, behind: Sequence[Statement]) -> Iterator[Denial]:
    """`No child waited longer than 20 days. The longest wait was 27 days.`"""
    text = row.sentence.text
    for way, on_it, pattern in _BOUNDS:
        match = pattern.search(text)
        if not match or _UNSURE.search(text[: match.start()]):
            continue
        limit = row.sentence.thing(match["limit"])
        same = row.sentence, text[match.end() :]
        values = [*_extremes(*same, way), *_members(*same, limit)]
        for other in behind:
            if not _UNSURE.search(other.sentence.text):
                values += _extremes(other.sentence, other.sentence.text, way)
                values += _in_turn(other, limit)
                values += map(other.sentence.thing, _AVERAGE.findall(other.sentence.text))
        for value in values:
            gap = (value.value - limit.value) * way
            # “Two weeks” and “13 days” are held by a rule that knows units.
            units = _TIMES & {x.noun.split(" ")[0] for x in (value, limit)}
            if value.kind == limit.kind and len(units) < 2 and (gap > 0 or (on_it and gap == 0)):
                claim = row.sentence.said(match.group())
                says = f"The report claims “{claim}”, and then gives {value.words}."
                yield Denial(row.line, row.span, says, MEND)
                return


def some_beyond(other: Statement, row: Statement) -> Iterator[Denial]:
    """`Two workers carry more than 25 cases. The highest caseload is 23.`"""
    match = _SOME_BEYOND.match(other.sentence.text)
    if not match or _UNSURE.search(f"{other.sentence.text} {row.sentence.text}"):
        return
    way, limit = 1 if match["more"] else -1, other.sentence.thing(match["limit"])
    units = {_unit(other, limit), ""}
    for value in _extremes(row.sentence, row.sentence.text, way):
        alike = value.kind in (limit.kind, COUNT) and _unit(row, value) in units
        if alike and (value.value - limit.value) * way <= 0:
            says = f"Some are called beyond {limit.words}, and the furthest given is {value.words}."
            yield Denial(row.line, value, says, MEND)


def _unit(row: Statement, number) -> str:
    """The word behind a number, in the singular, or an empty text."""
    word = re.match(r"\s+([a-z]+?)s?\b", row.line.text[number.end :])
    return word[1] if word else ""


def best_of(other: Statement, row: Statement) -> Iterator[Denial]:
    """`92% in April, 88% in May and 95% in June. The best month was April.`"""
    match = _BEST.match(row.sentence.text)
    named = _VALUE_IN.finditer(other.sentence.text) if match else ()
    values = {_name(other, x): other.sentence.thing(x["value"]) for x in named}
    own = values.get(_name(row, match)) if match else None
    if own is None or len(values) < _SEVERAL or len({x.kind for x in values.values()}) > 1:
        return
    # Which way is best is sure of shares alone.
    if own.kind != PERCENT and re.search(r"best|worst", row.sentence.text, re.I):
        return
    way = 1 if match["most"] else -1
    top = max(values.values(), key=lambda number: number.value * way)
    if top.value != own.value:
        yield _unlike(row, own, top, (match["most"] or match["least"]).casefold())


def _name(row: Statement, match: re.Match) -> str:
    return row.sentence.said(match["name"]).strip(" .")


def _extremes(sentence, text, way):
    """The largest or the smallest value that a stretch of a sentence tells of."""
    for match in _EXTREME.finditer(text):
        if match["value"]:
            if bool(match["most"]) == (way > 0):
                yield sentence.thing(match["value"])
        else:
            yield sentence.thing(match["high"] if way > 0 else match["low"])


def _members(sentence, text, limit):
    """The values of a list behind a colon: `: north 93%, south 88%`."""
    if limit.kind == PERCENT and re.match(r"[^⟦.;]{0,20}:", text):
        values = [sentence.thing(mark) for mark in _LABELLED.findall(text)]
        yield from values if len(values) > 1 else ()


def _in_turn(row: Statement, limit):
    """The per cents of a sentence that goes through its members: `The first had 46% …`."""
    values = row.sentence.marks("p") if limit.kind == PERCENT else ()
    yield from values if len(values) > 1 and _BY_TURNS.match(row.sentence.text) else ()


def in_order(row: Statement) -> Iterator[Denial]:
    """`The most are in the north, 61, then come 72 in the south`; the longest is the longest."""
    text, sentence = row.sentence.text, row.sentence
    for match in (*_FIRST.finditer(text), *_AHEAD.finditer(text)):
        first, after = sentence.thing(match["first"]), sentence.thing(match["next"])
        if (first.value < after.value) if match["most"] else (first.value > after.value):
            yield _unlike(row, first, after, match["most"] or match["least"])
    match = _NAMED.search(text)
    entries = dict(_ENTRY.findall(match["list"])) if match else {}
    if len(entries) > 1 and match["name"] in entries:
        values = {name: sentence.thing(mark) for name, mark in entries.items()}
        own, way = values[match["name"]], 1 if match["most"] else -1
        top = max(values.values(), key=lambda number: number.value * way)
        if top.value != own.value:
            yield _unlike(row, own, top, match["most"] or match["least"])
    if MARK.sub("", text).count(";"):
        return
    matches = [match for match in _EXTREME.finditer(text) if match["value"]]
    for item, other in pairwise(matches):
        pair = (item, other) if item["most"] else (other, item)
        if pair[0]["most"] and pair[1]["least"]:
            most, least = (sentence.thing(match["value"]) for match in pair)
            first, last = (sentence.thing(match["value"]) for match in (item, other))
            # “Lasted 3 days and the longest 2”: the unit goes on, and none is taken back.
            alike = first.kind == last.kind or (first.kind == SPAN and last.kind == COUNT)
            if alike and most.value < least.value:
                yield _unlike(row, most, least, pair[0]["most"])


def _unlike(row, first, after, word):
    says = f"{first.words} is called the {word}, and {after.words} passes it."
    return Denial(row.line, first, says, MEND)
