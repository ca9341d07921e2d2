"""Shares, rates and averages of a number that is not shown: “1.6% are placed far away”; “18 visits
to them” and, paragraphs on, “6 visits to each”."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from reports.checks.numbers.disclosure.people_counts import TELLS_OF
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.hidden.parts import (
    OF_PEOPLE,
    PEOPLE_UNITS,
    HiddenPart,
    Passage,
    hidden_parts,
    is_of_another_time,
    passages,
)
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.arithmetic import extent
from reports.prose.quantities.number_forms import half_unit
from reports.prose.quantities.phrases import phrase_after, stems

_HEAD = (
    r"(?:child|young\s+person|person|head|placement|place|family|carer|member\s+of\s+staff|baby)"
)
_EACH_BEHIND = re.compile(
    rf"^(?:\s+[a-z’'-]+){{0,4}}?\s+(?:each\b|apiece\b|(?:per|a|for\s+(?:each|every))\s+{_HEAD}\b|"
    r"for\s+(?:each|every\s+one)\b|on\s+average\b|to\s+each\b)",
    re.I,
)
_EACH_AHEAD = re.compile(
    rf"\b(?:each(?!\s*(?:and\b|,))|every\s+{_HEAD}|average|mean|typically)\b[^.;]{{0,60}}$", re.I
)
_EACH_TITLE = re.compile(rf"\b(?:per\s+{_HEAD}|average|mean|each)\b", re.I)
PER_MANY = re.compile(
    r"\s*(?:[a-z’'-]+\s+){0,3}?(?:per|in\s+every|for\s+every)\s+1\d*[0,]*0\b", re.I
)
_SHARE_IS = re.compile(r"\b(?:share|proportion|percentage|rate)\b[^.;]{0,80}$", re.I)
_CHANGE = re.compile(
    r"\b(?:rose|risen|fell|fallen|up|down|increased?|decreased?|reduced|grew|more|less|by)\s+(?:by\s+)?$",
    re.I,
)
_SHARES_TITLE = re.compile(r"^\W*(?:share|proportion|percentage|per\s?cent|rate)\s+of\b", re.I)
_REFERS = re.compile(
    r"^\W*(?:that|this|these|those|they|it|each|every|on\s+average|the\s+average)\b|\b(?:each|them|apiece)\b",
    re.I,
)

# “£400 a week”: no total.
_OVER_TIME = re.compile(
    r"\s*(?:(?:a|per|each|every)\s+(?:day|night|week|month|year)|weekly|daily)\b", re.I
)
# So many sentences on, “each” still is each of those.
_FAR = 3
# Fewer values than these tell what is hidden.
_FEWEST = 3
_SAYS = (
    "“{}” is a share or a rate of a number that is not shown. Readers could work that number out."
)
_PAIR = "“{}” and “{}” ({}) are an average and its total: they give a number that is not shown."
_MEND = "Leave one of them out, or write about all children together."


@dataclass(frozen=True)
class _Fact:
    """A number about a hidden part; `is_each` where it is an average over its people."""

    passage: Passage
    number: Number
    entry: Entry | None
    is_each: bool

    @property
    def noun(self) -> frozenset[str]:
        """The stems of what it counts, none where that is not named next to it."""
        if self.entry is not None:
            return stems(self.entry.title.split(" to ")[0].split(" per ")[0])
        return stems(phrase_after(self.passage.line.text, self.number.end)[:40])

    @property
    def is_over_time(self) -> bool:
        """True if it is so much in each week or year."""
        return bool(_OVER_TIME.match(self.passage.line.text, self.number.end))


@rule(
    "hidden-number-rate",
    Severity.ERROR,
    "disclosure design on derived values",
    family="numbers",
    follows=("gives-away", "small-number", "percent-without-base"),
)
def rates(reading: Reading, _known) -> Iterator[Fault]:
    """No share, rate or average lets a reader work out a number that is not shown."""
    parts = hidden_parts(reading)
    facts = defaultdict(list)
    for part, passage, number, entry in _about(reading, parts) if parts else ():
        if number.bound or is_of_another_time(passage, part):
            continue
        if _is_share(passage, number, entry):
            yield fault(passage.line, number, _SAYS.format(number.words), _MEND)
        elif number.kind in (COUNT, MONEY) and not is_share_of_people(number, entry):
            facts[part].append(_Fact(passage, number, entry, _is_each(passage, number, entry)))
    for rows in facts.values():
        yield from _pairs(rows)


def _about(reading, parts) -> Iterator[tuple[HiddenPart, Passage, Number, Entry | None]]:
    """Each number with the hidden part that its sentence, or its figure's title, is about."""
    last, far, trail = (), 0, None
    for passage in passages(reading):
        own = tuple(part for part in parts if part.is_named_in(passage.words))
        if passage.line.trail != trail:
            last, trail = (), passage.line.trail
        if own:
            last, far = own, 0
        elif far < _FAR and _REFERS.search(passage.text):
            own, far = last, far + 1
        else:
            far += 1
        for number, entry in passage.numbers:
            if entry is None:
                yield from ((part, passage, number, None) for part in own)
                continue
            named = stems(entry.title)
            yield from (
                (part, passage, number, entry)
                for part in parts
                if part.key != entry.key
                and part.end == entry.end
                and not entry.mark
                and (part.is_named_in(named) or (part in own and entry.unit not in PEOPLE_UNITS))
            )


def _is_share(passage, number, entry) -> bool:
    """True if a number is a share of people: those of the hidden part, or that part of them."""
    ahead = passage.line.text[passage.sentence.start : number.start]
    behind = passage.line.text[number.end : number.end + 120]
    if entry is not None:
        return is_share_of_people(number, entry)
    if number.kind == PERCENT:
        plain = number.value not in (0, 100) and not _CHANGE.search(ahead)
        return plain and bool(OF_PEOPLE.match(behind) or _SHARE_IS.search(ahead))
    return number.kind == COUNT and bool(PER_MANY.match(behind)) and not _CHANGE.search(ahead)


def is_share_of_people(number: Number, entry: Entry | None) -> bool:
    """True if a figure is a share or a rate of people."""
    if entry is None or entry.unit not in ("hundredths of a per cent", "hundredths", "per cent"):
        return False
    title = _SHARES_TITLE.sub("", entry.title)
    is_rate = number.kind == PERCENT or bool(PER_MANY.search(title))
    return is_rate and bool(TELLS_OF.search(title))


def _is_each(passage, number, entry) -> bool:
    """True if a number is what one of some people has, on average."""
    line = passage.line
    if entry is not None and _EACH_TITLE.search(entry.title):
        return True
    ahead = line.text[passage.sentence.start : number.start]
    return bool(
        _EACH_BEHIND.match(line.text[number.end : passage.sentence.end])
        or _EACH_AHEAD.search(ahead)
        or _EACH_TITLE.search(passage.heads)
    )


def _pairs(rows: list[_Fact]) -> Iterator[Fault]:
    """The averages that, with a total of the same things, leave few values for how many they are
    of."""
    for item in (row for row in rows if row.is_each):
        for whole in (row for row in rows if not row.is_each and not row.is_over_time):
            same = item.number.kind == whole.number.kind and (
                not item.noun or not whole.noun or item.noun & whole.noun
            )
            if same and item.number is not whole.number and 0 < _values(whole, item) < _FEWEST:
                where = whole.passage.line.at
                says = _PAIR.format(item.number.words, whole.number.words, where)
                yield fault(item.passage.line, item.number, says, _MEND)
                break


def _values(whole: _Fact, item: _Fact) -> int:
    """How many numbers of people share a total so that each has as much as an average prints."""
    (least, most), (low, high) = _extent(whole.number), _extent(item.number)
    return max(0, floor(most / low) - ceil(least / high) + 1) if low > 0 else _FEWEST


def _extent(number: Number) -> tuple[Fraction, Fraction]:
    """Between which values it lies: an average with decimals was rounded."""
    if number.kind != COUNT or not number.places:
        return extent(number)
    half = half_unit(number)
    return number.value - half, number.value + half
