"""What gives a protected number away: typed beside it, counted by a list, or told again elsewhere.

Nothing here knows the number: whatever would let a reader work it out is refused alike, and the
text of a finding prints no more than the paper does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from assurance.figures.small_numbers import is_small
from reports.checks.numbers.disclosure.named_parts import HINTS, named_parts
from reports.checks.numbers.statements import statements
from reports.checks.reading import CAPTION, FINDING, HEADLINES, Grid, Line, Listing, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import STATED
from reports.papers.wording.hidden_numbers import IN_A_TABLE
from reports.prose.numbers import PERCENT
from reports.prose.quantities.phrases import PEOPLE, stems

KEY = "gives-away"
_OF_PEOPLE = re.compile(
    rf"^\s*(?:(?:[a-z’'-]+\s+){{0,3}}?{PEOPLE.pattern}\b|(?:of\s+(?:them|these|whom|those)|were|was|"
    r"are|is|had|have|did|do)\b|\W*$|[.,;:)])",
    re.I,
)
_ONE = re.compile(
    r"\bof\s.*\b(?:child|baby|infant|boy|girl|pupil|carer|parent|family|adult|woman|man|person|"
    r"member\s+of\s+staff|employee),",
    re.I,
)
_SINGULAR = "A noun in the singular shows that the hidden number is one."
_MEND = "Make it a live figure, or write the sentence without it."
_BESIDE = "“{}” is typed next to a number that is not shown. Readers could work that number out."
_ROW = "This table hides a number. Typed numbers in the table could reveal it."
_LISTED = (
    "This list follows a number that is not shown. Anyone who counts its points knows the number."
)
_OF_ROW = "This counts what a table of this report does not show."
_NEAR = (
    "“{}” and “{}” differ by few people. If one is part of the other, a number that is not shown "
    "could be worked out."
)
_RELATE = (
    "Record on the measure’s page what it is part of, or give the reason why it is not part of "
    "anything."
)
_MEASURES, _UNITS = "measures.", ("", "people", "children")
_AGAIN = "This counts what a live figure of this report does not show."


@rule(
    KEY,
    Severity.ERROR,
    "disclosure design on prose; domain on disclosure control",
    follows=("small-number",),
)
def protected(reading: Reading, _known) -> Iterator[Fault]:
    """No text, table or list lets a reader work out a number that is not shown."""
    yield from _of_hidden_rows(reading)
    hidden = [line for line in reading.lines if _hides(line)]
    if not hidden:
        return
    blocks = {(line.block or line.where) for line in hidden}
    for line in reading.prose():
        if (line.block or line.where) in blocks:
            yield from _beside(line, _printed(reading, line))
    for grid in reading.grids:
        yield from _in_grid(grid)
    yield from _over_grids(reading)
    for listing in reading.lists:
        yield from _counted(listing)
    yield from _told_again(reading, hidden)


@rule("perhaps-parts", Severity.WARNING, "disclosure design on coincidences")
def perhaps_parts(reading: Reading, known) -> Iterator[Fault]:
    """Measures that differ by few people, where one of their date is not shown, are unrelated."""
    lines = {item.entry: (line, item) for line in reading.lines for item in line.live}
    groups = defaultdict(list)
    for entry in lines:
        if entry.unit in _UNITS and (entry.key != STATED):
            groups[entry.start, entry.end].append(entry)
    for entries in groups.values():
        if not any(entry.mark for entry in entries):
            continue
        counted = [entry for entry in entries if entry.count is not None and not entry.mark]
        for one, other in combinations(counted, 2):
            of_measures = any(item.key.startswith(_MEASURES) for item in (one, other))
            if of_measures and is_small(abs(one.count - other.count), known.small_up_to):
                line, item = lines[max(one, other, key=lambda entry: entry.count)]
                names = [entry.title.rpartition(": ")[2] for entry in (one, other)]
                yield fault(line, (item.start, item.end), _NEAR.format(*names), _RELATE)


def _hides(line: Line):
    return any(item.entry.mark for item in line.live)


def _typed(line: Line):
    """The counts, shares and sums of a line that no live figure says."""
    return [
        number
        for number in line.numbers
        if number.is_to_settle and _is_typed(line.entry_at(number.start))
    ]


def _is_typed(entry):
    """Whether what prints a number is no figure: a source makes it no less a number to reckon
    with."""
    return entry is None or entry.key == STATED


def _printed(reading: Reading, line: Line):
    """The numbers of live figures in a chart's finding, which is kept as words alone, and those of
    a headline figure, whose base is printed with it."""
    if line.kind == FINDING:
        entries = [item for item in reading.figures if line.where in item.places]
    else:
        entries = [item.entry for item in line.live if line.where.startswith(HEADLINES)]
    printed = [item for item in entries if not item.mark]
    return {item.count for item in printed} | {item.base_count for item in printed}


def _beside(line: Line, printed):
    own = {line.sentence_at(item.start) for item in line.live if item.entry.mark}
    for number in (number for number in _typed(line) if number.value not in printed):
        inside = line.sentence_at(number.start) in own
        if inside or _OF_PEOPLE.match(line.text[number.end : number.end + 80]):
            yield fault(line, number, _BESIDE.format(number.words), _MEND)
    for sentence in sorted(own, key=lambda item: item.start):
        for match in HINTS.finditer(line.text, sentence.start, sentence.end):
            if line.entry_at(match.start()) is None:
                says = _BESIDE.format(match.group())
                yield fault(line, match, says, "Write the sentence without this word.")
    for item in line.live:
        if item.entry.mark and _ONE.search(line.text[item.start : item.end]):
            yield fault(line, (item.start, item.end), _SINGULAR, "Write the noun in the plural.")


def _in_grid(grid: Grid):
    if not any(_hides(cell) for row in grid.rows for cell in row[1:]):
        return
    for row in grid.rows:
        for place, cell in enumerate(row[1:], 1):
            heads = (grid.caption, row[0].text, *(head.text for head in grid.columns[place:][:1]))
            of_people = any(map(PEOPLE.search, heads))
            for number in _typed(cell)[:1]:
                if of_people or cell.entry_at(number.start) is None:
                    yield fault(cell, number, _ROW, _MEND)


def _counted(listing: Listing):
    """A list that parts its points one for one among what its opening does not count."""
    lead = listing.lead
    plain = not any(item.live or _typed(item) for item in listing.items)
    if lead is not None and listing.items and plain and lead.text.rstrip().endswith(":"):
        last = lead.sentence_at(len(lead.text.rstrip()) - 1)
        places = [item for item in lead.live if item.entry.mark and last.holds(item.start)]
        for place in places[-1:]:
            mend = "Write the list as sentences without numbers."
            yield fault(lead, (place.start, place.end), _LISTED, mend)


def _told_again(reading: Reading, hidden):
    named = {_named(item.entry) for line in hidden for item in line.live if item.entry.mark}
    named = {wording for wording in named if len(wording) > 1}
    yield from named_parts(reading, named)
    for line in reading.prose() if named else ():
        for statement in statements(line):
            number = statement.number
            typed = number.kind != PERCENT and _is_typed(line.entry_at(number.start))
            if typed and not _hides(line) and any(wording <= statement.named for wording in named):
                yield fault(line, number, _AGAIN, _MEND)


def _over_grids(reading: Reading):
    """Typed numbers in the captions of tables and charts that hide a number."""
    hiding = {
        grid.block or grid.where
        for grid in reading.grids
        if any(_hides(cell) or _is_mark(cell) for row in grid.rows for cell in row[1:])
    }
    for line in reading.lines if hiding else ():
        if line.kind == CAPTION and (line.block or line.where) in hiding:
            for number in _typed(line):
                if _OF_PEOPLE.match(line.text[number.end : number.end + 80]):
                    yield fault(line, number, _ROW, _MEND)
                    break


def _of_hidden_rows(reading: Reading):
    """Typed counts in sentences that name a row of which a table hides a typed number: of people,
    where the row has a name of several words, and from the table's own source, unless the table
    shows the same number."""
    tables = [(rows, _shown(grid)) for grid in reading.grids if (rows := _rows_hidden(grid))]
    named = {row for rows, _ in tables for row in rows if len(row) > 1}
    for line in reading.prose() if tables else ():
        for number in _typed(line):
            wording = stems(line.sentence_at(number.start).text)
            of_people = _OF_PEOPLE.match(line.text[number.end : number.end + 80])
            is_named = of_people and any(row <= wording for row in named)
            source = line.source_at(number.start)
            if is_named or _of_source(tables, source, number.value, wording):
                yield fault(line, number, _OF_ROW, _MEND)


def _of_source(tables, source, value, wording):
    """True where a table that names `source` hides a row of `wording` and shows `value` nowhere."""
    return any(
        source in shown and value not in shown[source] and any(row <= wording for row in rows)
        for rows, shown in tables
    )


def _rows_hidden(grid: Grid):
    """The stems of the label of each row of a table that hides a typed number."""
    rows = (row for row in grid.rows if any(map(_is_mark, row[1:])))
    return [*filter(None, (stems(row[0].text) for row in rows))]


def _shown(grid: Grid):
    """Source → the values that a table shows from it."""
    printed = defaultdict(set)
    for cell in (cell for row in grid.rows for cell in row[1:]):
        for number in cell.numbers:
            if source := cell.source_at(number.start):
                printed[source].add(number.value)
    return printed


def _is_mark(cell: Line):
    return cell.text.strip() == IN_A_TABLE and not cell.live


def _named(entry):
    """The stems of what an entry counts: of its own part's label, or of the whole title."""
    return stems(entry.title.removesuffix(f" ({entry.cohort})").rpartition(": ")[2])
