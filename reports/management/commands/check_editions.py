"""Looks at everything that was issued: the record, and the published folder."""

from django.core.management.base import CommandError

from assurance.accounts.models import Council
from assurance.management.database import DatabaseCommand
from reports import finding
from reports.models.published_folder import FolderFault
from reports.publishing.jobs import check, write_again


class Command(DatabaseCommand):
    """Reckons the fingerprint of every file anew, in the database and in the published folder, and
    holds it against the list of the edition and against history; run it once a day."""

    help = "Checks that every file of every edition is as it was issued, and says what is not."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("--council")
        parser.add_argument(
            "--write-again", action="store_true", help="write the folder from the record first"
        )

    def handle(self, **options):
        """Prints how much was read; fails with one line per file that is not as it was issued."""
        try:
            named = options["council"]
            councils = [finding.council(named)] if named else Council.objects.order_by("slug")
        except finding.NotFound as fault:
            raise CommandError(str(fault)) from fault
        wrong = []
        for council in councils:
            if options["write_again"]:
                write_again.func(council.pk)
            seen = check(council)
            self.stdout.write(f"{council.slug}: {seen.editions:,} editions, {seen.files:,} files.")
            wrong += FolderFault.objects.filter(council=council).standing().order_by("name")
        if wrong:
            lines = (f"{one}{f': {one.why}' if one.why else ''}." for one in wrong)
            raise CommandError("\n".join(lines))
