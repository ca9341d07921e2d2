"""What keeps the index of published editions as it was written, on SQLite and on PostgreSQL: pages
read it in place of the editions, which cannot change either. Placed by migrations."""

from assurance.records import database

_REFUSED = {
    "UPDATE": ("1 = 1", "the index of an edition cannot change"),
    "DELETE": ("1 = 1", "the index of an edition cannot be deleted"),
}
_GUARD = database.RowGuard(
    {
        "publication_printedfigure": _REFUSED,
        "publication_printedrecord": _REFUSED,
        "publication_editionsubject": _REFUSED,
    }
)
place, lift = _GUARD.place, _GUARD.lift
# These tables came later, each with a migration of its own.
FRONTS = database.RowGuard({"publication_editionfront": _REFUSED})
HEADLINES = database.RowGuard({"publication_editionheadlines": _REFUSED})
TABLES = database.RowGuard({"publication_editiontable": _REFUSED})
