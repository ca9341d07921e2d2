"""Writes the documents that follow from the code, or says which have fallen behind it."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.service.generated_documents import documents


class Command(BaseCommand):
    """Writes the documents of `documents()` into docs/."""

    help = "Writes the documents that follow from the code."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail if one is old"
        )

    def handle(self, *args, **options):
        place = settings.BASE_DIR / "docs"
        old = [name for name, text in documents().items() if _read(place / name) != text]
        if options["check"]:
            if old:
                raise CommandError(f"Run make docs: {', '.join(old)} differ from the code.")
            return
        for name in old:
            (place / name).write_text(documents()[name], encoding="utf-8")
            self.stdout.write(f"docs/{name}")


def _read(file):
    return file.read_text(encoding="utf-8") if file.exists() else ""
