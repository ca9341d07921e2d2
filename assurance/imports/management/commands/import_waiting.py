"""Checks and imports what waits and no page began, each night."""

from assurance.accounts.models.accounts import Council
from assurance.imports.jobs import forget_staged, work_on
from assurance.imports.models import ImportRun
from assurance.records.history import CommandLine
from assurance.runtime.command import DatabaseCommand


class Command(DatabaseCommand):
    """One after the other; what another worker is at is left to it."""

    help = "Checks and imports large files that wait, and deletes those that were not imported."

    def handle(self, **options):
        """Says how each ended."""
        for council in Council.objects.all():
            forget_staged(council, CommandLine("import_waiting"))
        for run in ImportRun.objects.waiting().order_by("pk"):
            if work_on(run):
                run.refresh_from_db()
                self.stdout.write(f"{run.history_name}: {run.get_state_display().lower()}.")
