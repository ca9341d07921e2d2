"""Whether a database was made by a version of this program whose migrations were since begun anew.

Until its first release that can be: nothing leads from the one to the other.
"""

from collections.abc import Sequence

from django.apps import apps
from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

OURS = ("assurance.", "reports.")
MADE_BEFORE = (
    "This database was made by an earlier version, before migrations were "
    "renumbered: {names} ran there and {is_are} no longer known."
)
ANEW = (
    "Make an empty database and run “manage.py migrate”. The data of the old one can "
    "be exported with the version that made it."
)


def unknown_migrations(database: BaseDatabaseWrapper) -> list[str]:
    """The migrations of this program that ran in `database` and are there no longer, as
    “app.name”; none in a database without tables."""
    recorder = MigrationRecorder(database)
    if not recorder.has_table():
        return []
    ours = {item.label for item in apps.get_app_configs() if item.name.startswith(OURS)}
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    applied = recorder.applied_migrations()
    return sorted(".".join(key) for key in applied if key[0] in ours and key not in known)


def check_schema(
    app_configs: object, databases: Sequence[str] | None = None, **_options: object
) -> list[checks.Error]:
    """Stops `migrate` on a database that it would leave half of one version, half of another."""
    result = []
    for alias in databases or ():
        if names := unknown_migrations(connections[alias]):
            text = MADE_BEFORE.format(
                names=", ".join(names[:3]) + (" and others" if len(names) > 3 else ""),
                is_are="are" if len(names) > 1 else "is",
            )
            result.append(checks.Error(text, hint=ANEW, id="candour.E001"))
    return result
