"""Checking given files, bringing them in, taking that back, and forgetting what is not needed."""

from collections.abc import Callable, Sequence
from datetime import date

from django.apps import apps
from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.imports import kinds as declared
from assurance.imports import messages
from assurance.imports.declaration import Kind
from assurance.imports.models import (
    CANCELLED,
    CHECKED,
    IMPORTED,
    STAGED_KEPT,
    UNDONE,
    WAITING,
    ImportRun,
    RowWritten,
)
from assurance.imports.plan.headings import Choices
from assurance.imports.run import retention
from assurance.imports.run.checked_files import CheckedFiles
from assurance.imports.run.lifecycle import (
    choices_of,
    records_of,
    tables_of,
    unpacked,
    why_not_import,
    why_not_open,
    why_not_undo,
)
from assurance.imports.run.portions import Portion
from assurance.imports.run.progress import Work
from assurance.imports.run.register_state import is_unchanged
from assurance.imports.run.staging import staged_headings, staged_portions, staged_register
from assurance.imports.run.undo import RunReversal, rekeyed, why_not_stood_on
from assurance.imports.run.writer import batched
from assurance.imports.upload import Days, silent
from assurance.records import history
from assurance.records.refusals import Refused, refuse_if
from assurance.records.withdrawals.holds import held, why_any_held
from assurance.records.withdrawals.quoted_changes import before_change
from assurance.runtime.databases.statistics import count_again
from assurance.runtime.keyed_digests import is_in_use
from assurance.runtime.periods import months_after, say_day
from assurance.tables.table import Table

# What is needed to undo holds values as they were; a year later nobody undoes a file.
MONTHS_OF_UNDO = 12
FORGOTTEN = "were forgotten. Nothing was changed. Give them again to import them."
MOVED = (
    "The register has changed since these files were checked, so that bringing them in would do "
    "something else than was shown. Look at the new check below, then import them."
)


class RegisterChanged(Refused):
    """The register changed between check and Import; the files have to be checked again."""


@transaction.atomic
def check(
    *,
    council: Council,
    checked: CheckedFiles,
    days: Days | None = None,
    by,
    on: date,
) -> ImportRun:
    """Keeps tables that were checked until they are imported or cancelled, with what that would do
    to the register and what is said of `days`."""
    run = _new_run(council, days, by, on)
    checked.keep(run)
    history.record("imports.check", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def give(
    *,
    council: Council,
    tables: Sequence[Table],
    kinds: Sequence[Kind],
    by,
    on: date,
) -> ImportRun:
    """Keeps the tables, to be checked in the background with `kinds` found anew; refuses none."""
    refuse_if(None if tables else "Choose a file to import.")
    run = _new_run(council, None, by, on)
    retention.stage(run, tables, [Choices()] * len(tables))
    history.record("imports.give", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def give_again(
    *,
    run: ImportRun,
    kinds: Sequence[Kind],
    choices: Sequence[Choices],
    days: Days | None = None,
    by,
    on: date,
) -> ImportRun:
    """Has the run checked again in the background, with what is said of tables and days."""
    run = retention.lock_run(run)
    refuse_if(None if run.is_open else why_not_open(run))
    retention.set_days(run, days)
    retention.stage(run, tables_of(run), choices)
    history.record("imports.give", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def check_again(
    *,
    run: ImportRun,
    checked: CheckedFiles,
    days: Days | None = None,
    by,
    on: date,
) -> ImportRun:
    """Keeps the new check of a run's tables; refuses where the run has ended meanwhile."""
    run = retention.lock_run(run)
    refuse_if(None if run.is_open else why_not_open(run))
    retention.set_days(run, days)
    checked.keep(run)
    history.record("imports.check", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def wait(*, run: ImportRun, by, on: date) -> ImportRun:
    """Marks a checked run to be imported in the background; refuses as `import_files` does."""
    run = retention.lock_run(run)
    refuse_if(why_not_import(run))
    run.state, run.who, run.trouble = WAITING, by.history_name, ""
    run.save(update_fields=["state", "who", "trouble"])
    history.record("imports.wait", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def import_files(
    *, run: ImportRun, kinds: Sequence[Kind], by, on: date, tell: Callable = silent
) -> ImportRun:
    """Writes what the check showed, all of it or nothing, leaves refused rows out, and forgets the
    staged rows. Refuses where something is unanswered or nothing would change; raises
    `RegisterChanged` where the register changed so that it would do something else than was shown.
    `tell` is told how far it is."""
    run = retention.lock_run(run)
    refuse_if(why_not_import(run))
    written = _write_checked(run, kinds, on, tell) or _write_again(run, kinds, by, on, tell)
    retention.end(run, IMPORTED, on)
    written.keep(run)
    retention.keep_whole(run)
    count_again()
    history.record("imports.bring_in", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


def _write_checked(run, kinds, on, tell):
    """Writes what the check kept, where the register is as the check met it; None elsewhere."""
    state = staged_register(run.staged)
    if not (state and is_unchanged(run, state, on)):
        return None
    upload = retention.upload_of(run, staged_headings(run.staged), choices_of(run), kinds, on, tell)
    try:
        written = upload.write_portions(map(Portion.of_values, staged_portions(run.staged)))
    except Refused:
        # Rows were changed past the program: what to say of that is found by comparing.
        return None
    if written:
        retention.remember(upload.given, run)
    return written


def _write_again(run, kinds, by, on, tell):
    """Reads and compares the files once more, and writes what the check showed."""
    upload = retention.upload_of(run, tables_of(run), choices_of(run), kinds, on, tell)
    written, records = upload.write(by)
    if messages.outcome(messages.found_in(upload)) != messages.outcome(unpacked(run.found)):
        raise RegisterChanged(MOVED)
    retention.remember(upload.given, run)
    # What is kept of each row is read from the database: the files and their plans are not needed.
    run.records = [[kind.key, item._meta.label, item.pk] for kind, item in records]
    return written


@transaction.atomic
def cancel(*, run: ImportRun, by, on: date) -> ImportRun:
    """Forgets the rows of a run that is not imported; refuses one that has ended."""
    run = retention.lock_run(run)
    refuse_if(None if run.is_open else why_not_open(run))
    retention.end(run, CANCELLED, on)
    history.record("imports.cancel", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def record_trouble(*, run: ImportRun, sentence: str, by, on: date) -> ImportRun:
    """Keeps why the work in the background did not end as it was meant to: the officer may look
    and press again. A run that could not even be checked is cancelled."""
    run = retention.lock_run(run)
    if run.found is None:
        retention.end(run, CANCELLED, on, sentence)
    else:
        run.state = CHECKED if run.state == WAITING else run.state
        run.trouble = sentence
        run.save(update_fields=["state", "trouble"])
    history.record(
        "imports.record_trouble", about=run, by=by, on=on, changes=retention.run_changes(run)
    )
    return run


@transaction.atomic
def undo(*, run: ImportRun, by, on: date) -> ImportRun:
    """Puts the register back exactly as it was before the run. Refuses where a row was changed
    since, a row is on legal hold, or something stands on one: another row, or a figure of a paper
    that was issued."""
    run = retention.lock_run(run)
    refuse_if(why_not_undo(run))
    stood_on_it = before_change(run.council)
    for key, record in reversed(records_of(run)):
        declared.kind_called(key).undo(record=record, by=by, on=on)
    reversal = RunReversal(run)
    refuse_if(why_any_held(run.council, reversal.keys, on))
    reversal.keep_names()
    reversal.put_back()
    refuse_if(why_not_stood_on(stood_on_it()))
    run.state, run.undone_on = UNDONE, on
    run.save(update_fields=["state", "undone_on"])
    history.record("imports.undo", about=run, by=by, on=on, changes=retention.run_changes(run))
    return run


@transaction.atomic
def forget_staged(*, council: Council, by, on: date) -> Sequence[ImportRun]:
    """Cancels the council's runs that nobody imported for a day, but for those that are being
    worked on, and erases what undoing older ones than a year would need; gives the cancelled
    runs."""
    left = ImportRun.objects.of(council).left_lying(on - STAGED_KEPT)
    lying = [run for run in left if not Work(run).is_taken()]
    for run in lying:
        text = f"No one imported these files by the end of {say_day(run.kept_until)}, so they "
        retention.end(run, CANCELLED, on, text + FORGOTTEN)
    since = months_after(on, -MONTHS_OF_UNDO)
    old = ImportRun.objects.of(council).filter(state__in=(IMPORTED, UNDONE), ended_on__lt=since)
    # The keys and no query within the query, for which PostgreSQL reads the rows of all councils.
    rows = RowWritten.objects.filter(run__in=list(old.values_list("pk", flat=True)))
    rows = rows.exclude(digest="")
    if not lying and not rows.exists():
        return lying
    # Which file a row came from stays known.
    forgotten = rows.exclude(pk__in=_on_hold(council, rows, on)).update(
        before={}, digest="", name=""
    )
    if lying or forgotten:
        values = {"runs": ", ".join(run.history_name for run in lying), "rows": forgotten}
        changes = history.impersonal_changes({name: item for name, item in values.items() if item})
        history.record("imports.forget", about=council, by=by, on=on, changes=changes)
    return lying


@transaction.atomic
def rekey_undo(*, council: Council, by, on: date) -> int:
    """Makes the digests that undoing files needs anew under the digest key in use, wherever a row
    is as its run left it; how many. The others keep theirs: they say that somebody changed it."""
    rows = RowWritten.objects.filter(run__council=council).exclude(digest="")
    old = [row for row in rows.order_by("model", "key") if not is_in_use(row.digest)]
    renewed = rekeyed(old)
    for some in batched(renewed):
        RowWritten.objects.bulk_update(some, ["digest"])
    changes = history.impersonal_changes({"rows": len(renewed)})
    history.record("imports.rekey", about=council, by=by, on=on, changes=changes)
    return len(renewed)


def _on_hold(council, rows, on):
    """The keys of those of `rows` that tell of a row on legal hold."""
    keys = []
    for label in rows.order_by().values_list("model", flat=True).distinct():
        about = dict(rows.filter(model=label).values_list("key", "pk"))
        on_hold = held(council, apps.get_model(label), about, on)
        keys += [about[key] for key in on_hold]
    return keys


def _new_run(council, days, by, on):
    run = ImportRun(council=council, who=by.history_name, started_on=on)
    retention.set_days(run, days)
    return run
