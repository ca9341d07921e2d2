"""Brings a paper in as a new draft: from its JSON file, from text, or from Word."""

import json
from pathlib import Path

from django.core.management.base import CommandError

from assurance.runtime.command import DatabaseCommand
from reports.conversion.summary import counts, runs, sentences
from reports.service import lookup
from reports.service.paper_files import draft_from


class Command(DatabaseCommand):
    """`import_paper FILE.json|.txt|.md|.docx [--council SLUG] [--by NAME] [--format text|json]`.

    Of text and Word also `--series SLUG --committee NAME --meeting DAY --period FROM TO
    --paper-date DAY --title WORDS`, each where the file does not say it.
    """

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--council")
        parser.add_argument("--by", default="import_paper")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--series")
        parser.add_argument("--committee")
        parser.add_argument("--title")
        parser.add_argument("--meeting")
        parser.add_argument("--paper-date")
        parser.add_argument("--period", nargs=2, metavar=("FROM", "TO"))

    def handle(self, *args, **fields):
        """Makes the draft and prints what was made of the file, and what was not recognised."""
        try:
            council = lookup.council(fields["council"])
        except lookup.NotFound as missing:
            raise CommandError(str(missing)) from missing
        paper, made = draft_from(council, fields)
        value = _result_text if fields["format"] == "text" else _rows
        self.stdout.write(value(paper, made))


def _result_text(paper, made):
    lines = [f"{paper} is a draft now, as {paper.history_name}."]
    if made:
        lines += [*sentences(made), *made.derived]
        lines += ["Not recognised:" if made.missed else "Nothing was left out."]
        lines += [f"  {item.where}: {item.words} — {item.why}" for item in made.missed]
    if unlabelled := _without_label(paper):
        lines.append(f"Give these dates and periods a label for readers: {', '.join(unlabelled)}.")
    return "\n".join(lines)


def _without_label(paper):
    return [name for name, when in sorted(paper.names.items()) if not when.label]


def _rows(paper, made):
    meeting = paper.meeting
    row = {
        "paper": paper.history_name,
        "title": paper.title,
        "committee": paper.series.committee.title,
        "meeting": meeting and meeting.date.isoformat(),
        "period": [paper.period_start.isoformat(), paper.period_end.isoformat()],
        "dates_without_label": _without_label(paper),
    }
    if made:
        row |= {
            "made": counts(made),
            "numbers": runs(made),
            "derived": list(made.derived),
            "not_recognised": [
                {"where": item.where, "words": item.words, "why": item.why} for item in made.missed
            ],
        }
    return json.dumps(row, indent=2, ensure_ascii=False)
