"""What a check kept is written as it is, where nobody wrote to the register meanwhile; elsewhere
the files are compared with it again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from assurance.imports.models import RowWritten
from assurance.imports.run.lifecycle import choices_of, tables_of, why_not_undo
from assurance.imports.run.staging import (
    as_json,
    from_json,
    staged,
    staged_portions,
    staged_register,
)
from assurance.imports.run.writer import row_texts
from assurance.people.models.people import Engagement
from assurance.people.models.teams import Team
from assurance.records import history
from tests.imports.registers import everything, without_keys
from tests.make import audits, imports, people
from tests.make.imports import ON, checked, row, table

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
ROWS = (row(1, strengths="Clear"), row(2, team="South"), row(3, shared=""), row(2, team="South"))


@pytest.fixture
def run(by):
    """A checked run of audits, of which one changes a row, one is new and one adds a team."""
    people.post("Practice Manager", council=by.council)
    audits.case_audit(reference="CA-1", team=people.team("North"), strengths="Then")
    # They were written by another transaction.
    connection.forget_rows()
    return checked(table(*ROWS), by=by)


def import_files(run, by, on=ON):
    """Imports a run."""
    return operations.import_files(run=run, kinds=imports.KINDS, by=by, on=on)


def without_cells(run):
    """The run without the rows of its files, as only what the check kept can be written."""
    tables = [replace(item, rows=()) for item in tables_of(run)]
    kept = staged_register(run.staged), list(staged_portions(run.staged))
    run.staged = staged(tables, choices_of(run), *kept)
    run.save()
    return run


def write_beside_it(by):
    """Somebody does something else in the council."""
    with transaction.atomic():
        Team.objects.filter(name="North").update(name="North")
        history.record("teams.change", about=people.team("North"), by=by, on=ON)


def account():
    """What undoing has of each row, but for keys."""
    return sorted((item.model, item.how, str(item.before)) for item in RowWritten.objects.all())


def imported_and_taken_back(run, by):
    """The register and the account once a run is imported, and whether undoing takes all back."""
    before = everything()
    with transaction.atomic():
        import_files(run, by)
        result = without_keys(everything()), account()
        assert why_not_undo(run.__class__.objects.get(pk=run.pk)) is None
        transaction.set_rollback(True)
    assert everything() == before
    return result


def test_an_unchanged_register_gets_what_the_check_kept_and_a_changed_one_the_same(run, by):
    again = checked(table(*ROWS), by=by)
    kept = imported_and_taken_back(without_cells(run), by)
    write_beside_it(by)
    assert imported_and_taken_back(again, by) == kept
    with pytest.raises(operations.RegisterChanged):
        import_files(without_cells(again), by)
    [changed] = [values for _, how, values in kept[1] if how == "changed"]
    assert "'strengths': 'Then'" in changed and "'version': 1" in changed


@pytest.mark.parametrize(
    "move",
    [
        lambda: CaseAudit.objects.update(strengths="Now"),
        lambda: audits.case_audit(reference="CA-3", team=people.team("North")),
    ],
)
def test_a_row_that_was_written_past_the_program_is_met_by_comparing_again(run, by, move):
    move()
    before = everything()
    with pytest.raises(operations.RegisterChanged):
        import_files(run, by)
    assert everything() == before


def test_what_the_check_kept_holds_for_its_day_its_kinds_and_one_file(run, by):
    two = checked(table(row(8)), table(row(9), name="other.csv"), by=by)
    assert staged_register(two.staged) is None
    nothing = without_cells(run)
    with pytest.raises(operations.RegisterChanged):
        import_files(nothing, by, on=ON + timedelta(days=1))
    with pytest.raises(operations.RegisterChanged):
        operations.import_files(run=nothing, kinds=(), by=by, on=ON)
    assert import_files(nothing, by).state == "imported"


def test_days_and_decimals_come_back_and_nothing_else_is_kept():
    values = {"on": [date(2016, 2, 29), None], "cost": [Decimal("1.20")], "one": {"name": 1}}
    assert from_json(as_json(values)) == values
    with pytest.raises(TypeError, match="is no cell"):
        as_json([object()])


@pytest.mark.parametrize("model", [Engagement, CaseAudit])
def test_rows_are_read_for_their_digests_from_their_own_table_in_no_order(model):
    with CaptureQueriesContext(connection) as queries:
        row_texts(model, {1})
    [sql] = [query["sql"] for query in queries if f'FROM "{model._meta.db_table}"' in query["sql"]]
    assert "JOIN" not in sql and "ORDER BY" not in sql
