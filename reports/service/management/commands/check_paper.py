"""Checks a paper of the council, or one in a file, as a careful reader would. A file is only read:
nothing of it is kept; text and Word are held against the records of a council that is named, or
that has a paper of the same series."""

import json
from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.runtime.command import DatabaseCommand
from reports.service import lookup
from reports.service.paper_files import ANSWERS, draft_from
from reports.verdicts.paper.verdict import causes_in, causes_in_file

FILES = (".json", ".txt", ".md", ".docx")


class Command(DatabaseCommand):
    """`check_paper PAPER|FILE.json|.txt|.md|.docx [--council SLUG] [--format json|text]`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("paper")
        parser.add_argument("--council")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args, **fields):
        """Prints a list of {rule, severity, where, says, mend, places, who, accepted}, or a line
        for each."""
        name = fields["paper"]
        is_file = Path(name).suffix.lower() in FILES
        result = _in_a_file(Path(name), fields["council"]) if is_file else _of_ours(name, fields)
        rows = [item.as_row() for item in result]
        if fields["format"] == "json":
            self.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False))
            return
        for row in rows:
            accepted = "accepted " if row["accepted"] else ""
            text = ": ".join(filter(None, (row["severity"], row["where"], row["says"])))
            self.stdout.write(f"{accepted}{text} [{row['rule']}]")
        self.stdout.write(f"{len(rows)} found." if rows else "Nothing found.")


def _of_ours(name, value):
    try:
        return causes_in(lookup.paper(name, lookup.council(value["council"])))
    except lookup.NotFound as missing:
        raise CommandError(str(missing)) from missing


def _in_a_file(path, council):
    """What is found in the paper of a file, which is a draft for as long as it is looked at."""
    value = dict.fromkeys(ANSWERS)
    with transaction.atomic():
        paper, made = draft_from(_council(council), {**value, "file": path, "by": "check_paper"})
        if made is None:
            result = causes_in(paper)
        else:
            result = causes_in_file(
                paper, bool(council) or paper.series.papers.exclude(pk=paper.pk).exists()
            )
        transaction.set_rollback(True)
    return result


def _council(slug):
    """The council that the paper is read for; one for the moment where there is none yet."""
    if not slug and not Council.objects.exists():
        return Council.objects.create(slug="council", name="Council", short_name="Council")
    try:
        return lookup.council(slug)
    except lookup.NotFound as missing:
        raise CommandError(str(missing)) from missing
