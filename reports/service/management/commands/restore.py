"""Makes an empty service from a copy."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from assurance.tables.phrases import several
from reports.service.backup.copies import restore
from reports.service.backup.errors import BackupRefused

DONE = "Read {files} of {at}. Now everything is verified."


class Command(BaseCommand):
    """Needs an empty database and empty folders; ends with `verify`. `migrate` follows where the
    program is newer than the copy."""

    help = "Makes an empty service what a folder of “manage.py backup” has, and verifies it."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("folder", type=Path, help="the folder that “backup” has printed")

    def handle(self, **options):
        """Prints what was read and what `verify` finds; fails with the reason."""
        try:
            manifest = restore(options["folder"])
        except BackupRefused as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(
            DONE.format(files=several(len(manifest.files), "file"), at=manifest.made_at)
        )
        call_command("verify", stdout=self.stdout)
