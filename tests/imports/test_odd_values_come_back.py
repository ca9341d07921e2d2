"""Odd values of every column of every kind: written to a file as the register gives them back and
read again, in rows of any order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as Number
from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.governance.importing.amounts import Amount
from assurance.governance.importing.events import EventReach
from assurance.imports import operations
from assurance.imports.declaration import Sheet
from assurance.imports.file_templates import cells_of
from assurance.imports.kinds import KINDS
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.rows import read_rows
from assurance.imports.run.lifecycle import unpacked
from assurance.runtime.typography import typographic
from assurance.surveys.rules.answers import SourcePerCent
from assurance.tables.cells import Choice, Text, Whole
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv, write_xlsx
from tests import cast
from tests.cases import written_cases
from tests.imports.registers import everything, without_keys
from tests.make import audits, imports, people
from tests.make.imports import ON, checked, imported, row, table

SHEETS = [kind for kind in KINDS if isinstance(kind, Sheet)]
WAYS = {"csv": write_csv, "xlsx": write_xlsx}
# As short as the shortest column of words, each other than the rest.
WORDS = (
    *("=1+1", "+44", "-5 x", "@home", "'quoted'", "'=not run", "007", "1E5", "1.50", "01/02/2015"),
    *("2015-03-01", "TRUE", "Yes", "12345678901", "54%", "£5", "a;b,c", 'a "b"', "it's", "Zoë é"),
    *("漢字", "<b>&amp;", "#1", "0"),
)
LINES = ("two\nlines", "=a\n=b", "- one\n- two", "a\n\nb", '"a"\n,;', "x")
DAYS = (
    date(1901, 1, 1),
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2015, 1, 2),
    date(2015, 2, 1),
    date(2016, 2, 29),
    date(2099, 12, 31),
)
ALL_WORDS = len(WORDS)
# Reader → (value as the register gives it back, value as it is read).
PAIRS = {
    "Day": [(day, day) for day in DAYS],
    "Month": [(day, day.replace(day=1)) for day in DAYS],
    "YesNo": [(True, True), (False, False)],
    "CertificateNumber": [
        (number, number) for number in ("000000000000", "001234567890", "999999999999")
    ],
    "Money": [
        (Number(said), Number(said)) for said in ("0.00", "0.01", "48000.00", "999999999.99")
    ],
    "Decimal": [(Number(said), Number(said)) for said in ("0", "0.5", "60", "99.99", "100")],
    "ReadTarget": [
        *((Number(said), Number(said)) for said in ("0", "60", "99.99", "100")),
        ("54.5%", Number("54.5")),
    ],
    "Address": [
        (said, said)
        for said in ("https://example.org", "http://a.example/b?c=d&e=%20f#g", "https://x.org/-=+")
    ],
    "ReadAmount": [
        (Number("0.00"), Amount(Number(0))),
        (Number("-3.25"), Amount(Number("-3.25"))),
        (Number("17.50"), Amount(Number("17.5"))),
        (Number("148200.50"), Amount(Number("148200.50"))),
        ("0.5%", Amount(Number("0.5"), True)),
        ("100%", Amount(Number(100), True)),
    ],
    "ReadReached": [
        ("32", EventReach("exactly", 32)),
        ("0", EventReach("exactly", 0)),
        ("over 400", EventReach("over", 400)),
        ("1,200", EventReach("exactly", 1200)),
        ("not counted", EventReach("not_counted")),
    ],
    "StatedPerCent": [
        ("54%", SourcePerCent(Number(54))),
        ("54.5%", SourcePerCent(Number("54.5"))),
        ("0%", SourcePerCent(Number(0))),
        ("1%", SourcePerCent(Number(1))),
        ("over 90%", SourcePerCent(Number(90), "over")),
        ("under 5%", SourcePerCent(Number(5), "under")),
    ],
    "PublishedNumber": [(0, 0), (240, 240), ("c", "c"), (":", ":"), ("..", ".."), ("low", "low")],
}


def pairs_of(column):
    """(given back, read) pairs of a column; with an empty one where the column may be empty."""
    reader, empty = column.read, [] if column.filled else [(None, None)]
    if type(reader) is Text:
        told = (*WORDS, *LINES) if reader.lines else WORDS
        marks = typographic if reader.printed else str
        return [(said, marks(said)) for said in told if len(said) <= reader.longest] + empty
    if isinstance(reader, Choice):
        return [(value, value) for value in reader.usual] + empty
    if isinstance(reader, Whole):
        bounds = (reader.least or 0, reader.most or 1_000_000)
        return [(number, number) for number in (*bounds, bounds[0] + 1)] + empty
    return PAIRS[type(reader).__name__] + empty


def rows_of(sheet, many=ALL_WORDS):
    """(values given back, values read) of odd rows, no two of them alike."""
    columns = {}
    for place, column in enumerate(sheet.columns):
        turned = islice(cycle(pairs_of(column)), place, place + many)
        columns[column.name] = list(turned)
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    given = [{name: pair[0] for name, pair in row.items()} for row in rows]
    return given, [{name: pair[1] for name, pair in row.items()} for row in rows]


def file_of(sheet, given, way):
    """The table of a file that gives `given` back."""
    [table] = read(f"back.{way}", WAYS[way](*cells_of(sheet, given)))
    return table


def read_again(sheet, given, way):
    """What a file that gives `given` back is read as."""
    return read_rows(sheet, file_of(sheet, given, way), Choices())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_odd_values_of_each_column_come_back_as_they_were(sheet, way):
    given, expected = rows_of(sheet)
    found = read_again(sheet, given, way)
    assert dict(found.faults) == {}
    assert (found.lacking, found.unread, found.questions, found.repeated) == ([], [], [], {})
    for (number, values), wanted in zip(found.rows, expected, strict=True):
        differ = {name for name in wanted if values[name] != wanted[name]}
        told = {name: (values[name], wanted[name]) for name in differ}
        assert told == {}, f"row {number}"
    assert [number for number, _ in found.rows] == list(range(2, len(given) + 2))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_the_order_of_rows_and_columns_changes_no_value(sheet):
    given, expected = rows_of(sheet, 9)
    turned = replace(sheet, columns=sheet.columns[::-1])
    found = read_rows(sheet, file_of(turned, given[::-1], "csv"), Choices())
    assert [values for _, values in found.rows] == expected[::-1]
    assert [number for number, _ in found.rows] == list(range(2, 11))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_row_given_twice_is_read_once_and_points_at_the_first(sheet):
    given, expected = rows_of(sheet, 3)
    found = read_again(sheet, [*given, given[0], given[2]], "xlsx")
    assert [number for number, _ in found.rows] == [2, 3, 4]
    assert found.repeated == {5: 2, 6: 4}
    assert [values for _, values in found.rows] == expected


def test_every_reader_of_a_column_is_tried_here():
    for sheet in SHEETS:
        for column in sheet.columns:
            assert len(pairs_of(column)) > 1, (sheet.key, column.name)


CELLS = st.builds(
    row,
    st.integers(1, 5),
    team=st.sampled_from(["North", "South", "West"]),
    date=st.sampled_from(["31/01/2015", "2015-02-14", "30 February 2015", ""]),
    shared=st.sampled_from(["", "13/02/2015", "01/01/2015"]),
    strengths=st.sampled_from(["", "Clear", "Quick"]),
)
FILES = st.lists(CELLS, max_size=8)


def standing():
    """A register with two audits that files may speak of."""
    north = people.team("North")
    audits.case_audit(reference="CA-1", team=north, strengths="Clear")
    audits.case_audit(reference="CA-2", team=north)


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused


def did(rows):
    """Brings the rows in where there is anything to import; the run, as it then stands."""
    run = checked(table(*rows))
    if not run.added + run.changed:
        return run
    return operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(), on=ON)


class AnyFile(TestCase):
    """Each example in a transaction of its own."""

    @written_cases()
    @given(FILES, st.randoms(use_true_random=False))
    def test_the_order_of_the_rows_never_matters(self, rows, random):
        standing()
        other = list(rows)
        random.shuffle(other)
        first, second = checked(table(*rows)), checked(table(*other))
        self.assertEqual(counts(first), counts(second))
        refused = [_refused(one, rows) for one, rows in ((first, rows), (second, other))]
        self.assertEqual(*refused)

    @written_cases()
    @given(FILES)
    def test_rows_are_counted_once_change_nothing_again_and_are_undone_exactly(self, rows):
        standing()
        before = everything()
        run = did(rows)
        self.assertEqual(sum(counts(run)), len(rows))
        after = everything()
        again = did(rows)
        self.assertEqual((again.added, again.changed), (0, 0))
        self.assertEqual(everything(), after)
        if run.state == "imported":
            operations.undo(run=run, by=cast.officer(), on=ON)
        self.assertEqual(everything(), before)


def test_two_orders_leave_the_same_register(db):
    rows = [row(1, team="North"), row(2, team="South"), row(3, team="North", strengths="Clear")]
    run = imported(table(*rows))
    first = without_keys(everything())
    operations.undo(run=run, by=cast.officer(), on=ON)
    imported(table(*reversed(rows)))
    assert without_keys(everything()) == first


def _refused(run, rows):
    told = unpacked(run.found)["units"][0]["refusals"]
    return sorted({(str(rows[one["row"] - 2]), one["column"]) for one in told})
