"""Brings a paper in from its JSON file, as a new draft."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from assurance.history import CommandLine
from assurance.periods import today
from assurance.refusals import Refused
from reports import finding
from reports.operations.exchanging import import_paper


class Command(BaseCommand):
    """`import_paper FILE.json [--council SLUG] [--by NAME]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--council")
        parser.add_argument("--by", default="import_paper")

    def handle(self, *args, **said):
        """Makes the draft."""
        try:
            plain = json.loads(said["file"].read_text(encoding="utf-8"), parse_int=_number)
            council = finding.council(said["council"])
            paper = import_paper(
                council=council, plain=plain, by=CommandLine(said["by"]), on=today()
            )
        except OSError as missing:
            raise CommandError(f"{said['file']} cannot be read: {missing.strerror}.") from missing
        except UnicodeDecodeError as fault:
            raise CommandError(f"{said['file']} is not text in UTF-8.") from fault
        except json.JSONDecodeError as fault:
            where = f"line {fault.lineno}, column {fault.colno}"
            raise CommandError(f"{said['file']} is not JSON at {where}: {fault.msg}.") from fault
        except _TooLong as fault:
            raise CommandError(f"{said['file']} holds a number too long to be one.") from fault
        except RecursionError as fault:
            raise CommandError(f"{said['file']} holds lists within lists without end.") from fault
        except (Refused, finding.NotFound) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{paper} is a draft now, as {paper.history_name}.")


class _TooLong(Exception):
    """A number of more figures than Python reads."""


def _number(digits):
    try:
        return int(digits)
    except ValueError as fault:
        raise _TooLong from fault
