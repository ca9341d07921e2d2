"""What a line says outright of a whole, and whether its section says that this changed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import trunc

from reports.checks.reading import Line, Reading, shared
from reports.prose.dates import DAY
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.named_times import COMPARED
from reports.prose.numbers import Number
from reports.prose.quantities.phrases import phrase_after, stems

_OUTRIGHT = re.compile(
    r"(?:\bthere\s+(?:were|are|is|was)|\bthe|\ball|\bthese|\btotal\s+of|\bhad|\bhave|\blooked\s+(?:after|at)|"
    r"\bconsidered|\bexamined|\bcovered|"
    r"\bwith|\bof\s+(?:the|our))\s+(?:now\s+|currently\s+)?$"
    r"|\b(?:over|about|around|nearly|almost|approximately|more\s+than|at\s+least)\s+$",
    re.I,
)
_PART = re.compile(
    r"\b(?:of\s+(?:whom|which|these|those|them)|including|further|another|other|new|additional|"
    r"from|than|compar\w+|increase|decrease|rise|fall|reduc\w+|each|every|per)\b[^⟦]{0,25}$",
    re.I,
)
_ENDS_THERE = re.compile(
    r"^\s*(?:[.;:)]|$|(?:on|at|as\s+at|by)\s+(?:the\s+)?(?:end\s+of\s+)?⟦d|by\s+the\s+(?:local\s+"
    r"authority|council)|for\s+whom|whose\s+(?:posts?|roles?|jobs?)\s+(?:need|require)\w*\b|in\s+total|in\s+all|identified|which\s+need|who\s+need|in\s+"
    r"consideration|,\s*(?:compared|and\s+the|of\s+(?:whom|which)|⟦))",
    re.I,
)
_BRACKETED = re.compile(
    r"(?P<phrase>(?:[a-z][a-z’'-]*\s+){1,5}?[a-z][a-z’'-]*)\s+\((?:currently\s+|now\s+|n\s?=\s?)?"
    r"⟦c(?P<mark>\d+)⟧\)",
    re.I,
)
_NUMBER_OF = re.compile(
    r"\b(?:the\s+)?(?:total\s+)?number\s+of\s+(?P<phrase>(?:[a-z][a-z’'-]*\s+){1,6}?)"
    r"(?:(?:on|at|as\s+at|by)\s+(?:the\s+end\s+of\s+)?⟦d\d+⟧\s+)?(?:was|is|were|stood\s+at)\s+"
    r"⟦c(?P<mark>\d+)⟧(?=\s*(?:[.;,)]|$|(?:on|at|as\s+at)\s+(?:the\s+end\s+of\s+)?⟦d))",
    re.I,
)
_MARK = re.compile(r"⟦c(\d+)⟧")
_COMPARED_DAY = re.compile(rf"{COMPARED}\s+(?:[a-z]+\s+){{0,3}}?⟦d(\d+)⟧", re.I)


@dataclass(frozen=True)
class Statement:
    """A count of a whole, what it counts by its stems, and its day; `definite` for `the 120`."""

    number: Number
    words: str
    named: frozenset[str]
    on: date | None
    definite: bool

    @property
    def value(self) -> int:
        """The count."""
        return trunc(self.number.value)


def statements(line: Line) -> Iterator[Statement]:
    """Every whole that a line tells outright."""
    for sentence in line.marked:
        if "⟦c" in sentence.text:
            yield from _in_sentence(sentence)


def _in_sentence(sentence: Marked):
    compared = [sentence.thing(match[1]) for match in _COMPARED_DAY.finditer(sentence.text)]
    days = [x for x in sentence.marks("d") if x.precision == DAY and x not in compared]
    for mark in _MARK.finditer(sentence.text):
        number = sentence.thing(mark[1])
        before = text_before(sentence.text, mark.start())
        after = text_after(sentence.text, mark.end())
        match = _OUTRIGHT.search(before[-60:])
        phrase = phrase_after(after)
        rest = after[after.find(phrase) + len(phrase) :] if phrase else after
        definite = bool(re.search(r"\b(?:the|all|these)\s+$", before, re.I))
        if not match or not phrase or _PART.search(before[-60:]) or not _ends(rest, definite):
            continue
        if re.match(r"\s*of\s+(?:the|these|those|our|all)\b", after, re.I):
            continue
        named = stems(phrase)
        if re.search(r"\blooked\s+after\s+$", before, re.I):
            # “We looked after 412 children” counts children looked after.
            named = named | stems("looked after")
        yield Statement(number, phrase, named, _day(sentence, mark, days), definite)
    for item in _NUMBER_OF.finditer(sentence.text):
        number, text = sentence.thing(item["mark"]), item["phrase"].strip()
        yield Statement(number, text, stems(text), _day(sentence, None, days), False)
    for item in _BRACKETED.finditer(sentence.text):
        text = re.split(r"\b(?:the|those|these|all|of\s+the)\s+", item["phrase"])[-1]
        if stems(text) and not _PART.search(text_before(sentence.text, item.start())[-40:]):
            number = sentence.thing(item["mark"])
            yield Statement(number, text, stems(text), _day(sentence, None, days), False)


def _ends(rest, definite):
    """Whether nothing that follows restricts the whole that was named."""
    on = r"\s+(?:and|were|was|are|is|have|had|will)\s+[a-z]" if definite else r"\s+and\s+[a-z]"
    return bool(_ENDS_THERE.match(rest) or re.match(on, rest))


def _day(sentence, mark, days):
    """The one day of a sentence, or the day that stands right by the number."""
    if len(days) == 1:
        return days[0].first
    if mark is None or not days:
        return None
    near = re.search(r"^[^⟦]{0,80}⟦d(\d+)⟧", text_after(sentence.text, mark.end()))
    return sentence.thing(near[1]).first if near else None


_SCOPE_SAID = re.compile(
    r"\b(?:wider|widened|now\s+(?:also\s+)?includ\w+|also\s+includ\w+|restructur\w+|reorganis\w+|"
    r"re-organis\w+|scope|merg\w+|joined|transferr?ed|moved\s+(?:in|out|to)|new\s+directorate|"
    r"(?:different|another)\s+(?:group|population|staff)|(?:not|cannot)\s+(?:be\s+)?compar\w+|"
    r"compared\s+with|previous\w*|"
    r"last\s+(?:report|paper|audit|time|year)|up\s+from|down\s+from|increas\w+|decreas\w+|rise|rose|"
    r"grew|grown|fell|because)\b",
    re.I,
)


@dataclass
class _Section:
    """The texts of a section, whether one tells of a change, and which numbers were found."""

    texts: list[str] = field(default_factory=list)
    tells: bool = False
    has: dict[str, bool] = field(default_factory=dict)


def section_tells(reading: Reading, line: Line, number: str) -> bool:
    """Whether the section of `line` says a word about a change, or prints the number of then."""
    section = shared(reading, _sections)[line.trail]
    if section.tells or not number:
        return section.tells
    if number not in section.has:
        alone = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
        section.has[number] = any(alone.search(text) for text in section.texts)
    return section.has[number]


def _sections(reading):
    """Trail → its section."""
    index = defaultdict(_Section)
    for line in reading.lines:
        section = index[line.trail]
        section.texts.append(line.text)
        section.tells = section.tells or bool(_SCOPE_SAID.search(line.text))
    return index
