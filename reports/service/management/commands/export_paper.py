"""Writes a paper to one JSON file."""

import json
from pathlib import Path

from django.core.management.base import CommandError

from assurance.runtime.command import DatabaseCommand
from reports.editions import paper_file
from reports.service import lookup


class Command(DatabaseCommand):
    """`export_paper PAPER FILE.json`: PAPER is `series/slug`, `slug` or `latest`."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("paper")
        parser.add_argument("file", type=Path)
        parser.add_argument("--council")

    def handle(self, *args, **fields):
        """Writes the file."""
        try:
            paper = lookup.paper(fields["paper"], lookup.council(fields["council"]))
        except lookup.NotFound as missing:
            raise CommandError(str(missing)) from missing
        plain = paper_file.exported(paper)
        text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
        try:
            fields["file"].write_text(text, encoding="utf-8")
        except OSError as fault:
            raise CommandError(f"{fields['file']} cannot be written: {fault.strerror}.") from fault
        self.stdout.write(f"{paper} is in {fields['file']}.")
