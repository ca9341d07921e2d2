"""Fills an empty database with a made-up council and issues its papers."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from assurance.records.refusals import Refused
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import say_day
from reports.demonstration import load


class Command(DatabaseCommand):
    """`load_demonstration [--to FOLDER] [--until PAPER]`; a second run changes nothing and says it
    all again."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument(
            "--to",
            type=Path,
            default=settings.VAR / "demonstration",
            help="Where the issued paper's files are written.",
        )

        parser.add_argument(
            "--until",
            choices=load.PAPERS,
            default=load.PAPERS[-1],
            help="The last paper that is made, so that the next one can be started from it.",
        )

    def handle(self, *, to, until, **options):
        """Loads it, writes the files and says where everything is."""
        try:
            to.mkdir(parents=True, exist_ok=True)
            loaded = load.load(until)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        except OSError as fault:
            raise CommandError(f"{to} cannot be written: {fault.strerror}.") from fault
        if loaded:
            self.stdout.write("The demonstration council has been made and its papers issued.")
        else:
            self.stdout.write("The demonstration is here already: nothing has changed.")
        if files := _written(to):
            self.stdout.write("\nThe report of January 2016:")
        for place in files:
            self.stdout.write(f"  {place}")
        self.stdout.write("\nSign in as:")
        for item in load.sign_ins():
            self.stdout.write(f"  {item.word:<14} {item.email:<34} password {item.password}")
        day = say_day(load.DAY)
        self.stdout.write(f"\nThe demonstration's day is {day}: CANDOUR_TODAY={load.DAY}")


def _written(folder):
    """The paths of the issued files, the PDF first, written to `folder` where they are not yet."""
    files = load.issued_files()
    for file in files:
        content = bytes(file.content)
        place = folder / file.name
        if not place.exists() or place.read_bytes() != content:
            place.write_bytes(content)
    return sorted((folder / file.name for file in files), key=lambda item: item.suffix != ".pdf")
