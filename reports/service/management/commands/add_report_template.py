"""Gives a council a report template: one of those that Candour ships, or one from a file."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today
from reports.papers.operations.templates import add_report_template
from reports.service import lookup

SHIPPED = settings.BASE_DIR / "fixtures" / "templates"


class Command(DatabaseCommand):
    """`add_report_template NAME|FILE.json [--council SLUG]`; NAME is shipped, as york-2016 is."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("template")
        parser.add_argument("--council")

    def handle(self, *args, **fields):
        """Adds it; raises `CommandError` with the sentence where it is refused."""
        try:
            council = lookup.council(fields["council"])
            made = add_report_template(
                council=council,
                spec=_spec(fields["template"]),
                by=CommandLine("add_report_template"),
                on=today(),
            )
        except (Refused, lookup.NotFound) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{council} has the report template “{made}”.")


def _spec(name):
    """The template's data; raises `CommandError` where there is no such file or no JSON object."""
    shipped = {path.stem: path for path in sorted(SHIPPED.glob("*.json"))}
    try:
        spec = json.loads(shipped.get(name, Path(name)).read_text(encoding="utf-8"))
    except OSError as missing:
        known = ", ".join(shipped)
        raise CommandError(f"There is no template “{name}”: use {known}, or a file.") from missing
    except ValueError as fault:
        raise CommandError(f"{name} is not JSON in UTF-8: {fault}.") from fault
    if not isinstance(spec, dict):
        raise CommandError(f"{name} must have one object in braces.")
    return spec
