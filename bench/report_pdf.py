"""The demonstration's January 2016 report: its PDF beside WeasyPrint as it comes, and its assembly
apart."""

import io
import statistics
import tempfile
import time
from pathlib import Path

from django.core.management import call_command
from django.test.runner import DiscoverRunner

from bench import pdf_speed
from reports import rendition
from reports.document import from_json
from reports.freezing import draft
from reports.models.editions import Edition
from reports.models.papers import Paper

ROUNDS = 9


def main():
    """Prints both, from a demonstration in a database of the bench's own."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        with tempfile.TemporaryDirectory() as folder:
            call_command("load_demonstration", to=Path(folder), stdout=io.StringIO())
        edition = Edition.objects.get(paper__slug="january-2016")
        sheet = (rendition.STYLES / "css" / "print.css").read_text(encoding="utf-8")
        page = rendition.print_html(from_json(edition.document))
        print(pdf_speed.say(pdf_speed.measure(page, [sheet], rounds=ROUNDS)))
        print(f"Assembly of a draft of it: {_assembly():.2f} s")
    finally:
        runner.teardown_databases(own)


def _assembly():
    """Median CPU seconds from rows to a document."""
    paper = Paper.objects.get(slug="september-2017")
    spent = []
    for _turn in range(ROUNDS):
        begun = time.process_time()
        draft(paper)
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
