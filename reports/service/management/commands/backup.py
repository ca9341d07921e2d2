"""Copies everything that the service keeps into a folder."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from assurance.runtime.periods import this_moment
from assurance.tables.phrases import several
from reports.service.backup.copies import back_up
from reports.service.backup.errors import BackupRefused

DONE = "{folder}: {files}, {size:,} bytes. Read it with “manage.py restore {folder}”."


class Command(BaseCommand):
    """Runs beside a working service; a timer runs it each night, an operator before an upgrade: it
    asks nothing of the tables."""

    help = "Copies the database, the attachments and the published folder into a new folder."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("folder", type=Path, help="below which the new folder is made")

    def handle(self, **options):
        """Prints where the copy is; fails with the reason, and then leaves nothing."""
        try:
            folder, manifest = back_up(options["folder"], this_moment())
        except BackupRefused as fault:
            raise CommandError(str(fault)) from fault
        counts = {"files": several(len(manifest.files), "file"), "size": manifest.size}
        self.stdout.write(DONE.format(folder=folder, **counts))
