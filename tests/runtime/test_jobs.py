"""Background jobs: kept in the database with what asks for them, or done at once."""

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assurance.runtime.jobs import job

DONE = []


@job
def remember(number):
    """A task that can be seen to have run."""
    DONE.append(number)
    return number


@job
def stumble():
    """A task that fails."""
    raise RuntimeError("It stumbled.")


@pytest.fixture(autouse=True)
def nothing_done():
    """No task has run yet."""
    DONE.clear()


def test_inline_a_task_has_run_when_the_asking_answers_and_what_it_raises_stands_there(caplog):
    result = remember.enqueue(5)
    assert (result.status, result.return_value, DONE) == (TaskResultStatus.SUCCESSFUL, 5, [5])
    result = stumble.enqueue()
    assert result.status == TaskResultStatus.FAILED
    assert "It stumbled." in result.errors[0].traceback
    assert "stumble" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("jobs", ["thread", "worker"])
def test_a_task_waits_in_the_database_for_whoever_does_it(settings, jobs):
    settings.JOBS = jobs
    remember.enqueue(7)
    (kept,) = DBTaskResult.objects.ready()
    assert (kept.args_kwargs["args"], kept.task.func, DONE) == ([7], remember.func, [])


@pytest.mark.django_db
def test_a_task_goes_with_the_transaction_that_asked_for_it(settings):
    settings.JOBS = "thread"
    with transaction.atomic():
        remember.enqueue(7)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()
