"""How the service stands, for whoever watches over it: numbers alone, nothing of a person."""

import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from math import trunc

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django_tasks_db.models import DBTaskResult

from assurance.runtime.jobs import INLINE
from assurance.runtime.watch import drain
from reports.editions.models.editions import Edition
from reports.issue.models.jobs import IssueJob
from reports.service.models import WorkerHeartbeat

MEGABYTE = 1024 * 1024
# Below this an issue may stop for want of room.
LEAST_FREE = 200
# Seconds; a worker leaves a sign every fifteen.
LONGEST_SILENCE = 120
LONGEST_WAIT = 900


@dataclass(frozen=True)
class HealthMeasures:
    """Megabytes and seconds; None where there is nothing to measure."""

    database: bool
    migrations_to_apply: int | None = None
    free_megabytes: int | None = None
    jobs: dict[str, int] | None = None
    oldest_waiting_seconds: int | None = None
    last_beat_seconds: int | None = None
    issues_stopped: int | None = None
    editions_issued: int | None = None
    stopping: bool = False

    @property
    def wrong(self) -> list[str]:
        """What keeps the service from its work, in words; nothing where it is ready."""
        if self.stopping:
            return ["the service is being stopped"]
        if not self.database:
            return ["the database does not answer"]
        index = {
            "migrations wait to be applied": bool(self.migrations_to_apply),
            "the disk is nearly full": self.free_megabytes < LEAST_FREE,
            "jobs wait too long": (self.oldest_waiting_seconds or 0) > LONGEST_WAIT,
            "no worker of jobs is alive": _is_silent(self.last_beat_seconds),
        }
        return [text for text, is_so in index.items() if is_so]

    def as_plain(self) -> dict:
        """The numbers, and `wrong`, as JSON holds them."""
        return {**asdict(self), "wrong": self.wrong}


def read(moment: datetime) -> HealthMeasures:
    """The gauges at `moment`."""
    if drain.is_begun():
        # It is asked once a second or so until it ends.
        return HealthMeasures(True, stopping=True)
    try:
        to_apply = _migrations_to_apply()
        if to_apply:
            # Tables may be missing that the rest would ask.
            return HealthMeasures(True, to_apply, _free())
        first = DBTaskResult.objects.ready().aggregate(first=Min("enqueued_at"))["first"]
        beats = WorkerHeartbeat.objects.order_by("-at").values_list("at", flat=True)
        return HealthMeasures(
            database=True,
            migrations_to_apply=0,
            free_megabytes=_free(),
            jobs=dict(
                DBTaskResult.objects.values_list("status").annotate(number=Count("pk")).order_by()
            ),
            oldest_waiting_seconds=_since(moment, first),
            last_beat_seconds=_since(moment, beats.first()),
            issues_stopped=IssueJob.objects.stopped().count(),
            editions_issued=Edition.objects.published().count(),
        )
    except DatabaseError:
        return HealthMeasures(False)


def _migrations_to_apply():
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _free():
    folder = next(parent for parent in (settings.VAR, *settings.VAR.parents) if parent.exists())
    return shutil.disk_usage(folder).free // MEGABYTE


def _since(moment, then):
    return max(0, trunc((moment - then).total_seconds())) if then else None


def _is_silent(seconds):
    return settings.JOBS != INLINE and (seconds is None or seconds > LONGEST_SILENCE)
