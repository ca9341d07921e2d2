"""Headings and cells: which kind a table is, what its columns hold, what is asked and refused."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.imports.plan.headings import Choices, lacking, mapped, plain, recognised, shape_of
from assurance.imports.plan.rows import read_rows
from assurance.imports.run.lifecycle import as_table, as_told, packed, unpacked
from tests.make.imports import AUDITS, HEADINGS, KINDS, RETURN, TEAMS, row, table

NOT_SAID = Choices()


def read(*rows, said=NOT_SAID, **given):
    """The rows as the small audits read them."""
    return read_rows(AUDITS, table(*rows, **given), said)


@pytest.mark.parametrize(
    ("text", "same"), [("Shared on", "shared_on"), ("  SHARED-ON:", "Shared  on"), ("Née", "NÉE")]
)
def test_headings_are_compared_by_letters_and_figures_alone(text, same):
    assert plain(text) == plain(same)


def test_a_table_is_known_by_its_headings_in_any_order():
    assert recognised(table(headings=HEADINGS[::-1]), KINDS, {}) == [AUDITS]
    assert recognised(table(headings=("From", "team", "SERVICE")), KINDS, {}) == [TEAMS]
    assert recognised(table(headings=("Cost", "Amount")), KINDS, {}) == []


def test_a_part_of_a_bundle_is_known_by_the_bundle():
    assert recognised(table(headings=("CHILD", "ONE")), KINDS, {}) == [RETURN]


def test_a_table_that_two_kinds_fit_alike_is_either():
    twin = replace(AUDITS, key="twin")
    both = recognised(table(), (AUDITS, twin), {})
    assert both == [AUDITS, twin]
    remembered = {("twin", shape_of(table(headings=HEADINGS[::-1]))): object()}
    assert recognised(table(), (AUDITS, twin), remembered) == [twin]


def test_the_kind_that_reads_more_columns_is_the_better_one():
    less = replace(AUDITS, key="less", columns=AUDITS.columns[:4])
    assert recognised(table(), (less, AUDITS), {}) == [AUDITS]


def test_what_was_said_goes_before_what_a_heading_is_called():
    given = table(headings=("Ref", "Number"))
    assert mapped(AUDITS, given) == {"reference": 0}
    assert mapped(AUDITS, given, {"number": "reference", "ref": ""}) == {"reference": 1}
    assert mapped(AUDITS, given, {"number": "no such column"}) == {"reference": 0}
    assert "Reference" not in lacking(AUDITS, {"reference": 0})
    assert "Audited on" in lacking(AUDITS, {"reference": 0})


def test_nothing_is_read_without_a_required_column():
    found = read(("CA-1",), headings=("Ref",))
    assert found.lacking == ["Audited on", "Service", "Team"] and not found.rows


def test_cells_become_values_and_unknown_columns_are_named():
    found = read((*row(1), "x"), headings=(*HEADINGS, "Budget"))
    [(number, values)] = found.rows
    assert (number, values["audited_on"], found.unread) == (2, date(2015, 1, 31), ["Budget"])


def test_empty_and_unreadable_cells_are_refused_by_column():
    found = read(row(1, ref="", date="soon"), row(2, service="", shared=""))
    told = {number: [one.column for one in faults] for number, faults in found.faults.items()}
    assert told == {2: ["reference", "audited_on"], 3: ["service"]}
    assert not found.rows


def test_a_short_row_is_read_as_empty_cells():
    found = read(("CA-1", "31/01/2015"))
    assert [one.column for one in found.faults[2]] == ["service", "team"]


def test_identical_rows_are_one_whatever_their_writing():
    found = read(row(1), row(1, date="31 January 2015"), row(2))
    assert [number for number, _ in found.rows] == [2, 4]
    assert found.repeated == {3: 2}


def test_one_cell_settles_how_a_column_writes_its_days():
    found = read(row(1, date="03/04/2014"), row(2, date="31/01/2014"))
    assert [values["audited_on"] for _, values in found.rows] == [
        date(2014, 4, 3),
        date(2014, 1, 31),
    ]
    assert found.orders == {"audited_on": "dmy"} and not found.questions


def test_days_that_nothing_settles_are_asked_about_and_refuse_no_row():
    found = read(row(1, date="03/04/2014"), row(2, date="05/06/2014"))
    [asked] = found.questions
    assert (asked.column, asked.cells, asked.row, asked.is_mixed) == ("audited_on", 2, 2, False)
    assert not found.faults


def test_days_that_contradict_each_other_are_asked_about_too():
    found = read(row(1, date="31/01/2014"), row(2, date="01/31/2014"), row(3, date="03/04/2014"))
    assert found.questions[0].is_mixed


def test_an_answer_settles_the_days():
    said = Choices(orders={"audited_on": "mdy"})
    found = read(row(1, date="03/04/2014"), said=said)
    assert found.rows[0][1]["audited_on"] == date(2014, 3, 4)


def test_tables_come_back_from_packing_as_they_were():
    given = table(
        (1, 2.5, True, None, date(2015, 1, 31), "é‮", "day"),
        sheet="One",
        dropped=("UPN",),
        notices=("Hidden.",),
        spoiled=((9, "Cut."),),
    )
    assert as_table(unpacked(packed(as_told(given)))) == given


def test_only_cells_are_packed():
    with pytest.raises(TypeError, match="is no cell"):
        packed({"rows": [object()]})
