"""Checking given files, bringing them in, taking that back, and forgetting what is not needed."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from assurance import history
from assurance.accounts.models import Council
from assurance.imports import declared, telling
from assurance.imports.declaration import Kind, Sheet
from assurance.imports.models import (
    BROUGHT_IN,
    CANCELLED,
    CHECKED,
    READ,
    UNDONE,
    UNKNOWN,
    WAITING,
    ColumnReading,
    ImportRun,
)
from assurance.imports.planning.headings import Choices, mapped, plain, shape_of
from assurance.imports.runs import (
    choices_of,
    records_of,
    tables_of,
    why_not_bring_in,
    why_not_open,
    why_not_undo,
)
from assurance.imports.staging import as_told, packed, unpacked
from assurance.imports.undoing import Undoing
from assurance.imports.upload import Upload
from assurance.personal import Personal
from assurance.refusals import Refused, refuse_if
from assurance.sheets.table import Table

# Rows that nobody brought in are somebody's data lying about.
STAGED_KEPT = timedelta(days=1)
# What is needed to undo holds values as they were; a year later nobody undoes a file.
UNDO_KEPT = timedelta(days=365)
MOVED = (
    "The register has changed since these files were checked, so that bringing them in would do "
    "something else than was shown. Look at the new check below, then bring them in."
)


class Moved(Refused):
    """The register changed between check and Bring in; the files have to be checked again."""


@transaction.atomic
def check(
    *,
    council: Council,
    tables: Sequence[Table],
    kinds: Sequence[Kind],
    choices: Sequence[Choices] = (),
    as_at: Sequence[date] = (),
    by,
    on: date,
) -> ImportRun:
    """Keeps the tables until they are brought in or cancelled, with what that would do to the
    register, which stays as it is. `kinds` are those that `by` may bring in; `choices` what is said
    of each table already. Refuses to check no table at all."""
    refuse_if(None if tables else "Choose a file to bring in.")
    run = ImportRun(
        council=council,
        who=by.history_name,
        started_on=on,
        as_at=[day.isoformat() for day in as_at],
    )
    told = [*choices, *[Choices()] * (len(tables) - len(choices))]
    _check(run, tables, told, kinds, on)
    history.record("imports.check", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def check_again(
    *, run: ImportRun, kinds: Sequence[Kind], choices: Sequence[Choices], by, on: date
) -> ImportRun:
    """Checks the run's tables again, with what the officer says of each; refuses where the run has
    ended or is being brought in."""
    run = _held(run)
    refuse_if(None if run.state in (READ, CHECKED) else why_not_open(run))
    _check(run, tables_of(run), choices, kinds, on)
    history.record("imports.check", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def wait(*, run: ImportRun, by, on: date) -> ImportRun:
    """Marks a checked run as one to be brought in by whoever does so in the background; refuses
    as `bring_in` does."""
    run = _held(run)
    refuse_if(why_not_bring_in(run))
    run.state = WAITING
    run.save(update_fields=["state"])
    history.record("imports.wait", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def bring_in(*, run: ImportRun, kinds: Sequence[Kind], by, on: date) -> ImportRun:
    """Writes what the check showed, all of it or nothing, leaves refused rows out, and forgets the
    staged rows. Refuses where something is unanswered or nothing would change; raises `Moved` where
    the register changed so that it would do something else than was shown."""
    run = _held(run)
    refuse_if(why_not_bring_in(run))
    shown = unpacked(run.found)
    upload = _upload(run, tables_of(run), choices_of(run), kinds, on)
    written, records = upload.bring_in(by)
    found = telling.found_in(upload)
    if telling.outcome(found) != telling.outcome(shown):
        raise Moved(MOVED)
    run.records = [[kind.key, one._meta.label, one.pk] for kind, one in records]
    _end(run, BROUGHT_IN, on)
    written.keep(run)
    _remember(upload)
    history.record("imports.bring_in", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def cancel(*, run: ImportRun, by, on: date) -> ImportRun:
    """Forgets the rows of a run that is not brought in; refuses one that has ended."""
    run = _held(run)
    refuse_if(None if run.is_open else why_not_open(run))
    _end(run, CANCELLED, on)
    history.record("imports.cancel", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def undo(*, run: ImportRun, by, on: date) -> ImportRun:
    """Puts the register back exactly as it was before the run. Refuses where a row was changed
    since, or something stands on one."""
    run = _held(run)
    refuse_if(why_not_undo(run))
    for key, record in reversed(records_of(run)):
        declared.kind_called(key).undo(record=record, by=by, on=on)
    Undoing(run).put_back()
    run.rows_written.all().delete()
    run.state, run.undone_on = UNDONE, on
    run.save(update_fields=["state", "undone_on"])
    history.record("imports.undo", about=run, by=by, on=on, changes=_told(run))
    return run


@transaction.atomic
def forget_staged(*, council: Council, by, on: date) -> Sequence[ImportRun]:
    """Cancels the council's runs that nobody brought in for a day and erases what undoing older
    ones than a year would need; gives the cancelled runs."""
    lying = list(ImportRun.objects.of(council).left_lying(on - STAGED_KEPT))
    for run in lying:
        _end(run, CANCELLED, on)
    old = ImportRun.objects.of(council).filter(state=BROUGHT_IN, ended_on__lt=on - UNDO_KEPT)
    for run in old.filter(rows_written__isnull=False).distinct():
        run.rows_written.all().delete()
    if lying:
        told = {"runs": ", ".join(run.history_name for run in lying)}
        history.record("imports.forget", about=council, by=by, on=on, changes=_plain(told))
    return lying


def _held(run):
    return ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)


def _check(run, tables, choices, kinds, on):
    upload = _upload(run, tables, choices, kinds, on).check()
    found = telling.found_in(upload)
    said = [vars(one.choices) for one in upload.given]
    run.staged = packed({"tables": [as_told(table) for table in tables], "choices": said})
    run.found = packed(found)
    run.state = CHECKED if found["settled"] else READ
    _account(run, found, kinds)
    run.save()


def _account(run, found, kinds):
    read_as = {table["kind"] for table in found["tables"]} - {""}
    known = [kind for kind in kinds if kind.key in read_as]
    run.files = telling.files_of(found)
    run.titles = ", ".join(kind.title for kind in known)
    asked = {UNKNOWN for table in found["tables"] if not table["kind"]}
    run.needs = _barred(sorted({*(str(kind.permission) for kind in known), *asked}))
    kept = [table for table in found["tables"] if table["kind"]]
    run.fingerprints = _barred(f"{table['sha256']}/{table['sheet']}" for table in kept)
    for name, number in telling.counts_of(found).items():
        setattr(run, name, number)


def _barred(words):
    told = "|".join(words)
    return f"|{told}|" if told else ""


def _upload(run, tables, choices, kinds, on):
    as_at = [date.fromisoformat(day) for day in run.as_at]
    return Upload(run.council, tables, choices, kinds, as_at, on)


def _end(run, state, on):
    if state == BROUGHT_IN:
        refusals = telling.refusals_of(unpacked(run.found))
        run.refusals = refusals[: telling.REFUSALS_KEPT]
    run.staged = run.found = None
    run.state, run.ended_on = state, on
    run.save()


def _remember(upload):
    for given in upload.given:
        if isinstance(given.kind, Sheet):
            columns = mapped(given.kind, given.table, given.choices.columns)
            places = {place: name for name, place in columns.items()}
            ColumnReading.objects.update_or_create(
                council=upload.council,
                kind=given.kind.key,
                digest=shape_of(given.table),
                defaults={
                    "columns": {
                        plain(heading): places.get(place, "")
                        for place, heading in enumerate(given.table.headings)
                    },
                    "orders": dict(given.choices.orders or {}),
                },
            )


def _told(run):
    counts = {name: getattr(run, name) for name in ("added", "changed", "same", "refused")}
    # The name of a file may hold that of a person; its digest names it well enough.
    files = [
        f"{file['title'] or 'left out'}, {file['rows']:,} rows, SHA-256 {file['sha256']}"
        for file in run.files
    ]
    return _plain({"files": "; ".join(files), "state": run.get_state_display(), **counts})


def _plain(said):
    # Counts, kinds and digests of files are nobody's.
    return history.changes({}, said, dict.fromkeys(said, Personal.NONE))
