"""Small numbers in headline figures, in what a reckoned number is made of, in tables of shares.

The name of a headline figure names the people counted; the list of figures prints each typed number
that a sum, difference or share is made of.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from assurance.figures.small_numbers import is_small
from assurance.runtime.digits import whole
from reports.checks.numbers.disclosure.people_counts import CHILDREN, TELLS_OF, few_fault
from reports.checks.numbers.disclosure.rests import wholes_of
from reports.checks.numbers.disclosure.sentences import Passage, is_plain
from reports.checks.numbers.disclosure.share_counts import counts_of
from reports.checks.reading import HEADLINES, ITEM, PROSE, Line, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.documents.entries import STATED
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.phrases import PEOPLE

_TYPED_PART = re.compile(r"([0-9][0-9,]*) \(typed; source")
_LEAVES = "“{}” and “{}” together reveal so few children that a reader may recognise one of them."
_MADE_OF = (
    "“{}” is made of typed numbers, which the list of figures prints. They reveal so few children "
    "that a reader may recognise one of them."
)
_SHARE = (
    "“{}” of the {} children in the paragraph before this table reveals so few children that a "
    "reader may recognise one of them."
)
_OF_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|average|other)\b", re.I)
_MEND = "Give one of the two numbers, put groups together, or leave them out."
_WITHOUT = "Put groups together, or leave the number out."


def small_headlines(reading: Reading, most: int | None) -> Iterator[Fault]:
    """Typed headline figures that count few people, or leave few of another of their group."""
    groups = defaultdict(list)
    for line in reading.lines:
        if line.kind == ITEM and line.where.startswith(HEADLINES) and (item := _named(line)):
            groups[line.where].append(item)
    for items in groups.values():
        for line, number, people in items:
            if not _is_typed(line, number):
                continue
            if number.kind == COUNT and is_small(number.value, most) and not number.bound:
                yield few_fault(line, (number.start, number.end), people, most)
            elif other := _leaving_few(number, items, most):
                says = _LEAVES.format(number.words, other.words)
                yield fault(line, number, says, _MEND, severity=Severity.ERROR)


def _named(line: Line):
    """(the line of a headline figure, its number, the people of its name); None of other things."""
    name, _, _value = line.text.partition(": ")
    match = TELLS_OF.search(name)
    if not match or not is_plain(name[match.end() :]):
        return None
    number = next((item for item in line.numbers if item.start >= len(name) + 2), None)
    return (line, number, match.group()) if number else None


def _is_typed(line, number):
    entry = line.entry_at(number.start)
    return entry is None or entry.key == STATED


def _leaving_few(number, items, most):
    """The count of children of which a count or share leaves few, or gives few."""
    for _line, other, people in items:
        if other is number or other.kind != COUNT or not CHILDREN.search(people):
            continue
        counts = counts_of(number, other.value)
        few = all(is_small(count, most) for count in counts)
        if counts and (few or all(is_small(other.value - count, most) for count in counts)):
            return other
    return None


def small_parts(reading: Reading, most: int | None) -> Iterator[Fault]:
    """Numbers reckoned from typed ones that are few children, or leave few of them."""
    for line in reading.lines:
        yield from _in_line(line, "", most)
    for grid in reading.grids:
        for row in grid.rows:
            for place, cell in enumerate(row[1:], 1):
                heads = (grid.caption, row[0].text, *(x.text for x in grid.columns[place:][:1]))
                yield from _in_line(cell, "; ".join(heads), most)


def _in_line(line, heads, most):
    for item in line.live:
        entry = item.entry
        counts = [whole(text.replace(",", "")) for text in _TYPED_PART.findall(entry.rule)]
        if entry.base_count is not None and entry.count is not None:
            counts.append(entry.base_count - entry.count)
        if not _TYPED_PART.search(entry.rule) or not any(is_small(count, most) for count in counts):
            continue
        about = heads or line.sentence_at(item.start).text
        match = PEOPLE.search(about)
        of_children = entry.unit == "children" or (CHILDREN.search(about) and _tells(about))
        if match and of_children:
            says = _MADE_OF.format(line.text[item.start : item.end])
            yield fault(line, (item.start, item.end), says, _WITHOUT, severity=Severity.ERROR)


def small_shares(reading: Reading, most: int | None) -> Iterator[Fault]:
    """Typed shares of children in a table, of the one count of children in the paragraph before
    it, that are few of them or leave few."""
    for grid in reading.grids:
        base = _base_before(reading, grid)
        for row in grid.rows if base else ():
            for place, cell in enumerate(row[1:], 1):
                heads = (grid.caption, row[0].text, *(x.text for x in grid.columns[place:][:1]))
                about = "; ".join(heads)
                if not _tells(about) or _OF_OTHERS.search(about):
                    continue
                for number in cell.numbers:
                    counts = counts_of(number, base) if number.kind == PERCENT else []
                    few = all(is_small(count, most) for count in counts)
                    left = all(is_small(base - count, most) for count in counts)
                    if counts and (few or left) and _is_typed(cell, number):
                        yield fault(cell, number, _SHARE.format(number.words, base), _MEND)


def _base_before(reading, grid):
    """The only count of children in the paragraph right before a table; None without one."""
    place = reading.first_places.get(grid.where)
    if not place:
        return None
    line = reading.lines[place - 1]
    passages = [Passage(line, sentence) for sentence in line.marked] if line.kind in PROSE else ()
    values = {value for passage in passages for value in wholes_of(passage) or ()}
    return values.pop() if len(values) == 1 else None


def _tells(text):
    return any(is_plain(text[match.end() :]) for match in CHILDREN.finditer(text))
