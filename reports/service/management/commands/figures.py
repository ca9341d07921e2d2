"""Prints every declared figure of a council."""

import json
from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import CommandError

from assurance.figures.figure import FigureRequest, Mark, Timing
from assurance.figures.registry import FIGURES
from assurance.govuk.dates import FIRST_YEAR, LAST_YEAR
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import When, month_of
from reports.papers.assembly.figure_text import in_form
from reports.service import lookup


def figures_of(council, *, since: date, at: date) -> list[dict]:
    """A row per figure and member: {key, member, cohort, from, at, value, base, unit, text, mark,
    source}. The source of a count from a return names the return.

    A figure of one month is counted for the month that holds `at`.
    """
    spans = {Timing.AT: When.at(at), Timing.IN: When(since, at), Timing.MONTH: month_of(at)}
    return [
        {
            "key": value.key,
            "member": value.member,
            "cohort": value.cohort,
            "from": value.when.start.isoformat(),
            "at": value.when.end.isoformat(),
            "value": value.count,
            "base": value.base,
            "unit": str(value.unit),
            "text": str(value.mark) if value.mark != Mark.SHOWN else in_form([value], "number"),
            "mark": str(value.mark),
            "source": value.source,
        }
        for figure in FIGURES.values()
        for value in figure.measure(
            FigureRequest(council, spans[figure.timing], since=since)
        ).values()
    ]


def as_table(rows: list[dict]) -> str:
    """The rows as lines for a terminal."""
    return "\n".join(map(_line, rows))


def _line(row):
    name = f"{row['key']}:{row['member']}" if row["member"] else row["key"]
    source = f"  {row['source']}" if row["source"] else ""
    return f"{name}  {row['text']}  ({row['from']} to {row['at']}){source}"


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
        raise ArgumentTypeError(f"“{written}” is not a date: write it as 2016-01-18.") from fault
    # As a form has it: 0216 is a slip for 2016.
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ArgumentTypeError(f"The year of {written} is not in {FIRST_YEAR} to {LAST_YEAR}.")
    return day
