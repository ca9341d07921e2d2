"""Headings and cells: which kind a table is, what its columns hold, what is asked and refused."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.declaration import TargetRow
from assurance.imports.plan import things
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.register import levels
from assurance.imports.plan.rows import read_rows
from assurance.imports.plan.things import Things, is_empty
from assurance.imports.run import staging
from assurance.imports.run.lifecycle import packed
from assurance.imports.run.staging import staged, staged_tables
from assurance.improvement.models.plans import Plan
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from tests.make.imports import AUDITS, table

NOT_SAID = Choices()


def read(*rows, said=NOT_SAID, **given):
    """The rows as the small audits read them."""
    return read_rows(AUDITS, table(*rows, **given), said)


def test_nothing_is_read_without_a_required_column_and_a_short_row_has_empty_cells():
    found = read(("CA-1",), headings=("Ref",))
    assert found.lacking == ["Audited on", "Service", "Team"] and not found.rows
    found = read(("CA-1", "31/01/2015"))
    assert [one.column for one in found.faults[2]] == ["service", "team"]


def test_only_cells_are_packed_and_a_table_keeps_what_was_said_of_it():
    given = table((1, "é‮"), dropped=("UPN",), spoiled=((9, "Cut."),))
    assert staged_tables(staged([given, given], ())) == [given, given]
    before = {**vars(given), "rows": [[row.number, *row.cells] for row in given.rows]}
    assert staged_tables(packed({"tables": [before], "choices": []})) == [given]
    with pytest.raises(TypeError, match="is no cell"):
        packed({"rows": [object()]})


@pytest.mark.parametrize("most", [0, 1, 3, 20_000])
def test_a_table_that_was_packed_shares_words_and_keeps_every_cell(monkeypatch, most):
    monkeypatch.setattr(staging, "MOST_KNOWN", most)
    alike = [1, True, 1.0, "1", "True", None, "", False, 0, date(2016, 1, 18), "2016-01-18"]
    given = table(*[(f"CA-{n}", "North", *alike, n % 2 == 0) for n in range(6)])
    monkeypatch.setattr(staging, "ROWS_OF_A_LINE", 4)
    monkeypatch.setattr(staging, "PIECE", 7)
    [result] = staged_tables(staged([given], ()))
    kinds = [[cell.__class__ for cell in row.cells] for row in given.rows]
    assert result == given
    assert [[cell.__class__ for cell in row.cells] for row in result.rows] == kinds
    if most > 10:
        assert len({id(row.cells[1]) for row in result.rows}) == 1


DAY = date(2016, 1, 18)
NORTH = TargetRow(Team, {"service": "S", "name": "North"}, {"from_date": DAY})


def audit(reference="CA-1", team=NORTH, **said):
    """An audit as a row asks for it."""
    return TargetRow(CaseAudit, {"reference": reference}, {"team": team, "audited_on": DAY, **said})


def asked(*rows):
    """What these rows ask for, each one wanted thing; numbered from 2."""
    things = Things()
    for number, wanted in enumerate(rows, 2):
        things.ask(number, [wanted])
    return things


def faults(things):
    """(row, field) of every fault, in order."""
    return sorted((number, one.column) for number, one in things.faults())


@pytest.mark.parametrize(
    ("value", "empty"),
    [(None, True), ("", True), ([], True), ((), True), (0, False), (False, False), (" ", False)],
)
def test_only_nothing_is_empty(value, empty):
    assert is_empty(value) is empty


def test_a_thing_is_one_however_many_rows_speak_of_it():
    things = asked(audit("CA-1"), audit("CA-2"), audit("CA-1"))
    models = [thing.model for thing in things]
    assert (models.count(CaseAudit), models.count(Team)) == (2, 1)
    [team] = [thing for thing in things if thing.model is Team]
    assert team.rows == [2, 3, 4]
    assert not faults(things)


def test_what_another_hangs_on_is_earlier_and_too_long_an_identity_refused_for_each_row():
    things = asked(audit("CA-1"), TargetRow(Plan, {"slug": "four"}))
    layers = [{thing.model for thing in layer} for layer in levels(things)]
    assert layers == [{Team, Plan}, {CaseAudit}]
    long = audit("C" * 41)
    things = asked(long, long)
    assert faults(things) == [(2, "reference"), (3, "reference")]


def test_rows_that_say_more_or_another_parent_are_told_apart():
    things = asked(audit(strengths="", actions="Plan"), audit(strengths="Clear", actions=None))
    [thing] = [one for one in things if one.model is CaseAudit]
    assert (thing.values["strengths"], thing.values["actions"]) == ("Clear", "Plan")
    assert not faults(things)
    south = TargetRow(Team, {"service": "S", "name": "South"})
    assert faults(asked(audit(team=NORTH), audit(team=south))) == [(2, "team"), (3, "team")]


@pytest.mark.parametrize("turned", [False, True])
def test_rows_that_contradict_each_other_are_all_named_in_any_order(turned):
    rows = [audit(strengths="One"), audit(strengths="Other"), audit(strengths="")]
    things = asked(*(reversed(rows) if turned else rows))
    assert faults(things) == [(2, "strengths"), (3, "strengths"), (4, "strengths")]
    sentences = {number: one.wrong for number, one in things.faults()}
    assert sentences[2].startswith("Rows 3, 4 of the file have other values for")
    assert "case audit" in sentences[2] and "One" not in sentences[2]


def test_what_no_row_asks_for_any_more_is_forgotten():
    things = asked(audit("CA-1"), audit("CA-2", strengths="x"))
    things.refuse({2})
    assert [one.identity for one in things if one.model is CaseAudit] == [{"reference": "CA-2"}]
    [team] = [thing for thing in things if thing.model is Team]
    assert team.rows == [3] and set(things.of_row) == {3}


@pytest.mark.parametrize(
    ("identity", "said", "sentence"),
    [
        ((Post, {"slug": "head"}), {"title": "x" * 161}, "Title is 161 characters long."),
        (
            (CaseAudit, {"reference": "CA-1"}),
            {"method": "psychic"},
            "Method is none of the values that are allowed here.",
        ),
    ],
)
def test_what_a_field_cannot_hold_is_refused_without_the_value(identity, said, sentence):
    [(number, fault)] = asked(TargetRow(*identity, said)).faults()
    assert (number, fault.wrong, fault.column) == (2, sentence, next(iter(said)))
    assert not any(str(value) in fault.wrong + fault.right for value in said.values())


@pytest.mark.parametrize("most", [1, 2, 20_000])
def test_a_wrong_value_is_found_again_among_more_others_than_are_known(monkeypatch, most):
    monkeypatch.setattr(things, "MOST_KNOWN", most)
    methods = ("desk", "psychic", "desk", "desk", "psychic")
    rows = asked(*[audit(f"CA-{n}", method=method) for n, method in enumerate(methods)])
    assert faults(rows) == [(3, "method"), (6, "method")]


def test_a_row_that_is_only_to_be_there_is_filled_where_another_row_says_how():
    only = TargetRow(Team, {"service": "S", "name": "North"}, new_only=True)
    things = asked(only, NORTH)
    [thing] = things
    assert not thing.new_only and thing.values == {"from_date": DAY}
    [thing] = asked(only, only)
    assert thing.new_only
