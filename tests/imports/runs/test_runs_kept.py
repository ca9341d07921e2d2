"""What is kept of runs: how long, for whom, of which tables; what is a move of the register."""

from datetime import date

import pytest
from django.db import connection, transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from assurance.imports.messages import each
from assurance.imports.models import ColumnReading, ImportRun, RowWritten
from assurance.imports.plan.headings import LEFT_OUT, Choices, shape_of
from assurance.imports.run.lifecycle import TOO_OLD, choices_of, tables_of, unpacked, why_not_undo
from assurance.imports.upload import Days
from assurance.people.models.teams import Team
from assurance.records import history
from assurance.records.history import HistoryEntry
from assurance.records.proofs.faults import look_at_rows
from tests import cast
from tests.make import audits, imports, people
from tests.make.imports import HEADINGS, ON, checked, import_run, imported, row, table

pytestmark = pytest.mark.django_db
LATER = date(2016, 1, 19)


def import_files(run, by):
    """Brings a run in."""
    return operations.import_files(run=run, kinds=imports.KINDS, by=by, on=ON)


def undone(by):
    """A run of one audit that was undone."""
    return operations.undo(run=import_files(checked(table(row(1)), by=by), by), by=by, on=ON)


@pytest.mark.parametrize(
    ("state", "started", "today", "is_forgotten"),
    [
        ("checked", date(2016, 1, 18), date(2016, 1, 18), False),
        ("checked", date(2016, 1, 18), date(2016, 1, 19), False),
        ("checked", date(2016, 1, 18), date(2016, 1, 20), True),
        ("read", date(2016, 2, 28), date(2016, 2, 29), False),
        ("read", date(2016, 2, 28), date(2016, 3, 1), True),
        ("given", date(2015, 12, 31), date(2016, 1, 2), True),
        ("waiting", date(2015, 12, 1), date(2016, 1, 2), False),
        ("cancelled", date(2015, 12, 1), date(2016, 1, 2), False),
    ],
)
def test_what_lies_about_is_forgotten_after_a_day(by, state, started, today, is_forgotten):
    ended = ON if state == "cancelled" else None
    run = import_run(state=state, started_on=started, ended_on=ended, council=by.council)
    lying = operations.forget_staged(council=by.council, by=by, on=today)
    assert [one.pk for one in lying] == ([run.pk] if is_forgotten else [])
    run.refresh_from_db()
    assert (run.state, run.ended_on) == (("cancelled", today) if is_forgotten else (state, ended))


def test_rows_that_may_be_undone_are_found_without_those_of_earlier_years(by):
    run = import_files(checked(table(row(1)), by=by), by)
    rows = RowWritten.objects.filter(run__in=[run.pk]).exclude(digest="")
    # PostgreSQL reads a small table as a whole.
    if connection.vendor == "sqlite":
        assert "row_written_kept" in rows.explain()
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, RowWritten._meta.db_table)
    own = {name for name, item in known.items() if item["columns"] == ["run_id"] and item["index"]}
    assert own == {"row_written_kept"}


def test_names_of_undone_rows_are_forgotten_after_a_year(by):
    run = undone(by)
    told = {"council": by.council, "by": by}
    operations.forget_staged(**told, on=date(2017, 1, 18))
    assert "CA-1" in run.rows_written.values_list("name", flat=True)
    operations.forget_staged(**told, on=date(2017, 1, 19))
    assert {*run.rows_written.values_list("name", "digest")} == {("", "")}


def test_one_entry_names_every_run_that_was_forgotten_and_none_of_another_council(by):
    first, second = (checked(table(row(one)), by=by) for one in (1, 2))
    elsewhere = checked(table(row(3)), council=cast.make_council("elsewhere"))
    operations.forget_staged(council=by.council, by=by, on=date(2016, 2, 1))
    entry = HistoryEntry.objects.of(by.council).last()
    assert (entry.what, entry.about_kind) == ("imports.forget", "council")
    for one in (first, second):
        assert one.history_name in entry.changes["runs"]["to"]
    elsewhere.refresh_from_db()
    assert elsewhere.state == "checked"


def test_nothing_to_forget_is_no_entry_and_another_councils_account_of_rows_is_left(by):
    checked(table(row(1)), by=by)
    before = HistoryEntry.objects.count()
    assert operations.forget_staged(council=by.council, by=by, on=LATER) == []
    assert HistoryEntry.objects.count() == before
    run = imported(table(row(1)), council=cast.make_council("elsewhere"))
    operations.forget_staged(council=by.council, by=by, on=date(2020, 1, 1))
    assert why_not_undo(run) is None


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2017, 1, 18), None), (date(2017, 1, 19), TOO_OLD), (date(2020, 2, 29), TOO_OLD)],
)
def test_a_year_later_nobody_undoes_a_file(by, today, said):
    run = import_files(checked(table(row(1)), by=by), by)
    operations.forget_staged(council=by.council, by=by, on=today)
    assert why_not_undo(run) == said
    kept = RowWritten.objects.all()
    # Where a row came from stays known; what it was before does not.
    assert kept.exists() and all(bool(one.digest) is (said is None) for one in kept)
    assert all(one.before == {} for one in kept)
    # Nobody may take it for a change past the program.
    assert look_at_rows(by.council).faults == []
    entries = HistoryEntry.objects.of(by.council).filter(what="imports.forget")
    counts = [entry.changes["rows"]["to"] for entry in entries]
    assert counts == ([] if said is None else [kept.count()])


def test_an_open_run_holds_its_tables_days_and_what_was_said_of_headings_that_are_there(by):
    days = [date(2016, 2, 29), date(2015, 12, 31)]
    run = checked(table(row(1)), by=by, days=Days(days, date(2016, 1, 4)))
    kept = ImportRun.objects.get(pk=run.pk)
    assert (kept.as_at, kept.covers_to) == (["2015-12-31", "2016-02-29"], date(2016, 1, 4))
    given = table(row(1, date="03/04/2014"))
    said = Choices("small-audits", {"ref": "reference"}, {"audited_on": "mdy"}, {})
    run = checked(given, by=by, choices=[said])
    assert tables_of(run) == [given]
    assert choices_of(run) == [said]
    assert run.state == "checked"
    said = Choices("small-audits", {"ref": "reference", "gone": "team"}, {})
    assert choices_of(checked(table(row(1)), by=by, choices=[said]))[0].columns == {
        "ref": "reference"
    }
    teams = table(("S", "East", "2012-04-01"), headings=("Service", "Team", "From"))
    run = checked(table(row(1)), teams, by=by, choices=[Choices(LEFT_OUT)])
    assert run.titles == "Teams" and run.added == 1


@pytest.mark.parametrize(
    ("kinds", "needs"),
    [
        (["small-audits"], "|see and keep case-file audits|"),
        (["small-teams"], "|see and keep reviews and findings|"),
        (
            ["small-teams", "small-audits"],
            "|see and keep case-file audits|see and keep reviews and findings|",
        ),
        (["small-audits", ""], "|?|see and keep case-file audits|"),
        ([""], "|?|"),
        (["-"], "|?|"),
    ],
)
def test_what_a_run_needs_is_what_its_tables_are(by, kinds, needs):
    made = {
        "small-audits": table(row(1)),
        "small-teams": table(("S", "N", "2012-04-01"), headings=("Service", "Team", "From")),
    }
    tables = [made.get(kind) or table((1,), headings=("What",)) for kind in kinds]
    assert checked(*tables, by=by, choices=[Choices(kind) for kind in kinds]).needs == needs


def test_files_that_are_still_to_be_checked_are_shown_to_their_giver_alone(by):
    tables = [table(row(1))]
    run = operations.give(council=by.council, tables=tables, kinds=imports.KINDS, by=by, on=ON)
    assert (run.needs, run.titles, run.found) == ("|?|", "", None)
    [file] = run.files
    assert (file["name"], file["rows"], file["kind"], list(file["unread"])) == (
        "audits.csv",
        1,
        "",
        [],
    )
    assert not ImportRun.objects.visible_to(cast.officer()).exists()
    assert ImportRun.objects.visible_to(by).get() == run


def test_what_is_remembered_and_known_again_is_of_imported_files_of_a_known_kind(by):
    left = table((1,), headings=("What",))
    run = checked(table(row(1), sheet="May"), left, by=by, choices=[Choices(), Choices(LEFT_OUT)])
    assert run.fingerprints == f"|{table(row(1)).sha256}/May|"
    undone(by)
    assert unpacked(checked(table(row(1)), by=by).found)["tables"][0]["already"] == ""


@pytest.mark.parametrize("sheet", ["May", "June"])
def test_a_file_that_came_before_is_known_again_sheet_by_sheet(by, sheet):
    imported(table(row(1), sheet="May"), by=by)
    found = unpacked(checked(table(row(1), sheet=sheet), by=by).found)
    assert bool(found["tables"][0]["already"]) is (sheet == "May")


def test_columns_are_remembered_as_they_were_read_last(by):
    for order, number in (("mdy", 1), ("dmy", 2)):
        given = table(row(number, date="03/04/2014"))
        run = checked(given, by=by, choices=[Choices("small-audits", None, {"audited_on": order})])
        import_files(run, by)
    kept = ColumnReading.objects.get()
    assert (kept.digest, kept.orders) == (shape_of(given), {"audited_on": "dmy"})
    assert kept.columns["ref"] == "reference" and len(kept.columns) == len(HEADINGS)
    given = table(row(3, date="05/06/2014"))
    assert checked(given, council=cast.make_council("elsewhere")).state == "read"
    run = checked(given, by=by)
    assert run.state == "checked" and choices_of(run)[0].orders == {"audited_on": "dmy"}


def test_what_is_checked_but_not_imported_is_not_remembered(by):
    checked(table(row(1)), by=by)
    undone(by)
    assert ColumnReading.objects.count() == 1


def test_every_refusal_is_kept_without_its_value_and_those_of_one_reason_together(by):
    rows = [row(number, date=f"soon {number}") for number in range(2, 6)]
    late = row(6, shared="01/01/2015")
    run = imported(table(row(1), *rows, late), by=by)
    assert run.refused == 5
    assert [one["rows"] for one in run.refusals] == [[3, 4, 5, 6], [7]]
    assert [one["row"] for one in each(run.refusals)] == [3, 4, 5, 6, 7]
    assert "soon" not in str(run.refusals)


@pytest.mark.parametrize(
    ("moves", "is_moved"),
    [
        (lambda north: people.team("Elsewhere"), False),
        (lambda north: audits.case_audit(reference="CA-99", team=north), False),
        (lambda north: audits.case_audit(reference="CA-2", team=north), True),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(strengths="Now"), True),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(method="live"), False),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(version=4), False),
        (lambda north: Team.objects.filter(pk=north.pk).update(name="Renamed"), True),
    ],
)
def test_only_a_move_that_the_files_would_meet_is_a_move(by, moves, is_moved):
    north = people.team("North")
    audits.case_audit(reference="CA-1", team=north, strengths="Then")
    run = checked(table(row(1, strengths="Clear"), row(2)), by=by)
    moves(north)
    with transaction.atomic():
        Team.objects.filter(pk=north.pk).update(to_date=None)
        history.record("teams.change", about=north, by=by, on=ON)
    try:
        import_files(run, by)
    except operations.RegisterChanged as moved:
        assert is_moved and moved.sentence == operations.MOVED
    else:
        assert not is_moved
