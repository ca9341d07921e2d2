"""Reading the files of an SSDA903 return (domain 3.8): bytes or a table in, rows and faults out.

A file is known by its columns, in any order, with or without a byte-order mark. Columns that
identify a person or a place are dropped while the line is read: their names are told, their values
never leave the reader.
"""

import csv
import hashlib
import io
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from operator import attrgetter

from assurance.looked_after.rules.return_rows import KINDS, WRONG, EpisodeRow, Kind, WrongCell
from assurance.tables.collector import without_pauses
from assurance.tables.phrases import several

# Lines that are read at one time, column by column: few enough to stay small in memory.
TOGETHER = 5_000

AS_FIRST = "give it one cell for each column, or export the file again"

# Column that no other file has → what the file is, for those that censuses do not need.
NOT_NEEDED = {
    "REVIEW_CODE": "reviews",
    "SDQ_SCORE": "OC2 (health)",
    "IN_TOUCH": "OC3 (care leavers)",
    "DATE_INT": "AD1 (adoptions)",
    "DATE_PLACED": "placed for adoption",
    "PREV_PERM": "previous permanence",
    "MIS_START": "missing episodes",
    "SW_ID": "social worker episodes",
    "DOLO_START": "deprivation of liberty",
}


@dataclass(frozen=True)
class Fault:
    """A row or file that cannot be read: what is wrong, what would be right, in which column; never
    the value. `rule` is the key of the rule of `rules.validation` that it breaks."""

    file: str
    line: int
    wrong: str
    right: str = ""
    column: str = ""
    rule: str = ""

    @property
    def sentence(self):
        """What is wrong and what to do, without the place."""
        text = f"{self.column} {self.wrong}" if self.column else self.wrong
        return f"{text}: {self.right}." if self.right else f"{text}."

    def __str__(self):
        return f"{self.file}, line {self.line}: {self.sentence}" if self.line else self.sentence


@dataclass(frozen=True)
class ReadFile:
    """What one file gave. `kind` is the name of a needed kind, of a known one that is not needed,
    or empty; only a needed one has rows."""

    name: str
    kind: str = ""
    needed: bool = False
    sha256: str = ""
    rows: tuple = ()
    dropped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(name, content):
    """The `ReadFile` of a CSV file called `name` with the bytes `content`."""
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        lines = _lines(content)
        _, headings = next(lines, (0, ()))
        return read_lines(name, sha256, headings, lines)
    except csv.Error:
        return read_lines(name, sha256, (), ())


def read_table(table):
    """The `ReadFile` of a table that was read from any kind of file."""
    short = {*table.short}
    lines = ((row.number, row.cells) for row in table.rows if row.number not in short)
    file = read_lines(table.name, table.sha256, table.headings, lines, table.dropped)
    if not file.needed:
        return file
    wrong = [(number, why.rstrip("."), "") for number, why in table.spoiled]
    wrong += [(number, "has fewer cells than the first line", AS_FIRST) for number in table.short]
    faults = (Fault(table.name, number, *texts, rule="cells") for number, *texts in wrong)
    return replace(file, faults=tuple(sorted((*file.faults, *faults), key=attrgetter("line"))))


def part_of(headings):
    """What a file with these headings is of a return: `header`, `episodes`, `uasc`, the name of one
    that is not needed, or an empty text."""
    columns = _columns(headings)
    if "CHILD" not in columns:
        return ""
    kind = _kind(columns)
    return kind.name if kind else _not_needed(columns)


def read_lines(name, sha256, headings, lines, dropped=()):
    """The `ReadFile` of headings and (line number, cells); `dropped` were gone before."""
    columns = _columns(headings)
    if not any(columns):
        return _refused(name, sha256, f"{name} has no rows of text", "give the file as CSV")
    if text := _not_needed(columns):
        return ReadFile(name, kind=text, sha256=sha256)
    kind = _kind(columns)
    if kind is None:
        return _refused(
            name,
            sha256,
            f"{name} is not a file of the return that is known here",
            "its first line has to name the columns of the header, episodes or UASC file",
        )
    if wrong := _wrong_columns(name, kind, columns):
        return _refused(name, sha256, *wrong)
    with without_pauses():
        rows, faults = _rows(name, kind, columns, lines)
    gone = {*(item.upper() for item in dropped), *(set(columns) & set(kind.dropped))}
    return ReadFile(
        name=name,
        kind=kind.name,
        needed=True,
        sha256=sha256,
        rows=rows,
        dropped=tuple(sorted(gone, key=_in_order(columns, kind))),
        unknown=tuple(
            column for column in columns if column and column not in kind.columns + kind.dropped
        ),
        faults=faults,
    )


def _wrong_columns(name, kind, columns):
    if lacking := [column for column in kind.columns if column not in columns]:
        text = f"{name} looks like the {kind.name} file but has no column {', '.join(lacking)}"
        return text, "export it again with every column"
    if twice := [column for column in kind.columns if columns.count(column) > 1]:
        text = f"{name} has two columns called {twice[0]}"
        return text, "take one of them out, for only one can be right"
    return None


def _rows(name, kind, columns, lines):
    places = [columns.index(column) for column in kind.columns]
    read, width, make = kind.remembered(), len(columns), partial(tuple.__new__, kind.row)
    rows, faults, lines = [], [], iter(lines)
    while some := list(islice(lines, TOGETHER)):
        numbers, cells = zip(*some, strict=True)
        if {*map(len, cells)} != {width}:
            faults += [_other_width(name, *line, width) for line in some if len(line[1]) != width]
            some = [line for line in some if len(line[1]) == width]
            if not some:
                continue
            numbers, cells = zip(*some, strict=True)
        cells = list(zip(*cells, strict=True))
        entries = [cells[place] for place in places]
        values = [
            list(map(item.__getitem__, column)) for item, column in zip(read, entries, strict=True)
        ]
        made = list(map(make, zip(numbers, *values, strict=True)))
        if wrong := {at for column in values if WRONG in column for at in _places_of(column)}:
            for at in sorted(wrong):
                faults += _faults(name, numbers[at], kind, [column[at] for column in entries])
            made = [row for at, row in enumerate(made) if at not in wrong]
        if kind.row is EpisodeRow:
            early = [row for row in made if row.dec is not None and row.dec < row.decom]
            faults += [_ends_early(name, row.line) for row in early]
            made = [row for row in made if row.dec is None or row.dec >= row.decom]
        rows += made
    # A row's own faults stay in the order of its columns.
    return tuple(rows), tuple(sorted(faults, key=lambda fault: fault.line))


def _places_of(column):
    return (at for at, value in enumerate(column) if value is WRONG)


def _other_width(name, number, cells, width):
    wrong = f"has {several(len(cells), 'cell')} where the first line has {width}"
    return Fault(name, number, wrong, AS_FIRST, rule="cells")


def _faults(name, number, kind: Kind, cells):
    """Every cell of a row that cannot be read: most rows have none, so this is the slow way."""
    for column, read, cell in zip(kind.columns, kind.readers(), cells, strict=True):
        try:
            read(cell)
        except WrongCell as wrong:
            yield Fault(name, number, wrong.wrong, wrong.right, column, wrong.rule)


def _ends_early(name, number):
    wrong, right = "is before DECOM", "an episode cannot end before it starts"
    return Fault(name, number, wrong, right, "DEC", "end_before_start")


def _columns(headings):
    return [str(cell or "").strip().upper() for cell in headings]


def _kind(columns):
    return next((kind for kind in KINDS if kind.sign in columns), None)


def _not_needed(columns):
    return next((text for sign, text in NOT_NEEDED.items() if sign in columns), "")


def _in_order(columns, kind):
    order = [*columns, *kind.dropped]
    return lambda column: (order.index(column) if column in order else len(order), column)


def _refused(name, sha256, wrong, right):
    return ReadFile(name, sha256=sha256, faults=(Fault(name, 0, wrong, right),))


def _lines(content):
    """(Line number, cells) of every line that is not empty, while the text is parsed."""
    # UTF-16, a workbook or a damaged file; and no database of ours holds a null character.
    if b"\0" in content:
        raise csv.Error("a null character")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets of an English computer write; codes and dates are the same in both.
        text = content.decode("cp1252", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    # The first cell of most lines holds something already.
    return ((reader.line_num, cells) for cells in reader if any(map(str.strip, cells)))
