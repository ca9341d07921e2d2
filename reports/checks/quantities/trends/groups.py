"""Two values that are set side by side, each with the people or things that it is of."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.quantities.model import Denial, constraint
from reports.checks.reading import Grid, Line, Reading
from reports.prose.content import content
from reports.prose.dates import YEARS
from reports.prose.marks import Marked

_VALUE = r"⟦[cp]\d+⟧"
# “198 in 2014/15 (paid staff and volunteers) and 224 in 2015/16 (paid staff only)”.
_IN_BRACKETS = re.compile(
    rf"(?:{_VALUE}[^⟦().;:]{{0,40}}⟦d(?P<day>\d+)⟧|⟦d(?P<ahead>\d+)⟧[^⟦().;]{{0,30}}{_VALUE}[^⟦().;:]{{0,30}})"
    r"\s+\((?P<who>(?:[^()⟦\d]|⟦x\d+⟧){6,80})\)",
    re.I,
)
# “The first is for all complaints and the second for complaints from parents”.
_FIRST = re.compile(
    r"\bthe\s+first\s+(?:figure\s+|number\s+)?(?:is|was|covers|counts)\s+(?:for\s+|of\s+)?"
    r"(?P<one>[^,;.⟦]{6,80}?),?\s+and\s+the\s+second\s+(?:figure\s+|number\s+)?(?:(?:is|was|covers|counts)\s+)?"
    r"(?:for\s+|of\s+)?(?P<other>[^,;.⟦]{6,80})",
    re.I,
)
_AGAIN = re.compile(r"\b(?:the\s+same|too|also|likewise|again)\b", re.I)
_COUNTED = re.compile(
    r"\b(?:who\s+(?:is|are|was)\s+counted|counted|covers|population|group\s+counted|scope|basis)\b",
    re.I,
)
# “Volunteers are counted in 2015/16 for the first time, so that the two can be set side by side”.
_ALIKE = re.compile(
    r"\b(?:like\s+with\s+like|(?:same|one)\s+basis|directly\s+comparable|without\s+adjustment|"
    r"can\s+be\s+(?:set\s+beside|compared))\b",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:counted|included|taken\s+in)\s+in\s+⟦d\d+⟧\s+for\s+the\s+first\s+time|"
    r"of\s+the\s+(?:first|second)\s+(?:figure|number)?\s*only)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no|cannot|neither)\b", re.I)
_MEND = "Compare the same groups, or say that they differ."


@constraint("groups-unlike", "C07; source of error 7")
def groups(reading: Reading) -> Iterator[Denial]:
    """Two values of one measure at two times are of one group."""
    for line, sentence in reading.sentences():
        yield from _beside(line, sentence)
        yield from _since(line, sentence)
    for listing in reading.lists:
        rows = [(item, row) for item in listing.items if (row := _described(item))]
        if len(rows) == 2:
            yield from _unlike(rows[1][0], rows[0][1], rows[1][1])
    for grid in reading.grids:
        yield from _of_table(grid)


def _beside(line: Line, sentence: Marked) -> Iterator[Denial]:
    """Two values of a sentence, each with its time and its group."""
    described = _in_brackets(sentence)
    if len(described) == 2:
        yield from _unlike(line, *described)
    match = _FIRST.search(sentence.text)
    if match and len(sentence.marks("d")) in (0, 2):
        yield from _unlike(line, ("first", match["one"]), ("second", match["other"]))


def _in_brackets(sentence: Marked):
    """(the time, the group) of each value that has both."""
    matches = _IN_BRACKETS.finditer(sentence.text)
    return [(sentence.thing(item["day"] or item["ahead"]).words, item["who"]) for item in matches]


def _described(item: Line):
    """The time and the group of the one value of an item of a list, or None."""
    described = [row for sentence in item.marked for row in _in_brackets(sentence)]
    return described[0] if len(described) == 1 else None


def _unlike(line: Line, first, last) -> Iterator[Denial]:
    """The denial of two groups that have words in common and others besides."""
    one, other = content(first[1]), content(last[1])
    changed = _shorn(first[1]) != _shorn(last[1]) and first[0] != last[0]
    if one & other and changed and not _AGAIN.search(last[1]) and len(one ^ other):
        says = f"One value is of “{first[1].strip()}” and the other of “{last[1].strip()}”."
        yield Denial(line, (0, len(line.text)), says, _MEND)


def _shorn(text):
    return " ".join(re.findall(r"[a-z]+", text.casefold()))


def _of_table(grid: Grid) -> Iterator[Denial]:
    """The rows of two times whose cells say that other groups were counted."""
    for place, head in enumerate(grid.columns):
        if not place or not _COUNTED.search(head.text):
            continue
        rows = [row for row in grid.rows if place < len(row) and _is_time(row[0])]
        if len(rows) < 2 or len(rows) != len(grid.rows):
            continue
        for first, last in pairwise(rows):
            cells = first[place].text, last[place].text
            if not any(re.search(r"\d", cell) for cell in cells):
                yield from _unlike(last[place], ("first", cells[0]), ("last", cells[1]))


def _is_time(cell: Line):
    dates = cell.dates
    return len(dates) == 1 and (dates[0].precision == YEARS or dates[0].first is not None)


def _since(line: Line, sentence: Marked) -> Iterator[Denial]:
    """A group that was counted but once, in a sentence that has the two numbers alike."""
    change, alike = _SINCE.search(sentence.text), _ALIKE.search(sentence.text)
    near = sentence.text[max(0, alike.start() - 60) : alike.end()] if alike else ""
    if change and alike and not _NOT.search(near):
        says = f"“{sentence.said(change.group())}” and “{alike.group()}” cannot both be."
        yield Denial(line, (sentence.start, sentence.end), says, _MEND)
