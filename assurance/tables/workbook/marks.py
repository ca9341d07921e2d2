"""What the parts of a workbook say of its cells that their values do not: formulas, errors, how far
the cells reach. Read before a reader of workbooks is let near it, since one cell far from the rest
makes that reader hold every cell between.
"""

import zipfile
import zlib
from bisect import bisect_left
from copy import copy
from xml.parsers import expat

from assurance.runtime.digits import whole
from assurance.tables.limits import MOST_COLUMNS
from assurance.tables.table import NotATable
from assurance.tables.workbook.sheet_marks import Marks

PIECE = 1 << 16
DAMAGED = "The workbook is damaged. Open it in Excel, look whether it is whole, and save it again."
TOO_MUCH = (
    "The workbook contains more than it declares, and is not opened. Copy the table "
    "into a new workbook and save that."
)
# As long as `<si/>`.
SMALLEST_WORD = 5
# No number that counts rows or words has more figures; the first of them show that it is too large.
LONG = 15
# Filled or not, a row of an OpenDocument file says how often it repeats.
REPEATED_ROWS, REPEATED_COLUMNS = "table:number-rows-repeated", "table:number-columns-repeated"


def parsed(package, name, parser):
    """Feeds the part `name` of the zip `package` to `parser`; refuses one that is damaged, that
    declares entities, or that holds more than its directory says."""
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for piece in inflated(package, name):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:
        # An encoding that nobody knows is a LookupError.
        raise NotATable(DAMAGED) from error


def refuse_false_count(package, name):
    """Refuses the part of shared words where it says that it holds more of them than it has room
    for: the reader of workbooks would make room for as many before it looks."""
    most = package.getinfo(name).file_size // SMALLEST_WORD

    def start(tag, attributes):
        if tag.rpartition(" ")[2] == "sst":
            row = attributes.get("uniqueCount", "0")
            if not row.isdecimal() or whole(row[:LONG]) > most:
                raise NotATable(DAMAGED)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parsed(package, name, parser)


def inflated(package, name):
    """The bytes of a part, piece by piece, never more than its directory promised."""
    promised = left = package.getinfo(name).file_size
    # Python reads as much as the directory promises and no more: ask for a little beyond.
    part = copy(package.getinfo(name))
    part.file_size = promised + 2 * PIECE
    try:
        with package.open(part) as opened:
            while piece := opened.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise NotATable(TOO_MUCH)
                yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise NotATable(DAMAGED) from error
    except RuntimeError as error:
        raise NotATable(
            "The workbook is protected by a password. Save it without a password."
        ) from error


def marks_of_xlsx(package, name, per_cents=frozenset(), in_thousands=frozenset()):
    """The `Marks` of the sheet in the part `name` of an Excel workbook, whose styles `per_cents`
    show a number as a per cent, and `in_thousands` in those."""
    sheet = _ExcelSheet(per_cents, in_thousands)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = sheet.start
    parsed(package, name, parser)
    sheet.close_cell()
    return sheet.marks


class _ExcelSheet:
    """Follows `<row r>`, `<c r t>`, `<f>` and `<v>`; a cell is filled when it holds one of these
    two or text of its own. Called for every tag of the largest part there is, so it is brief."""

    def __init__(self, per_cents, in_thousands):
        self.marks, self.per_cents, self.in_thousands = Marks(), per_cents, in_thousands
        self.row = self.column = 0
        self.formula = self.filled = self.is_hidden = False
        self.tags, self.columns = {}, {}

    def start(self, name, attributes):
        tag = self.tags.get(name) or self.tags.setdefault(name, name.rpartition(" ")[2])
        if tag in ("v", "is"):
            self.filled = True
        elif tag == "c":
            self.close_cell()
            self._place(attributes.get("r"))
            if attributes.get("s") in self.per_cents:
                self.marks.per_cents.add((self.row - 1, self.column - 1))
            if attributes.get("s") in self.in_thousands:
                self.marks.in_thousands.add((self.row - 1, self.column - 1))
            if attributes.get("t") == "e":
                self.marks.add_error(self.row, self.column)
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            self.close_cell()
            row = attributes.get("r", "")
            self.row = whole(row[:LONG]) if row.isdecimal() else self.row + 1
            self.column = 0
            self.is_hidden = attributes.get("hidden") in ("1", "true")
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            span = [attributes.get(name, "") for name in ("min", "max")]
            if all(map(str.isdecimal, span)):
                self.marks.hidden_spans.append(tuple(whole(item[:LONG]) for item in span))

    def _place(self, reference):
        self.column += 1
        if reference:
            letters = reference.rstrip("0123456789")
            row = reference[len(letters) :]
            self.row = whole(row[:LONG]) if row else self.row
            column = self.columns.get(letters)
            self.column = column or self.columns.setdefault(letters, _column(letters))

    def close_cell(self):
        if self.filled:
            marks = self.marks
            if self.row > marks.last_row or self.column > marks.last_column:
                marks.reach(self.row, self.column)
            self.filled = False
            if self.is_hidden and marks.hidden_rows[-1:] != [self.row]:
                marks.hidden_rows.append(self.row)
            self.marks.formulas += self.formula
        elif self.formula:
            self.marks.formulas += 1
            self.marks.add_not_reckoned(self.row, self.column)
        self.formula = False


def _column(letters):
    """`AB` as 28; four letters are far beyond any sheet, so more of them are not read."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number


def marks_of_ods(package):
    """Sheet's name → its `Marks`, of an OpenDocument spreadsheet."""
    sheets = _OpenSheets()
    parser = expat.ParserCreate()
    parser.StartElementHandler = sheets.start
    parsed(package, "content.xml", parser)
    return sheets.marks


class _OpenSheets:
    """Follows tables, rows and cells, each of which may stand for many alike."""

    def __init__(self):
        self.marks = {}
        self.one = Marks()
        self.row = self.column = self.columns = 0
        self.is_hidden = False
        # Style of cells → style of numbers; the last column of each span, and the style there.
        self.number_style, self.in_thousands, self.styles = "", set(), {}
        self.ends, self.usual = [], []

    def start(self, name, attributes):
        if name.startswith(("number:", "style:")):
            self._style(name, attributes)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)
        elif name == "table:table-row":
            self.row += _repeats(attributes, REPEATED_ROWS)
            self.column = 0
            self.is_hidden = attributes.get("table:visibility", "visible") != "visible"
        elif name == "table:table-column":
            first, self.columns = (
                self.columns + 1,
                self.columns + _repeats(attributes, REPEATED_COLUMNS),
            )
            if attributes.get("table:visibility", "visible") != "visible":
                self.one.hidden_spans.append((first, self.columns))
            self.ends.append(self.columns)
            self.usual.append(attributes.get("table:default-cell-style-name"))
        elif name == "table:table":
            self.one = self.marks.setdefault(attributes.get("table:name", ""), Marks())
            self.row = self.columns = 0
            self.ends, self.usual = [], []

    def _style(self, name, attributes):
        if name in ("number:number-style", "number:currency-style"):
            self.number_style = attributes.get("style:name", "")
        elif attributes.get("number:display-factor", "1") != "1":
            self.in_thousands.add(self.number_style)
        elif name == "style:style":
            self.styles[attributes.get("style:name")] = attributes.get("style:data-style-name")

    def _is_in_thousands(self, style):
        if not self.in_thousands:
            return False
        span = bisect_left(self.ends, self.column)
        usual = self.usual[span] if span < len(self.usual) else None
        return self.styles.get(style or usual) in self.in_thousands

    def _cell(self, attributes):
        self.column += _repeats(attributes, REPEATED_COLUMNS)
        kind = attributes.get("office:value-type") or attributes.get("calcext:value-type")
        if kind:
            self.one.reach(self.row, self.column)
            if self.is_hidden and self.one.hidden_rows[-1:] != [self.row]:
                self.one.hidden_rows.append(self.row)
            for is_shown, places in (
                (kind == "percentage", self.one.per_cents),
                (self._is_in_thousands(attributes.get("table:style-name")), self.one.in_thousands),
            ):
                if is_shown:
                    # A sheet that is wider is refused.
                    times = range(min(_repeats(attributes, REPEATED_COLUMNS), MOST_COLUMNS))
                    places |= {(self.row - 1, self.column - 1 - n) for n in times}
            if attributes.get("calcext:value-type") == "error":
                self.one.add_error(self.row, self.column)
        if "table:formula" in attributes:
            self.one.formulas += 1
            if not kind:
                self.one.add_not_reckoned(self.row, self.column)
        self._span(attributes)

    def _span(self, attributes):
        rows, columns = (
            _repeats(attributes, f"table:number-{way}-spanned") for way in ("rows", "columns")
        )
        if rows > 1 or columns > 1:
            row, column = self.row - 1, self.column - 1
            self.one.merged.append(((row, column), (row + rows - 1, column + columns - 1)))


def _repeats(attributes, name):
    times = attributes.get(name, "1")
    return whole(times) if times.isdecimal() and len(times) < 9 else 1


def _refuse_doctype(*_):
    raise NotATable(DAMAGED)
