"""What comes round by itself: every minute, or once a day from an hour on. Each is only put in the
queue here, by whichever worker sees first that it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from reports.approvals import jobs as drafts
from reports.issue import jobs
from reports.issue.rules import LONDON
from reports.issue.site import jobs as publishing
from reports.service import daily_commands
from reports.service.models import PeriodicJob

MINUTE = timedelta(minutes=1)
WORKING_DAY, NIGHT = time(6), time(2)


@dataclass(frozen=True)
class Periodic:
    """A job, when it was due last before a moment, and whether it is of the real calendar alone."""

    task: Task
    due: Callable[[datetime], datetime]
    real_days_only: bool = False

    @property
    def name(self) -> str:
        """What its row is called."""
        return self.task.module_path


def each_minute(moment: datetime) -> datetime:
    """A minute ago."""
    return moment - MINUTE


def each_day_from(hour: time) -> Callable[[datetime], datetime]:
    """The last time that clocks in England showed `hour`."""

    def due(moment):
        local = moment.astimezone(LONDON)
        then = datetime.combine(local.date(), hour, LONDON)
        return then if then <= local else then - timedelta(days=1)

    return due


JOBS = (
    Periodic(jobs.issue_due, each_minute),
    Periodic(jobs.resume_abandoned, each_minute),
    Periodic(drafts.make_draft_files, each_minute),
    Periodic(daily_commands.write_site, each_day_from(NIGHT)),
    Periodic(publishing.check_all, each_day_from(NIGHT)),
    Periodic(daily_commands.prune, each_day_from(NIGHT)),
    Periodic(daily_commands.import_waiting, each_day_from(NIGHT)),
    Periodic(daily_commands.count_rows, each_day_from(NIGHT)),
    Periodic(daily_commands.apply_retention, each_day_from(NIGHT), real_days_only=True),
    # The demonstration's day never passes, and its accounts have no mail.
    Periodic(daily_commands.send_reminders, each_minute, real_days_only=True),
    Periodic(daily_commands.send_notices, each_day_from(WORKING_DAY), real_days_only=True),
)


def begin_due(moment: datetime) -> list[str]:
    """Puts in the queue what is due at `moment` and does not wait there already; the names."""
    return [item.name for item in JOBS if _begun(item, moment)]


def _begun(item, moment):
    if item.real_days_only and settings.CANDOUR_TODAY:
        return False
    due = item.due(moment)
    row, is_new = PeriodicJob.objects.get_or_create(name=item.name, defaults={"begun_at": moment})
    if not is_new:
        # Another worker may be at the same: who changes the row first begins it.
        # What was begun in a time to come was begun before the clock went back.
        was_before = Q(begun_at__lte=due) | Q(begun_at__gt=moment + MINUTE)
        first = PeriodicJob.objects.filter(was_before, pk=row.pk, begun_at=row.begun_at)
        if not first.update(begun_at=moment):
            return False
    waits = DBTaskResult.objects.filter(task_path=item.name, status=TaskResultStatus.READY)
    if waits.exists():
        return False
    item.task.enqueue()
    return True
