"""Prints every declared figure of a council."""

import json
from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import CommandError

from assurance.govuk.dates import FIRST_YEAR, LAST_YEAR
from assurance.runtime.command import DatabaseCommand
from reports.service import lookup
from reports.service.figure_listing import as_table, figures_of


class Command(DatabaseCommand):
    """`figures --at DATE --since DATE [--format json|text] [--council SLUG]`.

    A position is the latest in [since, at], with its own date; a flow is counted over the period,
    both ends included. The values are exact: this is a command for those who keep the records.
    """

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("--at", type=_day, required=True)
        parser.add_argument("--since", type=_day, required=True)
        parser.add_argument("--format", choices=("json", "text"), default="text")
        parser.add_argument("--council")

    def handle(self, *args, **fields):
        """Prints them."""
        if fields["since"] > fields["at"]:
            raise CommandError(
                f"The period ends ({fields['at']}) before it begins ({fields['since']})."
            )
        try:
            council = lookup.council(fields["council"])
        except lookup.NotFound as missing:
            raise CommandError(str(missing)) from missing
        rows = figures_of(council, since=fields["since"], at=fields["at"])
        if fields["format"] == "json":
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            self.stdout.write(as_table(rows))


def _day(written):
    try:
        day = date.fromisoformat(written)
    except ValueError as fault:
        raise ArgumentTypeError(f"“{written}” is no day: write it as 2016-01-18.") from fault
    # As a form has it: 0216 is a slip for 2016.
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ArgumentTypeError(f"The year of {written} is not in {FIRST_YEAR} to {LAST_YEAR}.")
    return day
