"""Shares whose count and base stand further off: in lists, in rates and rows, summed up."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import nearby, opened
from reports.checks.reading import SIDE_BY_SIDE, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import (
    RIGHT,
    both,
    number_text,
    plain,
    rounded,
    share,
    verdict,
)
from reports.prose.quantities.phrases import phrase_after, same_thing, stems

COUNT_THEN_PERCENT = re.compile(
    r"⟦c(?P<count>\d+)⟧(?P<noun>[^⟦;:()]{0,60}?)\s*(?:\(|,\s+(?:or\s+)?)⟦p(?P<percent>\d+)⟧\)?"
    r"(?=(?P<after>[^⟦]{0,80}(?:⟦c\d+⟧)?))",
    re.I,
)
PERCENT_THEN_COUNT = re.compile(
    r"⟦p(?P<percent>\d+)⟧(?P<noun>[^⟦;:()]{0,60}?)\s*\(⟦c(?P<count>\d+)⟧(?=(?P<after>[^⟦]{0,40}))",
    re.I,
)
OF_BASE = re.compile(
    r"(?:^\W*(?:out\s+)?of\s+(?=(?:[a-z]+\s+)?⟦c)|(?:^|\b(?:that|and)\s|[,:]\s)\W*(?:out\s+)?of\s+"
    r"(?:(?:the|all|these|those|our|a\s+total\s+of)\s+|(?=⟦c)))(?:[a-z]+\s+){0,2}?⟦c(?P<base>\d+)⟧",
    re.I,
)
_OF_THE_FORMER = re.compile(r"^\W*of\s+(?:these|those|them)\b[^⟦]{0,40}:?\W*$", re.I)


def bases_of_lists(reading: Reading) -> dict[int, Number]:
    """id of an item → the base that the line over its list states: `Of the 139 …:`, or its only
    count where the items add to it or half of their shares fit it."""
    result, lines = {}, reading.prose()
    for listing, lead in opened(reading):
        if lead is None or not lead.marked:
            continue
        last = lead.marked[-1]
        stated = OF_BASE.match(last.text)
        base = last.thing(stated["base"]) if stated else only_count(last)
        if base is None and _OF_THE_FORMER.match(last.text):
            base = _of_the_former(lines, lead, listing)
        if base is not None and (stated or _is_theirs(listing, base)):
            result |= {id(item): base for item in listing.items}
    return result


def _of_the_former(lines, lead, listing):
    """The count that `Of these:` speaks of: the nearest one before it that the shares fit."""
    place = next(at for at, entry in enumerate(lines) if entry is lead)
    for line in (lead, *reversed(nearby(lines, place, 3))):
        for item in reversed(line.marked):
            for base in item.marks("c"):
                if not base.bound and _is_theirs(listing, base):
                    return base
    return None


def _is_theirs(listing, base):
    entries = [
        (entry.thing(row["count"]), entry.thing(row["percent"]))
        for item in listing.items
        for entry in item.marked[:1]
        for row in (COUNT_THEN_PERCENT.search(entry.text) or PERCENT_THEN_COUNT.search(entry.text),)
        if row
    ]
    fits = sum(verdict(percent, *share(count, base)) == RIGHT for count, percent in entries)
    return len(entries) > 1 and (
        fits * 2 >= len(entries) or sum(count.value for count, _percent in entries) == base.value
    )


def only_count(sentence: Marked) -> Number | None:
    """The one exact count of a sentence, or None where it has several or none."""
    counts = sentence.marks("c")
    return counts[0] if len(counts) == 1 and not counts[0].bound else None


RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_RATE = (
    r"(?:giving\s+|which\s+is\s+|this\s+is\s+|that\s+is\s+|being\s+)?(?:us\s+)?(?:an?\s+)?"
    r"(?:overall\s+)?(?:[a-z-]+\s+)?(?:rate|share|proportion|take-up|uptake|turnout)\s+of\s+"
    r"⟦p(?P<percent>\d+)⟧"
)
_DID = (
    r"(?:replied|responded|returned|answered|took\s+part|completed|attended|accepted|were\s+returned|"
    r"were\s+completed|came|voted|took\s+it\s+up|did\s+so|were\s+received)"
)
_OF_THEM_DID = re.compile(
    rf"(?:^|,\s|\b)(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧[^⟦;:.]{{0,60}}?"
    rf"⟦c(?P<count>\d+)⟧[^⟦;:.]{{0,20}}?{_DID}[^⟦;:.]{{0,40}}?[,(–—-]\s*{_RATE}",
    re.I,
)
_SENT_TO = re.compile(
    r"\b(?:sent|offered|given|issued|put|invited|asked|circulated|distributed)\b[^⟦;:.]{0,40}?"
    rf"⟦c(?P<base>\d+)⟧[^⟦;:.]{{0,60}}?(?:\band\b|\bof\s+whom\b|;|,)\s*⟦c(?P<count>\d+)⟧"
    rf"[^⟦;:.]{{0,30}}?{_DID}[^⟦;:.]{{0,40}}?[,(–—-]\s*{_RATE}",
    re.I,
)
_ROW = r"⟦{0}\d+⟧(?:[^⟦;:.]{{0,40}}?(?:,|\band\b)\s*(?:and\s+)?[^⟦;:.,]{{0,25}}?⟦{0}\d+⟧)+"
_COUNTS, _PERCENTS = (re.compile(_ROW.format(letter), re.I) for letter in "cp")
_BASE = re.compile(
    r"^\W*(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧(?![^⟦;:.,]{0,25}\band\s+⟦c)",
    re.I,
)
_BASES = re.compile(r"\bout\s+of\s+(?P<bases>⟦c\d+⟧(?:\s*(?:,|and)\s*⟦c\d+⟧)+)", re.I)

RateNumbers = tuple[Number, Number, Number]


def response_rates(sentence: Marked) -> Iterator[RateNumbers]:
    """(count, base, per cent) of `sent to 400 … and 240 replied, a response rate of 60%`."""
    for pattern in (_OF_THEM_DID, _SENT_TO):
        for match in pattern.finditer(sentence.text):
            yield tuple(sentence.thing(match[item]) for item in ("count", "base", "percent"))


def respectively(sentence: Marked) -> Iterator[RateNumbers]:
    """(count, base, per cent) of each place of two rows that *respectively* lays side by side."""
    base, bases = _BASE.match(sentence.text), _BASES.search(sentence.text)
    begins = base.end() if base else 0
    percents = _PERCENTS.search(sentence.text, begins)
    counts = _COUNTS.search(sentence.text, begins)
    if not counts or not percents:
        return
    current = bases["bases"] if bases else ""
    values = sentence.marks("c", counts.group().replace(current, "") if current else counts.group())
    shares = sentence.marks("p", percents.group())
    wholes = (
        sentence.marks("c", current) if current else [sentence.thing(base["base"])] if base else []
    )
    wholes = wholes * len(values) if len(wholes) == 1 else wholes
    if len(values) == len(shares) == len(wholes):
        yield from zip(values, wholes, shares, strict=True)


_MEANS = re.compile(
    r"\b(?:account\w*\s+for|make\s+up|makes\s+up|represents?|equates?\s+to|is|are)\s+⟦p(\d+)⟧\s+of\s+"
    r"(?:all|the)\s+(?:our\s+)?(?P<whole>[^⟦.;:]{3,90})",
    re.I,
)
_SUMS_UP = re.compile(
    r"^\W*(?:this|these|together|that|they|so|thus|in\s+all|taken\s+together|combined|both)\b", re.I
)


def percents(reading: Reading) -> Iterator[Fault]:
    """A share of a whole that the section names, which none of the counts before it bears."""
    lines = reading.prose()
    for place, line in enumerate(lines):
        for number, sentence in enumerate(line.marked):
            match = _MEANS.search(sentence.text)
            if not match or sentence.marks("cm"):
                continue
            if not _SUMS_UP.match(sentence.text):
                continue
            before = nearby(lines, place, 8)
            parts = _parts(before, line, number)
            least = sum(part.value for part in parts)
            whole = _whole(before, line, number, stems(phrase_after(match["whole"])), least)
            if whole and parts:
                yield from _none_fits(line, sentence.thing(match[1]), parts, whole)


def _whole(before, line, number, named, least):
    """The last count of the passage that is `least` or more and is told in words of the whole."""
    if len(named) < 2:
        return None
    for item in (line, *reversed(before)):
        value = item.marked[max(0, number - SIDE_BY_SIDE) : number] if item is line else item.marked
        for sentence in value:
            for mark in re.finditer(r"⟦c(\d+)⟧", sentence.text):
                values = sentence.thing(mark[1])
                phrase = phrase_after(sentence.text, mark.end())
                if values.value >= least and same_thing(named, stems(phrase)):
                    return values
    return None


def _parts(before, line, number):
    """The counts that the sentence sums up: those of the last two sentences that have any."""
    items = [sentence for item in before[-2:] for sentence in item.marked]
    own = line.marked[max(0, number - SIDE_BY_SIDE) : number]
    entries = [sentence.marks("c") for sentence in (*items, *own)]
    entries = [numbers for numbers in entries if numbers][-2:]
    return [numbers[0] for numbers in entries if len(numbers) == 1]


def _none_fits(line, percent, parts, whole):
    sums = [sum(part.value for part in parts), *(part.value for part in parts)]
    exact = [value * 100 / whole.value for value in sums if 0 < whole.value >= value]
    if not exact or any(verdict(percent, item, item) != "wrong" for item in exact):
        return
    counted = " + ".join(plain(part) for part in parts)
    counted = f"{counted} = {number_text(sums[0])}" if len(parts) > 1 else counted
    right = rounded(exact[0], percent.places)
    says = (
        f"{counted}, and {number_text(sums[0])} of {plain(whole)} is "
        f"{both(exact[0], right, percent.places)}; the paper says {percent.words}."
    )
    mend = f"Write {number_text(right, percent.places)}%, or say what it is of."
    yield fault(line, percent, says, mend, severity=Severity.WARNING)
