"""Looks at everything that was issued: the record, and the published folder."""

from django.core.management.base import CommandError

from assurance.accounts.models.accounts import Council
from assurance.runtime.command import DatabaseCommand
from reports.issue.models.site import SiteFault
from reports.issue.site.jobs import check, write_again
from reports.service import lookup


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
            councils = [lookup.council(named)] if named else Council.objects.order_by("slug")
        except lookup.NotFound as fault:
            raise CommandError(str(fault)) from fault
        wrong = []
        for council in councils:
            if options["write_again"]:
                write_again.func(council.pk)
            version = check(council)
            self.stdout.write(
                f"{council.slug}: {version.editions:,} editions, {version.files:,} files."
            )
            wrong += SiteFault.objects.filter(council=council).active().order_by("name")
        if wrong:
            lines = (f"{item}{f': {item.why}' if item.why else ''}." for item in wrong)
            raise CommandError("\n".join(lines))
