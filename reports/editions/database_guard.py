"""What keeps an edition as it was issued in the database itself, on SQLite and on PostgreSQL.

From its freezing on an edition's words cannot change; from its publication on neither can
anything of it, and it cannot be deleted. Who writes and who approves are kept apart by
`reports.approvals.database_guard`. Placed by migrations; a changed trigger needs a new migration.
"""

from assurance.records import database

EDITION, FILE, PROVENANCE = "editions_edition", "editions_editionfile", "editions_provenance"

_FROZEN_COLUMNS = ("paper_id", "number", "title", "document", "digest", "issued_on", "frozen_at")
_MOVED = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in _FROZEN_COLUMNS)
_PUBLISHED = (
    f"EXISTS (SELECT 1 FROM {EDITION} WHERE id = {{row}}.edition_id AND published_at IS NOT NULL)"
)
# table → event → (when it is refused, the words of the refusal).
_REFUSED = {
    EDITION: {
        "UPDATE": (f"OLD.published_at IS NOT NULL OR {_MOVED}", "an edition cannot change"),
        "DELETE": ("OLD.published_at IS NOT NULL", "an edition cannot be deleted"),
    },
    **{
        table: {
            "INSERT": (_PUBLISHED.format(row="NEW"), "an edition cannot change"),
            "UPDATE": ("1 = 1", "an edition cannot change"),
            "DELETE": (_PUBLISHED.format(row="OLD"), "an edition cannot be deleted"),
        }
        for table in (FILE, PROVENANCE)
    },
}
_TABLES = (EDITION, FILE, PROVENANCE)
_NO_TRUNCATE = (
    """
    CREATE OR REPLACE FUNCTION reports_no_truncate() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'an edition cannot be deleted'; END
    $$ LANGUAGE plpgsql
    """,
    *(
        f"""
        CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION reports_no_truncate()
        """
        for table in _TABLES
    ),
)
_TRUNCATE_AGAIN = (
    *(f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}" for table in _TABLES),
    "DROP FUNCTION IF EXISTS reports_no_truncate()",
)
_GUARD = database.RowGuard(_REFUSED, placing=_NO_TRUNCATE, lifting=_TRUNCATE_AGAIN)
place, lift = _GUARD.place, _GUARD.lift
