"""What comes round by itself: when it is due, begun once however many workers look."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from reports.service import daily_commands, periodic_jobs
from reports.service.models import PeriodicJob
from tests.service.tasks import remember

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 7, 6, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def queued(settings):
    """Jobs wait until somebody does them."""
    settings.JOBS, settings.CANDOUR_TODAY = "worker", ""


@pytest.fixture
def each(monkeypatch):
    """One job alone comes round, every minute."""
    one = periodic_jobs.Periodic(remember, periodic_jobs.each_minute)
    monkeypatch.setattr(periodic_jobs, "JOBS", (one,))
    return one


def waiting():
    """The names of the jobs in the queue."""
    return sorted(DBTaskResult.objects.values_list("task_path", flat=True))


def test_what_never_began_begins_then_each_time_it_is_due_and_not_while_it_waits(each):
    assert periodic_jobs.begin_due(NOW) == ["tests.service.tasks.remember"]
    DBTaskResult.objects.all().delete()
    assert periodic_jobs.begin_due(NOW + timedelta(seconds=59)) == []
    assert periodic_jobs.begin_due(NOW + timedelta(seconds=60))
    assert str(PeriodicJob.objects.get()) == "tests.service.tasks.remember"
    assert periodic_jobs.begin_due(NOW + timedelta(minutes=5)) == []
    assert len(waiting()) == 1


def test_what_was_begun_before_the_clock_went_back_an_hour_comes_round_at_once(each):
    PeriodicJob.objects.create(name=each.name, begun_at=NOW + timedelta(hours=1))
    assert periodic_jobs.begin_due(NOW) == ["tests.service.tasks.remember"]
    assert PeriodicJob.objects.get().begun_at == NOW
    DBTaskResult.objects.all().delete()
    # A moment of another worker, a little later than this one's, is no other time.
    PeriodicJob.objects.update(begun_at=NOW + timedelta(seconds=30))
    assert periodic_jobs.begin_due(NOW) == []


def test_of_two_workers_that_look_at_once_one_begins_it(each, monkeypatch):
    row = PeriodicJob.objects.create(name=each.name, begun_at=NOW - timedelta(hours=1))
    real = PeriodicJob.objects.get_or_create

    def both_see(**said):
        answer = real(**said)
        PeriodicJob.objects.filter(pk=row.pk).update(begun_at=NOW)
        return answer

    monkeypatch.setattr(PeriodicJob.objects, "get_or_create", both_see)
    assert periodic_jobs.begin_due(NOW) == []


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        # British Summer Time is an hour before the sun: six in London is five in UTC.
        (datetime(2026, 7, 6, 5, 0, tzinfo=UTC), datetime(2026, 7, 6, 5, 0, tzinfo=UTC)),
        (datetime(2026, 7, 6, 4, 59, tzinfo=UTC), datetime(2026, 7, 5, 5, 0, tzinfo=UTC)),
        (datetime(2026, 1, 6, 6, 0, tzinfo=UTC), datetime(2026, 1, 6, 6, 0, tzinfo=UTC)),
    ],
)
def test_each_day_begins_at_its_hour_by_the_clock_in_england(moment, due):
    assert periodic_jobs.each_day_from(time(6))(moment) == due


def test_the_demonstrations_day_sends_no_mail(settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    names = periodic_jobs.begin_due(NOW)
    assert "reports.issue.jobs.issue_due" in names
    assert not any("send_" in one for one in names)


def test_every_job_that_comes_round_can_be_put_in_the_queue_and_commands_run_as_jobs():
    assert periodic_jobs.begin_due(NOW) == [one.name for one in periodic_jobs.JOBS]
    assert waiting() == sorted(one.name for one in periodic_jobs.JOBS)
    for task in ("send_reminders", "send_notices", "prune"):
        getattr(daily_commands, task).func()


@pytest.mark.parametrize("publishes", [True, False])
def test_the_folder_is_written_each_day_where_there_is_one(settings, monkeypatch, publishes):
    written = []
    settings.PUBLISHES = publishes
    monkeypatch.setattr(daily_commands.publishing, "write_all", lambda: written.append("site"))
    daily_commands.write_site.func()
    assert written == ["site"] * publishes
