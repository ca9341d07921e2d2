"""The state of a council's register when files were compared with it, and whether it changed."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from assurance.accounts.models.accounts import Council
from assurance.imports.models import ColumnReading, ImportRun
from assurance.imports.plan.things import Things
from assurance.records.history import HistoryEntry, HistoryHead

# What checks write, of whichever files.
OF_FILES = {ImportRun._meta.db_table, ColumnReading._meta.db_table}


def register_state(council: Council, on: date) -> dict:
    """The end of the council's history, the date, and how many migrations there were. Read before
    the register is, since a row that is written meanwhile makes another state."""
    head = HistoryHead.objects.filter(council=council.slug).first()
    recorder = MigrationRecorder(connection)
    migrations = recorder.migration_qs.count() if recorder.has_table() else 0
    return {"entry": head.seq if head else 0, "migrations": migrations, "on": on.isoformat()}


def rows_compared(things: Things) -> dict[str, list[int]]:
    """Model's label → the keys of its rows that a plan was compared with; none where the database
    has one writer at a time."""
    keys = defaultdict(set)
    if connection.features.has_select_for_update:
        for thing in things:
            if thing.key is not None:
                keys[thing.model._meta.label].add(thing.key)
    return {label: sorted(some) for label, some in keys.items()}


def is_unchanged(run: ImportRun, state: Mapping, on: date) -> bool:
    """True where the register of a run is in that state still, whichever files were checked since;
    keeps the rows compared from being changed by others until the transaction ends."""
    for label, keys in state["compared"].items():
        rows = apps.get_model(label)._base_manager.filter(pk__in=keys)
        for _key in (
            rows.select_for_update(of=("self",)).order_by("pk").values_list("pk").iterator()
        ):
            pass
    now = register_state(run.council, on)
    is_same = all(now[name] == state[name] for name in ("migrations", "on"))
    entries = HistoryEntry.objects.of(run.council).filter(seq__gt=state["entry"])
    written = entries.values_list("rows", flat=True)
    return is_same and all(rows is not None and {*rows} <= OF_FILES for rows in written)
