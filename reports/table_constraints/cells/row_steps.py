"""The way of a row over its periods, clause by clause: each year, since a year, so many a year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assurance.runtime.digits import UNITS
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS, EXPECTATIONS, NEGATIONS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.arithmetic import (
    DIRECTION,
    UP,
    WRONG,
    number_text,
    rounded,
    verdict,
    way_of,
)
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, in_periods, whole_row
from reports.quantities.tables import TOTAL, Shown, names, with_quarters_numbered

_PERIOD = r"(?:year|quarter|month|term|half-year|period)"
_CLAUSES = re.compile(r";|,?\s+\b(?:but|before|then|while|whereas|though|although)\b", re.I)
_AFTER = re.compile(
    rf"\b(?:(?:in\s+)?(?P<each>both|each|all|every)\s+(?:of\s+)?(?:the\s+)?(?:⟦[cx]\d+⟧\s+)?{_PERIOD}s?\s+"
    r"(?:that\s+followed|which\s+followed|since|after|afterwards|following)"
    rf"|in\s+the\s+(?:following|next)\s+{_PERIOD}|the\s+{_PERIOD}\s+after(?:wards)?)\b",
    re.I,
)
_LAST = re.compile(
    rf"\b(?:each|every|both|all)\s+of\s+the\s+(?:last|past)\s+(?P<many>⟦[cx]\d+⟧|two|three|four|five)"
    rf"(?:\s+{_PERIOD}s)?\b|\b(?:for|in)\s+the\s+⟦[cx](?P<running>\d+)⟧(?:st|nd|rd|th)?\s+{_PERIOD}\s+running\b",
    re.I,
)
_THROUGHOUT = re.compile(
    rf"\b(?:(?:each|every)\s+{_PERIOD}|{_PERIOD}\s+(?:on|by|after)\s+{_PERIOD})\b", re.I
)
_OVERALL = re.compile(
    r"\b(?:over|across|during|in)\s+(?:the\s+)?(?:whole\s+)?(?:⟦[cx]\d+⟧\s+)?(?:period|years|quarters)\b"
    r"|\b(?:overall|since\s+then)\b",
    re.I,
)
_EACH_BY = re.compile(
    rf"\bby\s+(?P<about>about\s+|around\s+|some\s+|an\s+average\s+of\s+)?⟦c(?P<mark>\d+)⟧(?:\s+[a-z]+)?\s+"
    rf"(?:a|an|each|every|per)\s+{_PERIOD}\b",
    re.I,
)
_IN_TURN = re.compile(
    r"\bby\s+(?P<list>⟦c\d+⟧(?:,\s+⟦c\d+⟧)*,?\s+(?:and|then|and\s+then)\s+⟦c\d+⟧)", re.I
)
_BY_SHARE = re.compile(r"\b(?:by|of)\s+(?:[a-z]+\s+)?⟦p(\d+)⟧", re.I)
_THAN_THEN = re.compile(
    r"\b(?:(?P<up>higher|greater|larger|bigger|more)|lower|smaller|fewer|less)\s+(?:now\s+)?than\s+"
    r"(?:(?:it|they)\s+(?:was|were)\s+|(?:at|in|on)\s+|the\s+(?:level|figure|number)\s+(?:of|in)\s+)",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{EXCEPTIONS}|{CONDITIONS}|{EXPECTATIONS}|no|none|rate|"
    r"nearly|almost|most|fastest|slower|faster|more\s+slowly)\b",
    re.I,
)
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage|per\s+cent)\b", re.I)
_PLAIN = frozenset(("child", "young", "people", "person", "march", "december", "all", "total"))
_FEW, _MEND = 3, "Write what the table shows."


@dataclass(frozen=True)
class Way:
    """A row with its numbers in the periods of a table, in their order."""

    table: Shown
    label: str
    heads: tuple[str, ...]
    values: tuple[Fraction, ...]
    kind: str

    def at(self, text: str) -> list[int]:
        """The places of the periods that a text names."""
        # “In March 2017” is the end of 2016/17.
        text = with_quarters_numbered(text)
        places = [place for place, head in enumerate(self.heads) if names(text, head)]
        return places or [
            place
            for place, head in enumerate(self.heads)
            if (year := re.fullmatch(r"(?:20\d\d)[/–-](\d\d)", head.strip()))
            and re.search(rf"\b31\s+March\s+20{year[1]}\b|\bMarch\s+20{year[1]}\b", text)
        ]


def row_steps(reading: Reading) -> Iterator[Denial]:
    """A row goes up or down in each period that is named, and by so many."""
    for row, tables in beside_tables(reading):
        for table in in_periods(row, tables, _FEW):
            yield from _of_row(row, table)


def _of_row(row: Statement, table: Shown) -> Iterator[Denial]:
    if _UNSURE.search(row.sentence.text):
        return
    ways = _ways_of(row, table)
    denied = [_wrong(row, way) for way in ways]
    # A row of which it is true may be the one that is meant.
    if denied and all(denied):
        way, wrong = ways[0], denied[0]
        says = f"For “{way.label}” the table ({table.grid.at}) has {_listed(way)}, but the report "
        yield Denial(row.line, row.span, f"{says}uses “{row.sentence.said(wrong).strip()}”.", _MEND)


def _wrong(row: Statement, way: Way) -> str:
    """The words of a sentence that a row denies; empty where it bears them."""
    reads = (read(row, way) for read in (_in_turn, _each_by, _share, _than_then))
    return next(filter(None, reads), None) or next(_directions(row, way), "")


def _ways_of(row: Statement, table: Shown) -> list[Way]:
    """The rows of which the subject of a sentence has a word, the likeliest first, where it is one
    and has a number in each period."""
    word = re.search(DIRECTION, row.sentence.text, re.I) or _THAN_THEN.search(row.sentence.text)
    ahead = row.sentence.said(row.sentence.text[: word.start()] if word else "")
    own = stems_in(ahead) - _PLAIN
    shared = {
        place: len(own & _compared(label))
        for place, label in enumerate(table.rows)
        if not TOTAL.match(label)
    }
    places = sorted((at for at in shared if shared[at]), key=lambda at: -shared[at])
    if not places or [shared[at] for at in places].count(shared[places[0]]) > 1:
        return []
    ways = [_way(table, place) for place in places]
    return ways if all(ways) else []


def _compared(label):
    """The roots of a label, and of what is compared in it: “later” is of what is late."""
    own = stems_in(label)
    return own | {word.removesuffix("r") for word in own}


def _way(table: Shown, place) -> Way | None:
    cells = whole_row(table, place)
    if not cells:
        return None
    heads = tuple(head for _, head in table.periods)
    values = tuple(cell.value for cell in cells)
    return Way(table, table.rows[place], heads, values, cells[0].kind)


def _directions(row: Statement, way: Way) -> Iterator[str]:
    """The first clause whose word of direction the steps that it names deny."""
    text, last = row.sentence.text, []
    edges = [0, *(match.end() for match in _CLAUSES.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        clause = text[start:end]
        words = list(re.finditer(DIRECTION, clause, re.I))
        steps, last = _steps_of(row, way, clause, last)
        if len(words) == 1 and steps:
            up = way_of(words[0]) == UP
            if any((b <= a) if up else (b >= a) for a, b in steps):
                yield clause


def _steps_of(row: Statement, way: Way, clause, last) -> tuple[Sequence, list[int]]:
    """(the steps that a clause names, the place of the last period in it)."""
    named, values = way.at(row.sentence.said(clause)), way.values
    steps = list(pairwise(values))
    after, latest = _AFTER.search(clause), _LAST.search(clause)
    if after and (named or last):
        start = (named or last)[-1]
        return steps[start:] if after["each"] else steps[start : start + 1], [start + 1]
    if latest:
        many = _many(row, latest)
        return (steps[-many:], [len(values) - 1]) if 1 < many <= len(steps) else ((), last)
    if _THROUGHOUT.search(clause) and not re.search(r"\b(?:but|except)\b", clause):
        return steps[named[0] :] if len(named) == 1 else steps, named or last
    if len(named) == 1 and re.search(r"\bsince\b", clause):
        return [(values[named[0]], values[-1])], named
    if len(named) == 1 and named[0] and not re.search(r"\bby\s|\bfrom\s|\bto\s", clause):
        return [steps[named[0] - 1]], named
    return (), named or last


def _many(row: Statement, match):
    if match["running"]:
        return row.sentence.thing(match["running"]).value.numerator
    mark = re.search(r"\d+", match["many"])
    return (
        row.sentence.thing(mark[0]).value.numerator
        if mark
        else UNITS.index(match["many"].casefold())
    )


def _in_turn(row: Statement, way: Way) -> str:
    """`By 14, 13 and 14 in successive years`: each step of as many periods."""
    match = _IN_TURN.search(row.sentence.text)
    stated = [item.value for item in row.sentence.marks("c", match["list"])] if match else []
    steps = [abs(b - a) for a, b in pairwise(way.values)]
    if len(stated) < _FEW - 1 or len(stated) > len(steps):
        return ""
    runs = [steps[at : at + len(stated)] for at in range(len(steps) - len(stated) + 1)]
    alike = max((sum(a == b for a, b in zip(stated, run, strict=True)) for run in runs), default=0)
    return match.group() if stated not in runs and alike >= len(stated) - 1 else ""


def _each_by(row: Statement, way: Way) -> str:
    """`By four a year`: every step, or all of them on average."""
    match = _EACH_BY.search(row.sentence.text)
    if not match or way.kind != COUNT or len(way.at(row.sentence.said())) > 0:
        return ""
    by = row.sentence.thing(match["mark"]).value
    steps = [abs(b - a) for a, b in pairwise(way.values)]
    mean = Fraction(abs(way.values[-1] - way.values[0]), len(steps))
    is_near = match["about"] and abs(mean - by) * 10 <= by
    return "" if set(steps) == {by} or rounded(mean, 0) == by or is_near else match.group()


def _share(row: Statement, way: Way) -> str:
    """`It shrank by 10% over the period`: from first to last, or between those named."""
    text = row.sentence.text
    match = _BY_SHARE.search(text)
    named = way.at(row.sentence.said())
    whole = _OVERALL.search(text) and not named
    if not match or way.kind != COUNT or _SHARE_OF.search(text) or len(row.counts):
        return ""
    since = len(named) == 1 and re.search(r"\bsince\b", text)
    pair = (0, -1) if whole else (named[0], -1) if since else named if len(named) == 2 else None
    if pair is None or not way.values[pair[0]] or not re.search(DIRECTION, text, re.I):
        return ""
    first, last = (way.values[at] for at in pair)
    number, change = row.sentence.thing(match[1]), abs(last - first) * 100 / first
    return match.group() if number.kind == PERCENT and _is_off(number, change) else ""


def _is_off(number, change):
    return verdict(number, change, change) == WRONG


def _than_then(row: Statement, way: Way) -> str:
    """`It is lower than it was in 2013/14`: the last period, or the one that is named first."""
    match = _THAN_THEN.search(row.sentence.text)
    named = way.at(row.sentence.said(row.sentence.text[match.end() :])) if match else []
    ahead = way.at(row.sentence.said(row.sentence.text[: match.start()])) if match else []
    if len(named) != 1 or len(ahead) > 1 or len(row.quantities):
        return ""
    new, old = way.values[(ahead or [-1])[0]], way.values[named[0]]
    return match.group() if ((new <= old) if match["up"] else (new >= old)) else ""


def _listed(way: Way):
    values = ", ".join(number_text(value) for value in way.values[:-1])
    return f"{values} and {number_text(way.values[-1])}"
