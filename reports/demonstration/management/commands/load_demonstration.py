"""Fills an empty database with a made-up council and issues its papers."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from assurance.records.refusals import Refused
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import say_day
from reports.demonstration import load


class Command(DatabaseCommand):
    """`load_demonstration [--to FOLDER] [--day YYYY-MM-DD] [--reports SLUG …]`; a second run
    changes nothing and says it all again."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument(
            "--to",
            type=Path,
            default=settings.VAR / "demonstration",
            help="Where the published report's files are written.",
        )

        parser.add_argument(
            "--day",
            default=settings.CANDOUR_TODAY or str(load.LAST_DAY),
            help="The date that it goes up to, such as 2016-01-18: CANDOUR_TODAY, or the last.",
        )
        parser.add_argument(
            "--reports",
            nargs="+",
            choices=load.REPORTS,
            default=load.REPORTS,
            help="The reports that are made, where not all of them are.",
        )

    def handle(self, *, to, day, reports, **options):
        """Loads it, writes the files and says where everything is."""
        try:
            day = date.fromisoformat(day)
        except ValueError as fault:
            raise CommandError(f"“{day}” is not a date: write it as 2016-01-18.") from fault
        try:
            to.mkdir(parents=True, exist_ok=True)
            loaded = load.load(day, reports)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        except OSError as fault:
            raise CommandError(f"{to} cannot be written: {fault.strerror}.") from fault
        if loaded:
            self.stdout.write("The demonstration council has been made and its reports published.")
        else:
            self.stdout.write("The demonstration is here already: nothing has changed.")
        if files := _written(to):
            self.stdout.write("\nThe files of the newest report:")
        for place in files:
            self.stdout.write(f"  {place}")
        self.stdout.write("\nThe reports, on the address below:")
        for title, address in load.issued_addresses():
            self.stdout.write(f"  {address:<55} {title}")
        self.stdout.write("\nSign in as:")
        for item in load.sign_ins():
            self.stdout.write(f"  {item.word:<14} {item.email:<34} password {item.password}")
        self.stdout.write(f"\nThe demonstration's date is {say_day(day)}: CANDOUR_TODAY={day}")


def _written(folder):
    """The paths of the issued files, the PDF first, written to `folder` where they are not yet."""
    files = load.issued_files()
    for file in files:
        content = bytes(file.content)
        place = folder / file.name
        if not place.exists() or place.read_bytes() != content:
            place.write_bytes(content)
    return sorted((folder / file.name for file in files), key=lambda item: item.suffix != ".pdf")
