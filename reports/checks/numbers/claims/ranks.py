"""`The largest`, `the next`, `the lowest`: whether the numbers of the passage bear the rank."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.numbers.columns import TableSums, counted
from reports.checks.numbers.passages import leads, nearby, opened
from reports.checks.reading import Line, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked
from reports.prose.quantities.bands import band_of
from reports.prose.quantities.phrases import stems

_MOST = re.compile(
    r"\b(?P<high>largest|biggest|highest|greatest|most\s+common|most\s+frequent|commonest)\b"
    r"|\b(?P<low>smallest|lowest|least\s+common|rarest)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:since|ever|in\s+the\s+(?:region|country)|nationally|recorded\s+in|years?|second|third|next|"
    r"one\s+of|among\s+the|possible|quality|priority|standards?|risk|need|profile|percentage\s+point)\b",
    re.I,
)
# “The lowest was for plans (71), with 65 for visits”: numbers of one kind, each for its own thing.
_FOR = re.compile(r"\b(?:for|in|at)\s+(?:the\s+)?[a-z][^⟦,;:.]*\($", re.I)
_WITH_FOR = re.compile(r"\)?,?\s+(?:with|against|and)\s+⟦[cp]\d+⟧\s+(?:for|in|at)\b", re.I)
_AGE_RANK = re.compile(
    r"\b(?P<rank>largest|biggest|next)\b(?:\s+[a-z]+){0,2}?\s+(?:remains?|is|are|was|were)\b.*?"
    r"(?:aged?\s+)?(?P<from>\d{1,2})\s?(?:–|-|to)\s?(?P<to>\d{1,2})\b",
    re.I,
)
_BAND_TOLD = re.compile(
    r"\b(?P<band>\d{1,2}\s?(?:–|-|to)\s?\d{1,2})(?=[\s-]+year|\s+with\b|\s*\(|,\s+with\b)"
    r"|\baged\s+(?P<aged>\d{1,2}\s?(?:–|-|to)\s?\d{1,2})\b"
)
_PEOPLE = re.compile(r"⟦c(\d+)⟧\s+(?:looked\s+after\s+)?(?:children|young\s+people)")


@rule("rank-denied", Severity.WARNING, "C15; source of error 11")
def ranks(reading: Reading, _known) -> Iterator[Fault]:
    """What is called the largest or smallest is so among the numbers beside it."""
    yield from _in_lists(reading)
    tables = shared(reading, _tables_nearby)
    for line, sentence in reading.sentences():
        match = _MOST.search(sentence.text)
        if match and not _OTHERS.search(sentence.text):
            yield from _in_sentence(line, sentence, match)
            for table in tables.get(reading.places[id(line)], {}).values():
                yield from _in_table(line, sentence, match, table)


@rule("rank-over-part", Severity.WARNING, "C15; source of error 11")
def over_part(reading: Reading, _known) -> Iterator[Fault]:
    """A rank among bands is told of bands that cover the whole."""
    lines = reading.prose()
    for place, line in enumerate(lines):
        match = _AGE_RANK.search(line.text)
        own = list(_bands_told(line)) if match else []
        if not own or match["rank"].casefold() == "next":
            continue
        around = [*nearby(lines, place, 9), line, *_following(lines, place)]
        entries = [item for other in around for item in _bands_told(other)]
        whole = _whole(around)
        if whole is not None and len(entries) > 1:
            yield from _thin(line, own[0][1], entries, whole)


def _in_sentence(line: Line, sentence: Marked, result):
    """`the largest group is X (27), then Y (40)`: the number nearest the word against the rest."""
    marks = list(re.finditer(r"⟦([cp])(\d+)⟧", sentence.text))
    after = [mark for mark in marks if mark.start() > result.start()]
    if not after or len(marks) < 2:
        return
    kind, mine = after[0][1], sentence.thing(after[0][2])
    between = sentence.text[result.end() : after[0].start()]
    rest = [sentence.thing(item[2]) for item in after[1:] if item[1] == kind]
    followed = sentence.text[after[0].end() :]
    joins = re.match(
        r"\)?[^⟦;.:]{0,40}?(?:,|\band\b|\bthen\b|followed\s+by)[^⟦;:.]{0,80}⟦", followed, re.I
    )
    if not joins or len(between) > 90 or re.match(r"\)?\s*(?:out\s+)?of\b", followed, re.I):
        return
    passing = _passing(result, mine, rest)
    alike = _FOR.search(between) and _WITH_FOR.match(followed)
    if passing and (alike or re.search(r"\b(?:then|next|followed|second)\b", followed, re.I)):
        yield _passed(line, mine, result.group(), passing[0].words)


def _in_lists(reading):
    """A list one of whose items is called the largest, while another passes it."""
    opens = leads(reading)
    for listing, _lead in opened(reading):
        firsts = [(item, _number(item)) for item in listing.items]
        if len(firsts) < 2 or not all(number for _item, number in firsts):
            continue
        for item, number in firsts:
            match = _MOST.search(item.text)
            if not match or _OTHERS.search(item.text) or id(item) not in opens:
                continue
            alike = [other for _item, other in firsts if other.kind == number.kind]
            if passing := _passing(match, number, alike):
                yield _passed(item, number, match.group(), passing[0].words)


def _passing(result, mine, others):
    """Those of `others` that pass what is called the largest, or the smallest."""
    way = 1 if result["high"] else -1
    return [other for other in others if other.value * way > mine.value * way]


def _number(item):
    stated = [number for number in item.numbers if number.kind in ("count", "percent")]
    return stated[0] if stated else None


def _tables_nearby(reading):
    """Place of a line → the tables within three lines of it, by their anchors."""
    ends, tables = {}, {grid.where: counted(grid) for grid in reading.grids if grid.where}
    for place, line in enumerate(reading.lines):
        if line.where in tables:
            ends.setdefault(line.where, []).append(place)
    last = {line.where.rpartition("-r")[0]: place for place, line in enumerate(reading.lines)}
    index = {}
    for where, table in tables.items():
        for end in (*ends.get(where, ()), *({last[where]} if where in last else ())):
            for place in range(end - 3, end + 4) if table else ():
                index.setdefault(place, {})[where] = table
    return index


def _in_table(line: Line, sentence: Marked, result, table: TableSums):
    """A row that the sentence calls the largest, while another row of the one column passes it."""
    columns = table.sums()
    if len(columns) != 1:
        return
    value, column = stems(sentence.text[result.start() :]), columns[0]
    rows = [part for part in table.parts() if column.cells[part].count]
    named = [row for row in rows if (head := stems(table.rows[row])) and head <= value]
    if len(named) != 1 or len(rows) < 3:
        return
    mine = column.cells[named[0]].count
    is_high = bool(result["high"])
    values = {column.cells[row].value: table.rows[row] for row in rows}
    best = max(values) if is_high else min(values)
    if best != mine.value:
        says = (
            f"The paper says “{result.group()}” of “{table.rows[named[0]]}” ({mine.words}), and in "
            f"the table “{values[best]}” has {best}."
        )
        place = sentence.start
        yield fault(line, place, says, "Name the row that the table shows.")


def _passed(line, number, word, other):
    says = f"{number.words} is called the {word.casefold()}, and {other} passes it."
    return fault(line, number, says, "Put the order or the number right.")


def _following(lines, place):
    trail = lines[place].trail
    return [line for line in lines[place + 1 : place + 3] if line.trail == trail]


def _bands_told(line):
    """(band, its count) of each sentence of a line that states both."""
    for sentence in line.marked:
        text = line.text[sentence.start : sentence.end]
        match = _BAND_TOLD.search(text)
        counts = [mark for mark in sentence.marks("c") if not mark.bound]
        band = band_of(match["band"] or match["aged"]) if match else None
        if band and counts:
            yield band, counts[0]


def _whole(lines):
    """The greatest count of the passage that is told of children looked after by one day."""
    for line in lines:
        for sentence in line.marked:
            match = _PEOPLE.search(sentence.text)
            if match and "⟦d" in sentence.text:
                return sentence.thing(match[1])
    return None


def _thin(line, number, values, whole):
    covered = sum(item.value for _band, item in values)
    ages = {age for band, _item in values for age in range(band.first, band.last + 1)}
    others = 19 - len({age for age in ages if age < 19})
    rest = whole.value - covered
    least = min(item.value for _band, item in values)
    if rest <= 0 or others <= 0 or Fraction(rest * 2, others) <= least:
        return
    says = (
        f"The bands told of hold {covered} of {whole.words}; {rest} stand in none, so which is "
        f"the largest cannot be seen."
    )
    yield fault(line, number, says, "Tell of every band, or leave the rank out.")
