"""Signs of life: each worker leaves one every few seconds, and what a silent worker was at is given
to another."""

from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assurance.runtime.jobs import MOST_TRIES
from reports.service.models import WorkerHeartbeat

EVERY = timedelta(seconds=15)
# How long a worker may be silent before it counts as lost.
LEASE = timedelta(seconds=60)
FORGOTTEN = timedelta(days=1)
LOST = "assurance.runtime.jobs.WorkerLost"
LOST_MESSAGE = "worker lost"


def beat(worker: str, moment: datetime):
    """Leaves a sign of life of `worker` at a moment by the database's clock; those of workers that
    ended long ago go."""
    WorkerHeartbeat.objects.update_or_create(worker=worker, defaults={"at": moment})
    WorkerHeartbeat.objects.filter(at__lt=moment - FORGOTTEN).delete()


def reap(moment: datetime) -> int:
    """Gives back what silent workers were at, so that another does it; what was lost so for the
    third time has failed. Gives how many there were.

    A worker that was only frozen may end its job all the same: bodies are safe to run twice. A
    moment to come was written before the clock went back, or by another clock, and counts for
    nothing.
    """
    since, to_come = moment - LEASE, moment + LEASE
    beats = WorkerHeartbeat.objects.filter(at__gte=since, at__lte=to_come)
    alive = set(beats.values_list("worker", flat=True))
    begun_before = Q(started_at__lt=since) | Q(started_at__gt=to_come)
    running = DBTaskResult.objects.filter(begun_before, status=TaskResultStatus.RUNNING)
    lost = [item for item in running if not item.worker_ids or item.worker_ids[-1] not in alive]
    return sum(_given_back(item, moment) for item in lost)


def _given_back(item, moment):
    # Somebody else may see the same: who is first changes the row, nobody after that.
    known = DBTaskResult.objects.filter(
        pk=item.pk, status=TaskResultStatus.RUNNING, started_at=item.started_at
    )
    if len(item.worker_ids) < MOST_TRIES:
        return known.update(status=TaskResultStatus.READY)
    failed = {"exception_class_path": LOST, "traceback": LOST_MESSAGE, "finished_at": moment}
    return known.update(status=TaskResultStatus.FAILED, **failed)
