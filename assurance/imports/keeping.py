"""What operations keep of a run: its tables while it is open, its account, how it ended."""

from dataclasses import replace
from datetime import date

from assurance import history
from assurance.imports import telling
from assurance.imports.declaration import Bundle, Sheet
from assurance.imports.models import (
    BROUGHT_IN,
    CHECKED,
    GIVEN,
    READ,
    UNKNOWN,
    ColumnReading,
    ImportRun,
)
from assurance.imports.planning.headings import mapped, plain, shape_of
from assurance.imports.staging import as_told, packed, unpacked
from assurance.imports.upload import Upload, silent
from assurance.personal import Personal


def held(run):
    """The run read again and held until the transaction ends."""
    return ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)


def check(run, tables, choices, kinds, on, tell=silent):
    """Checks the tables and keeps them with what was found."""
    upload = upload_of(run, tables, choices, kinds, on, tell).check()
    found = telling.found_in(upload)
    said = [vars(one.choices) for one in upload.given]
    run.staged = packed({"tables": [as_told(table) for table in _read(upload)], "choices": said})
    run.found = packed(found)
    run.state, run.trouble = CHECKED if found["settled"] else READ, ""
    _account(run, found, kinds)
    run.save()


def _read(upload):
    # What nobody reads is not kept, not even until the files are brought in.
    return [
        replace(one.table, rows=())
        if isinstance(one.kind, Bundle) and not one.kind.needs(one.table)
        else one.table
        for one in upload.given
    ]


def stage(run, tables, choices):
    """Keeps the tables, to be checked in the background."""
    told = [vars(one) for one in choices]
    run.staged = packed({"tables": [as_told(table) for table in tables], "choices": told})
    run.found = None
    run.state, run.trouble, run.needs = GIVEN, "", _barred([UNKNOWN])
    run.files = [telling.file_given(table) for table in tables]
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


def upload_of(run, tables, choices, kinds, on, tell=silent):
    """The tables of a run against its council's register."""
    as_at = [date.fromisoformat(day) for day in run.as_at]
    return Upload(run.council, tables, choices, kinds, as_at, on, tell)


def end(run, state, on):
    """Ends a run: its rows and an earlier trouble are forgotten, the refusals of what was brought
    in kept without their values."""
    if state == BROUGHT_IN:
        refusals = telling.refusals_of(unpacked(run.found))
        run.refusals = refusals[: telling.REFUSALS_KEPT]
    run.staged = run.found = None
    run.state, run.ended_on, run.trouble = state, on, ""
    run.save()


def remember(upload):
    """Keeps how each table's columns were read, for the next file of its shape."""
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


def told(run):
    """The history changes that say what a run is about and how it stands."""
    counts = {name: getattr(run, name) for name in ("added", "changed", "same", "refused")}
    # The name of a file may hold that of a person; its digest names it well enough.
    files = [
        f"{file['title'] or 'left out'}, {file['rows']:,} rows, SHA-256 {file['sha256']}"
        for file in run.files
    ]
    return as_changes({"files": "; ".join(files), "state": run.get_state_display(), **counts})


def as_changes(said):
    """History changes to what is `said`, a dict without anything about a person."""
    # Counts, kinds and digests of files are nobody's.
    return history.changes({}, said, dict.fromkeys(said, Personal.NONE))
