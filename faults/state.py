"""What a database holds, so that two moments can be compared."""

from collections import Counter

from django.apps import apps
from django_tasks_db.models import DBTaskResult

from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.records.proofs.models import WrittenRows
from reports.service.models import WorkerHeartbeat

# What changes with each try, whatever was done.
PASSING = (DBTaskResult, WorkerHeartbeat)


def rows() -> Counter:
    """How many rows each table has, history among them."""
    models = (model for model in apps.get_models() if model._meta.managed)
    kept = (model for model in models if model not in PASSING)
    return Counter({model._meta.label: model._base_manager.count() for model in kept})


def troubles() -> Counter:
    """The rows that history has because an issue says what stopped it: an entry, and its digests,
    for each time."""
    times = HistoryEntry.objects.filter(what="papers.record_trouble").count()
    return Counter({HistoryEntry._meta.label: times, WrittenRows._meta.label: times})


def differences(found: Counter, expected: Counter) -> list[str]:
    """The tables whose numbers of rows differ, each with both numbers."""
    return [
        f"{label} has {found[label]:,} rows, not {expected[label]:,}"
        for label in sorted({*found, *expected})
        if found[label] != expected[label]
    ]


def broken_histories() -> list[str]:
    """A sentence for each council whose history is damaged."""
    damages = {council: history_chain.damage(council) for council in history_chain.councils()}
    return [f"history of {council}: {fault}" for council, fault in damages.items() if fault]
