"""What may be done with a run in each of its states, what history says after, and what is kept."""

from datetime import date

import pytest

from assurance.audits.models import CaseAudit
from assurance.history import HistoryEntry
from assurance.imports import operations
from assurance.imports.models import ColumnReading, ImportRun, RowWritten
from assurance.imports.planning.headings import LEFT_OUT, Choices, shape_of
from assurance.imports.runs import (
    NOTHING_TO_DO,
    TOO_OLD,
    UNANSWERED,
    choices_of,
    tables_of,
    why_not_bring_in,
    why_not_undo,
)
from assurance.imports.staging import unpacked
from assurance.people.models import Team
from assurance.refusals import Refused
from tests import cast
from tests.imports.registers import everything
from tests.make import audits, imports, people
from tests.make.imports import HEADINGS, ON, brought_in, checked, import_run, row, table

pytestmark = pytest.mark.django_db
LATER = date(2016, 1, 19)
BOTH = table(row(1, date="03/04/2014"))
OVER = "These files cannot be changed here any more: "


@pytest.fixture
def by():
    """An officer."""
    return cast.officer()


def run_in(state, by):
    """A run of one audit in this state."""
    told = {"by": by, "on": ON}
    if state == "given":
        tables = [table(row(1))]
        return operations.give(council=by.council, tables=tables, kinds=imports.KINDS, **told)
    run = checked(BOTH if state == "read" else table(row(1)), by=by)
    if state == "waiting":
        operations.wait(run=run, **told)
    elif state == "cancelled":
        operations.cancel(run=run, **told)
    elif state in ("brought_in", "undone"):
        operations.bring_in(run=run, kinds=imports.KINDS, **told)
    if state == "undone":
        operations.undo(run=run, **told)
    return ImportRun.objects.get(pk=run.pk)


def do(name, run, by, **said):
    """One operation on a run, on the day after."""
    told = {"run": run, "by": by, "on": LATER, **said}
    if name in ("bring_in", "check_again", "give_again"):
        told["kinds"] = imports.KINDS
    if name in ("check_again", "give_again"):
        told["choices"] = [Choices()]
    return getattr(operations, name)(**told)


def sentence(name, run, by):
    """The sentence that refuses an operation, or the state that it leaves."""
    try:
        return do(name, run, by).state
    except Refused as refused:
        return refused.sentence


@pytest.mark.parametrize(
    ("state", "check_again", "wait", "bring_in", "cancel", "undo"),
    [
        ("given", "checked", OVER + "being checked.", OVER + "being checked.", "cancelled", False),
        ("read", "read", UNANSWERED, UNANSWERED, "cancelled", False),
        ("checked", "checked", "waiting", "brought_in", "cancelled", False),
        ("waiting", "checked", "waiting", "brought_in", "cancelled", False),
        ("brought_in", *[OVER + "brought in."] * 4, True),
        ("cancelled", *[OVER + "cancelled."] * 4, False),
        ("undone", *[OVER + "undone."] * 4, False),
    ],
)
@pytest.mark.parametrize("name", ["check_again", "wait", "bring_in", "cancel", "undo"])
def test_what_may_be_done_in_each_state(by, state, name, check_again, wait, bring_in, cancel, undo):
    expected = {"check_again": check_again, "wait": wait, "bring_in": bring_in, "cancel": cancel}
    never = "Only files that were brought in can be undone."
    expected["undo"] = "undone" if undo else never
    assert sentence(name, run_in(state, by), by) == expected[name]


@pytest.mark.parametrize(
    ("state", "told"),
    [("read", "given"), ("checked", "given"), ("brought_in", OVER + "brought in.")],
)
def test_an_open_run_may_be_read_again_in_the_background(by, state, told):
    assert sentence("give_again", run_in(state, by), by) == told


@pytest.mark.parametrize("state", ["brought_in", "cancelled", "undone"])
def test_a_run_that_has_ended_holds_no_row_of_its_files(by, state):
    run = run_in(state, by)
    assert (run.staged, run.found, run.ended_on) == (None, None, ON)
    assert run.undone_on == (ON if state == "undone" else None)


@pytest.mark.parametrize("operation", [operations.check, operations.give])
def test_no_table_at_all_is_refused(by, operation):
    with pytest.raises(Refused, match="Choose a file to bring in"):
        operation(council=by.council, tables=[], kinds=imports.KINDS, by=by, on=ON)
    assert not ImportRun.objects.exists() and not HistoryEntry.objects.exists()


@pytest.mark.parametrize(
    ("state", "name", "what", "left"),
    [
        ("checked", "check_again", "imports.check", "Checked, not brought in"),
        ("checked", "give_again", "imports.give", "Being checked"),
        ("checked", "wait", "imports.wait", "Being brought in"),
        ("checked", "bring_in", "imports.bring_in", "Brought in"),
        ("waiting", "bring_in", "imports.bring_in", "Brought in"),
        ("read", "cancel", "imports.cancel", "Cancelled"),
        ("brought_in", "undo", "imports.undo", "Undone"),
    ],
)
def test_what_history_says_of_each_operation(by, state, name, what, left):
    run = run_in(state, by)
    before = HistoryEntry.objects.count()
    do(name, run, by)
    entry = HistoryEntry.objects.latest("seq")
    assert HistoryEntry.objects.count() == before + 1
    assert (entry.what, entry.on, entry.who) == (what, LATER, by.history_name)
    assert entry.about == run.history_name
    assert entry.changes["state"]["to"] == left


def test_history_names_a_file_by_kind_rows_and_digest_and_by_nothing_of_its_words(by):
    given = table(row(1, strengths="Said Amina"), row(2), name="Amina.csv")
    other = table((1,), headings=("What",), name="other.csv")
    checked(given, other, by=by, choices=[Choices(), Choices(LEFT_OUT)])
    entry = HistoryEntry.objects.latest("seq")
    assert entry.changes["files"]["to"] == (
        f"Case audits, 2 rows, SHA-256 {given.sha256}; left out, 1 rows, SHA-256 {other.sha256}"
    )
    assert entry.changes["added"]["to"] == 2
    assert "Amina" not in str(entry.changes)


@pytest.mark.parametrize("name", ["check_again", "wait", "bring_in", "cancel", "undo"])
def test_what_is_refused_leaves_no_trace(by, name):
    run = run_in("cancelled", by)
    before, entries = everything(), HistoryEntry.objects.count()
    with pytest.raises(Refused):
        do(name, run, by)
    assert everything() == before and HistoryEntry.objects.count() == entries
    assert ImportRun.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    ("state", "found", "added", "changed", "said"),
    [
        ("checked", b"x", 1, 0, None),
        ("checked", b"x", 0, 1, None),
        ("waiting", b"x", 1, 1, None),
        ("checked", b"x", 0, 0, NOTHING_TO_DO),
        ("read", b"x", 1, 0, UNANSWERED),
        ("given", None, 1, 0, OVER + "being checked."),
    ],
)
def test_why_a_run_cannot_be_brought_in(state, found, added, changed, said):
    told = {"state": state, "found": found, "added": added, "changed": changed}
    assert why_not_bring_in(import_run(**told, ended_on=None)) == said


@pytest.mark.parametrize(
    ("state", "ends", "left"),
    [("given", True, "cancelled"), ("waiting", False, "checked"), ("checked", False, "checked")],
)
def test_trouble_in_the_background(by, state, ends, left):
    run = operations.say_trouble(run=run_in(state, by), sentence="It broke.", by=by, on=LATER)
    assert (run.state, run.trouble) == (left, "It broke.")
    assert run.ended_on == (LATER if ends else None) and (run.staged is None) is ends
    assert HistoryEntry.objects.latest("seq").what == "imports.say_trouble"


@pytest.mark.parametrize("name", ["check_again", "give_again", "wait", "bring_in", "cancel"])
def test_trouble_that_is_over_is_not_told_any_more(by, name):
    run = operations.say_trouble(run=run_in("waiting", by), sentence="It broke.", by=by, on=ON)
    do(name, run, by)
    assert ImportRun.objects.get().trouble == ""


def test_pressing_bring_in_makes_it_the_work_of_whoever_pressed(by):
    other = cast.officer()
    run = run_in("checked", by)
    assert operations.wait(run=run, by=other, on=ON).who == other.history_name


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


def test_nothing_to_forget_is_no_entry(by):
    checked(table(row(1)), by=by)
    before = HistoryEntry.objects.count()
    assert operations.forget_staged(council=by.council, by=by, on=LATER) == []
    assert HistoryEntry.objects.count() == before


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2017, 1, 17), None), (date(2017, 1, 18), TOO_OLD), (date(2020, 2, 29), TOO_OLD)],
)
def test_a_year_later_nobody_undoes_a_file(by, today, said):
    run = run_in("brought_in", by)
    operations.forget_staged(council=by.council, by=by, on=today)
    assert why_not_undo(run) == said
    assert RowWritten.objects.exists() is (said is None)


def test_another_councils_account_of_rows_is_left(by):
    run = brought_in(table(row(1)), council=cast.make_council("elsewhere"))
    operations.forget_staged(council=by.council, by=by, on=date(2020, 1, 1))
    assert why_not_undo(run) is None


def test_an_open_run_holds_its_tables_and_what_was_said(by):
    given = table(row(1, date="03/04/2014"))
    said = Choices("small-audits", {"ref": "reference"}, {"audited_on": "mdy"})
    run = checked(given, by=by, choices=[said])
    assert tables_of(run) == [given]
    assert choices_of(run) == [said]
    assert run.state == "checked"


def test_what_was_said_of_headings_that_are_not_there_is_dropped(by):
    said = Choices("small-audits", {"ref": "reference", "gone": "team"}, {})
    assert choices_of(checked(table(row(1)), by=by, choices=[said]))[0].columns == {
        "ref": "reference"
    }


def test_choices_for_the_first_tables_alone_leave_the_others_to_be_recognised(by):
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
    run = run_in("given", by)
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


def test_only_tables_of_a_known_kind_leave_their_fingerprint(by):
    left = table((1,), headings=("What",))
    run = checked(table(row(1), sheet="May"), left, by=by, choices=[Choices(), Choices(LEFT_OUT)])
    assert run.fingerprints == f"|{table(row(1)).sha256}/May|"


@pytest.mark.parametrize("sheet", ["May", "June"])
def test_a_file_that_came_before_is_known_again_sheet_by_sheet(by, sheet):
    brought_in(table(row(1), sheet="May"), by=by)
    found = unpacked(checked(table(row(1), sheet=sheet), by=by).found)
    assert bool(found["tables"][0]["already"]) is (sheet == "May")


def test_a_file_that_was_undone_did_not_come_before(by):
    run_in("undone", by)
    assert unpacked(checked(table(row(1)), by=by).found)["tables"][0]["already"] == ""


def test_columns_are_remembered_as_they_were_read_last(by):
    for order, number in (("mdy", 1), ("dmy", 2)):
        given = table(row(number, date="03/04/2014"))
        run = checked(given, by=by, choices=[Choices("small-audits", None, {"audited_on": order})])
        do("bring_in", run, by)
    kept = ColumnReading.objects.get()
    assert (kept.digest, kept.orders) == (shape_of(given), {"audited_on": "dmy"})
    assert kept.columns["ref"] == "reference" and len(kept.columns) == len(HEADINGS)
    run = checked(table(row(3, date="05/06/2014")), by=by)
    assert run.state == "checked" and choices_of(run)[0].orders == {"audited_on": "dmy"}


def test_another_council_remembers_for_itself(by):
    run = checked(BOTH, by=by, choices=[Choices("small-audits", None, {"audited_on": "mdy"})])
    do("bring_in", run, by)
    assert checked(BOTH, council=cast.make_council("elsewhere")).state == "read"
    assert checked(table(row(2, date="03/04/2014")), by=by).state == "checked"


def test_what_is_checked_but_not_brought_in_is_not_remembered(by):
    checked(table(row(1)), by=by)
    run_in("undone", by)
    assert ColumnReading.objects.count() == 1


def test_refusals_are_kept_up_to_a_bound_and_without_their_values(by, monkeypatch):
    monkeypatch.setattr("assurance.imports.telling.REFUSALS_KEPT", 2)
    rows = [row(number, date=f"soon {number}") for number in range(2, 6)]
    run = brought_in(table(row(1), *rows), by=by)
    assert run.refused == 4
    assert [one["row"] for one in run.refusals] == [3, 4]
    assert "soon" not in str(run.refusals)


@pytest.mark.parametrize(
    ("moves", "is_moved"),
    [
        (lambda north: people.team("Elsewhere"), False),
        (lambda north: audits.case_audit(reference="CA-99", team=north), False),
        (lambda north: audits.case_audit(reference="CA-2", team=north), True),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(strengths="Now"), True),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(actions="Now"), False),
        (lambda north: CaseAudit.objects.filter(reference="CA-1").update(version=4), False),
        (lambda north: Team.objects.filter(pk=north.pk).update(name="Renamed"), True),
    ],
)
def test_only_a_move_that_the_files_would_meet_is_a_move(by, moves, is_moved):
    north = people.team("North")
    audits.case_audit(reference="CA-1", team=north, strengths="Then")
    run = checked(table(row(1, strengths="Clear"), row(2)), by=by)
    moves(north)
    try:
        do("bring_in", run, by)
    except operations.Moved as moved:
        assert is_moved and moved.sentence == operations.MOVED
    else:
        assert not is_moved


def test_days_asked_about_are_kept_with_the_run(by):
    days = [date(2016, 2, 29), date(2015, 12, 31)]
    run = checked(table(row(1)), by=by, as_at=days)
    assert ImportRun.objects.get(pk=run.pk).as_at == ["2016-02-29", "2015-12-31"]
