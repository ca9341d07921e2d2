"""The files that a record came from, as entries of its history page."""

from assurance.accounts.history_page import FIELD_WORDS, ORIGINS, HistoryLine, titles_of
from assurance.imports.models import UNDONE, ImportRun, RowWritten
from assurance.records.history import HistoryEntry, subject_kind

IMPORTED = "imports.bring_in"
HOW = {
    RowWritten.ADDED: "Added from a file",
    RowWritten.CHANGED: "Changed by a file",
    RowWritten.WHOLE: "Read from files",
}
# What history counts of a run → its words on a page.
COUNTS = {
    "added": "Rows added",
    "changed": "Rows changed",
    "same": "Rows left alone",
    "refused": "Rows refused",
}


def register() -> None:
    """Joins import runs to what a record's history page shows."""
    ORIGINS.append(entries_of)
    FIELD_WORDS[subject_kind(ImportRun)] = lambda run: COUNTS


def entries_of(things) -> list[tuple[object, HistoryLine]]:
    """(record, entry) of each import run that wrote one of `things`, records of one council, in at
    most three queries."""
    known = {(thing._meta.label, thing.pk): thing for thing in things}
    written = RowWritten.objects.of_records(known).exclude(run__state=UNDONE)
    rows = list(written.select_related("run").defer("before"))
    runs = {row.run.history_name for row in rows}
    entries = HistoryEntry.objects.filter(
        council=things[0].council.slug, about_kind="importrun", about__in=runs, what=IMPORTED
    )
    entries = {entry.about: entry for entry in entries} if rows else {}
    titles = titles_of(entries.values()) if rows else {}
    return [
        (known[row.model, row.key], _line(row, entries[row.run.history_name], titles))
        for row in rows
        if row.run.history_name in entries
    ]


def _line(row, entry, titles):
    return HistoryLine(
        at=entry.at,
        on=entry.on,
        who=titles.get(entry.who, entry.who),
        what=f"{HOW[row.how]}: {row.run.titles}",
        reason="",
        changes={},
        run=row.run,
        file=_file_of(row),
    )


def _file_of(row):
    files = row.run.files
    if row.file is not None and row.file < len(files):
        return files[row.file]["name"]
    return ", ".join(file["name"] for file in files if file["title"])
