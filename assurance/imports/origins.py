"""The files that a record came from, as entries of its history page."""

from assurance.accounts.history_page import ORIGINS, HistoryLine, titles_of
from assurance.imports.models import RowWritten
from assurance.records.history import HistoryEntry

IMPORTED = "imports.bring_in"
HOW = {
    RowWritten.ADDED: "Added from a file",
    RowWritten.CHANGED: "Changed by a file",
    RowWritten.WHOLE: "Read from files",
}


def register() -> None:
    """Joins import runs to what a record's history page shows."""
    ORIGINS.append(entries_of)


def entries_of(thing) -> list[HistoryLine]:
    """The entries of the import runs that wrote `thing`, in at most three queries."""
    written = RowWritten.objects.filter(model=thing._meta.label, key=thing.pk)
    rows = {row.run.history_name: row for row in written.select_related("run").defer("before")}
    entries = HistoryEntry.objects.filter(
        council=thing.council.slug, about_kind="importrun", about__in=list(rows), what=IMPORTED
    )
    titles = titles_of(entries) if rows else {}
    return [
        HistoryLine(
            at=entry.at,
            on=entry.on,
            who=titles.get(entry.who, entry.who),
            what=f"{HOW[rows[entry.about].how]}: {rows[entry.about].run.titles}",
            reason="",
            changes={},
            run=rows[entry.about].run,
            file=_file_of(rows[entry.about]),
        )
        for entry in (entries if rows else ())
    ]


def _file_of(row):
    files = row.run.files
    if row.file is not None and row.file < len(files):
        return files[row.file]["name"]
    return ", ".join(file["name"] for file in files if file["title"])
