"""What may be done with a run in each of its states, what history says after, and what is kept."""

from datetime import date

import pytest
from django.db import transaction

from assurance.imports import checks, operations
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import LEFT_OUT, Choices
from assurance.imports.run.lifecycle import UNANSWERED
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests import cast
from tests.imports.registers import everything
from tests.make import imports
from tests.make.imports import ON, checked, row, table
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
LATER = date(2016, 1, 19)
BOTH = table(row(1, date="03/04/2014"))
EACH = ("check_again", "wait", "import_files", "cancel", "undo")
OVER = "These files cannot be changed here any more: "


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
    elif state in ("imported", "undone"):
        operations.import_files(run=run, kinds=imports.KINDS, **told)
    if state == "undone":
        operations.undo(run=run, **told)
    return ImportRun.objects.get(pk=run.pk)


def do(name, run, by, **said):
    """One operation on a run, on the day after."""
    told = {"run": run, "by": by, "on": LATER, **said}
    if name in ("import_files", "check_again", "give_again"):
        told["kinds"] = imports.KINDS
    if name in ("check_again", "give_again"):
        told["choices"] = [Choices()]
    return getattr(checks if name == "check_again" else operations, name)(**told)


def sentence(name, run, by):
    """The sentence that refuses an operation, or the state that it leaves."""
    try:
        return do(name, run, by).state
    except Refused as refused:
        return refused.sentence


def _tried(name, run, by, left=None):
    """The same, or what is `left` after it, with everything as it was before."""
    with transaction.atomic():
        answer = sentence(name, ImportRun.objects.get(pk=run.pk), by)
        answer = left() if left else answer
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize(
    ("state", "check_again", "wait", "import_files", "cancel", "undo"),
    [
        ("given", "checked", OVER + "being checked.", OVER + "being checked.", "cancelled", False),
        ("read", "read", UNANSWERED, UNANSWERED, "cancelled", False),
        ("checked", "checked", "waiting", "imported", "cancelled", False),
        ("waiting", "checked", "waiting", "imported", "cancelled", False),
        ("imported", *[OVER + "imported."] * 4, True),
        ("cancelled", *[OVER + "cancelled."] * 4, False),
        ("undone", *[OVER + "undone."] * 4, False),
    ],
)
def test_what_may_be_done_in_each_state(by, state, check_again, wait, import_files, cancel, undo):
    never = "Only files that were imported can be undone."
    expected = (check_again, wait, import_files, cancel, "undone" if undo else never)
    run = run_in(state, by)
    assert tuple(_tried(name, run, by) for name in EACH) == expected


@pytest.mark.parametrize(
    ("state", "told"),
    [("read", "given"), ("checked", "given"), ("imported", OVER + "imported.")],
)
def test_an_open_run_may_be_read_again_in_the_background(by, state, told):
    assert sentence("give_again", run_in(state, by), by) == told


@pytest.mark.parametrize("operation", [checks.check, operations.give])
def test_no_table_at_all_is_refused(by, operation):
    with pytest.raises(Refused, match="Choose a file to import"):
        operation(council=by.council, tables=[], kinds=imports.KINDS, by=by, on=ON)
    assert not ImportRun.objects.exists() and not HistoryEntry.objects.exists()


@pytest.mark.parametrize(
    ("state", "name", "what", "left"),
    [
        ("checked", "check_again", "imports.check", "Checked, not imported"),
        ("checked", "give_again", "imports.give", "Being checked"),
        ("checked", "wait", "imports.wait", "Being imported"),
        ("checked", "import_files", "imports.bring_in", "Imported"),
        ("waiting", "import_files", "imports.bring_in", "Imported"),
        ("read", "cancel", "imports.cancel", "Cancelled"),
        ("imported", "undo", "imports.undo", "Undone"),
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
        f"Case audits, 2 rows, SHA-256 {given.sha256}; left out, 1 row, SHA-256 {other.sha256}"
    )
    assert entry.changes["added"]["to"] == 2
    assert "Amina" not in str(entry.changes)


def test_what_is_refused_leaves_no_trace(by):
    run = run_in("cancelled", by)
    before, entries = everything(), HistoryEntry.objects.count()
    for name in EACH:
        with NamedCase(name), pytest.raises(Refused):
            do(name, run, by)
    assert everything() == before and HistoryEntry.objects.count() == entries
    assert ImportRun.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    ("state", "ends", "left"),
    [("given", True, "cancelled"), ("waiting", False, "checked"), ("checked", False, "checked")],
)
def test_trouble_in_the_background(by, state, ends, left):
    run = operations.record_trouble(run=run_in(state, by), sentence="It broke.", by=by, on=LATER)
    assert (run.state, run.trouble) == (left, "It broke.")
    assert run.ended_on == (LATER if ends else None) and (run.staged is None) is ends
    assert HistoryEntry.objects.latest("seq").what == "imports.record_trouble"


def test_trouble_that_is_over_is_not_told_any_more(by):
    run = operations.record_trouble(run=run_in("waiting", by), sentence="It broke.", by=by, on=ON)
    for name in ("give_again", *EACH[:-1]):
        with NamedCase(name):
            assert _tried(name, run, by, lambda: ImportRun.objects.get().trouble) == ""


def test_pressing_import_makes_it_the_work_of_whoever_pressed(by):
    other = cast.officer()
    run = run_in("checked", by)
    assert operations.wait(run=run, by=other, on=ON).who == other.history_name
