"""A row with a cell that cannot be read: its other faults are shown at once, and no false ones."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.imports.declaration import Column
from assurance.imports.plan import partial_rows
from assurance.imports.plan.headings import Choices, mapped
from assurance.imports.plan.partial_rows import stand_ins
from assurance.imports.plan.table import planned
from assurance.tables.cells import Choice, Day, Text, Whole, YesNo
from assurance.tables.reader import read
from assurance.tables.table import Row
from tests.cast import make_council
from tests.kinds.files import ON, SHEETS, checked, good, imported, what_they_speak_of
from tests.make.imports import AUDITS, table

# A letter that was lost before the file was made: no reader takes it.
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
# Kind → cells that break a rule in the first row of its good file, the column that it is shown at,
# and the columns that the rule or the finding of its records hangs on.
BROKEN = {
    "workforce": ({"ends_on": "01/01/2001"}, "ends_on", "starts_on"),
    "dbs-register": ({"ends_on": "01/01/2001"}, "ends_on", "starts_on"),
    "dbs-rechecks": ({"closed_on": "01/01/2001"}, "closed_on", "submitted_on"),
    "update-service": ({"consent_held": "No"}, "consent_held", "reference certificate_number"),
    "case-audits": ({"shared_on": "01/07/2015"}, "shared_on", "audited_on"),
    "audit-actions": ({"done_on": "01/06/2015"}, "done_on", "reference"),
    "placement-costs": ({"group": "A tent"}, "group", "day"),
    "findings": ({"manner": "Oral"}, "speaker", "kind review number theme"),
    "actions": ({"due_on": "01/01/2001"}, "due_on", "starts_on"),
    "survey-results": ({"started_on": "01/06/2015"}, "ended_on", "ended_on"),
    "national-comparison": ({"country_code": "nowhere"}, "country_code", "level"),
    "measures": ({"target_to": "01/01/2001"}, "target_to", "target target_from title"),
    "outcome-sets": ({"from_date": "30/06/2018"}, "from_date", "to_date"),
    "risks": ({"closed_on": "01/01/2001"}, "closed_on", "opened_on"),
    "documents": ({"to_date": "01/01/2001"}, "to_date", "from_date"),
    "events": ({"held_on": "01/01/2031"}, "held_on", ""),
}


def rows_of(kind):
    """The first file of a kind, and column's name → its place."""
    [file] = read(good(kind.key)[0].name, good(kind.key)[0].read_bytes())
    columns = mapped(kind, file)
    return file, columns


def with_cells(kind, file, columns, at, cells):
    """The file with these cells in the row at `at`; a column that it lacks is added to it."""
    for name in [name for name in cells if name not in columns]:
        columns[name] = len(file.headings)
        rows = tuple(Row(row.number, (*row.cells, None)) for row in file.rows)
        headings = (*file.headings, kind.column(name).label)
        file = replace(file, headings=headings, rows=rows)
    rows = list(file.rows)
    changed = list(rows[at].cells) + [None] * (len(file.headings) - len(rows[at].cells))
    for name, cell in cells.items():
        changed[columns[name]] = cell
    rows[at] = Row(rows[at].number, tuple(changed))
    return replace(file, rows=tuple(rows))


def columns_refused(kind, file, at):
    """The columns that the row at `at` is refused for; days are written with the day first."""
    orders = {column.name: "dmy" for column in kind.columns}
    plan = planned(kind, file, Choices(orders=orders), make_council(), ON)
    return {fault.column for fault in plan.faults.get(file.rows[at].number, ())}


@pytest.mark.sampled(6)
@pytest.mark.django_db
@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.key)
def test_a_broken_rule_is_shown_beside_any_cell_that_cannot_be_read(kind):
    what_they_speak_of()
    everything_before(kind)
    cells, shown_at, hangs_on = BROKEN[kind.key]
    file, columns = rows_of(kind)
    broken = with_cells(kind, file, columns, 0, cells)
    assert shown_at in columns_refused(kind, broken, 0)
    alone = {}
    for name in sorted({*columns} - {*cells, shown_at, *hangs_on.split()}):
        spoiled = with_cells(kind, broken, dict(columns), 0, {name: UNREADABLE})
        refused = columns_refused(kind, spoiled, 0)
        if not {name, shown_at} <= refused:
            alone[name] = refused
    assert alone == {}


@pytest.mark.django_db
@pytest.mark.parametrize("cell", [UNREADABLE, "31/02/2016"])
def test_a_wrong_grade_is_shown_beside_a_date_that_cannot_be(cell):
    what_they_speak_of()
    [kind] = [kind for kind in SHEETS if kind.key == "case-audits"]
    everything_before(kind)
    file, columns = rows_of(kind)
    cells = {"first_grade": "Splendid", "audited_on": cell}
    spoiled = with_cells(kind, file, columns, 0, cells)
    plan = planned(kind, spoiled, Choices(), make_council(), ON)
    faults = {fault.column: fault for fault in plan.faults[file.rows[0].number]}
    assert faults.keys() == {"audited_on", "first_grade"}
    assert "Good" in faults["first_grade"].right


@pytest.mark.sampled(6)
@pytest.mark.django_db
@pytest.mark.parametrize("stands", [False, True], ids=["new", "standing"])
@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.key)
def test_nothing_else_of_a_good_row_is_refused_for_one_cell(kind, stands):
    what_they_speak_of()
    everything_before(kind)
    if stands:
        imported(checked(good(kind.key), kinds=(kind,)), kinds=(kind,))
    file, columns = rows_of(kind)
    refused = {}
    for place, name in enumerate(columns):
        # The first row and the last one in turn: what a cell spoils hangs on its column.
        at = 0 if stands or place % 2 else len(file.rows) - 1
        spoiled = with_cells(kind, file, dict(columns), at, {name: UNREADABLE})
        if (found := columns_refused(kind, spoiled, at)) != {name}:
            refused[name, at] = found
    assert refused == {}


def everything_before(kind):
    """Brings in the good files of the kinds that this one hangs on."""
    for other in SHEETS[: SHEETS.index(kind)]:
        if other.key in ("workforce", "dbs-register", "case-audits", "findings"):
            imported(checked(good(other.key), kinds=(other,)), kinds=(other,))


@pytest.mark.django_db
def test_no_more_rows_are_weighed_so_than_a_check_has_time_for(monkeypatch):
    monkeypatch.setattr(partial_rows, "MOST_ROWS", 2)
    row = (UNREADABLE, "31/01/2016", "S", "T", None, "01/01/2016")
    plan = planned(AUDITS, table(*[row] * 3), Choices(), make_council(), ON)
    found = [[fault.column for fault in faults] for _, faults in sorted(plan.faults.items())]
    assert found == [["reference", "shared_on"], ["reference", "shared_on"], ["reference"]]


READERS = st.sampled_from(
    [Day(), YesNo(), Whole(1, 9), Text(20), Choice({"a": "First", "b": "Second"})]
)


@given(
    reader=READERS,
    example=st.text(max_size=12),
    filled=st.booleans(),
    held=st.lists(st.none() | st.integers(), max_size=9),
)
def test_stand_ins_are_few_and_an_empty_one_is_never_of_a_filled_column(
    reader, example, filled, held
):
    column = Column("name", "Name", example, read=reader, filled=filled)
    values = stand_ins(column, [(at, {"name": value}) for at, value in enumerate(held)])
    assert (None in values) is not filled
    assert len(values) <= partial_rows.MOST_VALUES
    assert all(values.count(value) == 1 for value in values)


def test_a_column_without_an_example_or_a_row_has_nothing_to_stand_in_for_it():
    assert stand_ins(Column("name", "Name", read=Text(20), filled=True), []) == []
    days = stand_ins(Column("day", "Day", read=Day(), filled=True), [])
    assert days[-1] == date(2000, 1, 1)
