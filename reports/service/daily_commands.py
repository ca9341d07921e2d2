"""Commands that a timer used to begin, as jobs: they stay commands, for whoever prefers a timer."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from assurance.runtime.databases import statistics
from assurance.runtime.jobs import job
from assurance.sign_in.jobs import forget_old_devices
from assurance.sign_in.models.sessions import SessionStore
from reports.issue.site import jobs as publishing


@job
def send_reminders():
    """Sends the reminders and e-mails that wait, each once."""
    call_command("send_reminders")


@job
def send_notices():
    """Sends their tasks to those who asked for them; run again on a day, it sends nothing twice."""
    call_command("send_notices")


@job
def write_site():
    """Writes the published folder, where there is one, as the record says now."""
    if settings.PUBLISHES:
        publishing.write_all()


@job
def apply_retention():
    """Removes what the retention schedules end; run again on a day, it finds nothing more."""
    call_command("apply_retention")


@job
def import_waiting():
    """Deletes files that were not imported in time, and works on those that no page began."""
    call_command("import_waiting")


@job
def count_rows():
    """Estimates how full the tables of SQLite are, by which it plans; PostgreSQL does by itself."""
    if connection.vendor == "sqlite":
        statistics.count_all()


@job
def prune():
    """Forgets jobs that ended two weeks ago (their arguments are keys alone), sessions that are
    over, and devices that nobody signed in from for long."""
    call_command("prune_db_task_results", verbosity=0)
    SessionStore.clear_expired()
    forget_old_devices.enqueue()
