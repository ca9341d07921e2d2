"""What operations keep of a run: its tables while it is open, its account, how it ended."""

from datetime import date

from assurance.imports import messages
from assurance.imports.declaration import Sheet
from assurance.imports.models import (
    CHECKED,
    IMPORTED,
    READ,
    UNKNOWN,
    UPLOADED,
    ColumnReading,
    ImportRun,
    RowWritten,
)
from assurance.imports.plan.headings import columns_read, shape_of
from assurance.imports.run.lifecycle import unpacked
from assurance.imports.run.staging import staged
from assurance.imports.upload import Days, Upload, silent
from assurance.records import history
from assurance.records.record import locked
from assurance.tables.phrases import several


def lock_run(run):
    """The run read again and held until the transaction ends."""
    return locked(ImportRun, run.pk)


def stage(run, tables, choices):
    """Keeps the tables, to be checked in the background."""
    run.staged = staged(tables, choices)
    run.found = None
    run.state, run.trouble, run.needs = UPLOADED, "", _barred([UNKNOWN])
    run.files = [messages.file_given(table) for table in tables]
    run.save()


def keep_check(run, tables, found, result, kinds):
    """Keeps the packed `tables` and `result` of a check, and how many rows do what."""
    run.staged, run.found = tables, found
    run.state, run.trouble = CHECKED if result["settled"] else READ, ""
    _account(run, result, kinds)
    run.save()


def _account(run, result, kinds):
    read_as = {table["kind"] for table in result["tables"]} - {""}
    known = [kind for kind in kinds if kind.key in read_as]
    run.files = messages.files_of(result)
    run.titles = ", ".join(kind.title for kind in known)
    # What is left out is nobody's secret from those who may import the rest.
    queries = {
        UNKNOWN
        for table in result["tables"]
        if not table["kind"] and not (known and table["left_out"])
    }
    run.needs = _barred(sorted({*(str(kind.permission) for kind in known), *queries}))
    rows = [table for table in result["tables"] if table["kind"]]
    run.fingerprints = _barred(f"{table['sha256']}/{table['sheet']}" for table in rows)
    for name, number in messages.counts_of(result).items():
        setattr(run, name, number)


def _barred(text):
    sentence = "|".join(text)
    return f"|{sentence}|" if sentence else ""


def upload_of(run, tables, choices, kinds, on, value=silent):
    """The tables of a run against its council's register."""
    days = Days(days_of(run), run.covers_to)
    return Upload(run.council, tables, choices, kinds, days, on, value)


def days_of(run):
    """The days that the officer asks about besides a bundle's own."""
    return tuple(date.fromisoformat(day) for day in run.as_at)


def set_days(run, days):
    """Keeps what the officer says of days; None leaves what was said."""
    if days is not None:
        run.as_at = [day.isoformat() for day in sorted(set(days.as_at))]
        run.covers_to = days.covers_to


def end(run, state, on, trouble=""):
    """Ends a run, where it came to that by a `trouble`: its rows and an earlier trouble are
    forgotten, the refusals of what was imported kept without their values."""
    if state == IMPORTED:
        run.refusals = messages.grouped(messages.refusals_of(unpacked(run.found)))
    run.staged = run.found = None
    run.state, run.ended_on, run.trouble = state, on, trouble
    run.save()


def remember(tables, run):
    """Keeps how the columns of each `TableChoice` were read, for the next file of its shape."""
    for table in tables:
        if isinstance(table.kind, Sheet):
            ColumnReading.objects.update_or_create(
                council=run.council,
                kind=table.kind.key,
                digest=shape_of(table.table),
                defaults=columns_read(table.kind, table.table, table.choices),
            )


def keep_whole(run):
    """Keeps account of the records that stand for the bundles of a run: their page tells of it."""
    RowWritten.objects.bulk_create(
        RowWritten(run=run, model=label, key=key, how=RowWritten.WHOLE)
        for _, label, key in run.records
    )


def run_changes(run):
    """The history changes that say what a run is about and how it stands."""
    counts = {name: getattr(run, name) for name in ("added", "changed", "same", "refused")}
    # The name of a file may hold that of a person; its digest names it well enough.
    files = [
        f"{file['title'] or 'left out'}, {several(file['rows'], 'row')}, SHA-256 {file['sha256']}"
        for file in run.files
    ]
    return history.impersonal_changes(
        {"files": "; ".join(files), "state": run.get_state_display(), **counts}
    )
