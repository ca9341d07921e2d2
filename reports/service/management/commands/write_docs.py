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
        parser.add_argument(
            "--only", action="append", metavar="NAME", help="of all documents, the one of that name"
        )

    def handle(self, *args, **options):
        place, texts = settings.BASE_DIR / "docs", documents()
        names = options["only"] or [*texts]
        if unknown := sorted({*names} - {*texts}):
            raise CommandError(f"No document is called {', '.join(unknown)}.")
        old = [name for name in names if _read(place / name) != texts[name]]
        if options["check"]:
            if old:
                raise CommandError(f"Run make docs: {', '.join(old)} differ from the code.")
            return
        for name in old:
            (place / name).write_text(texts[name], encoding="utf-8")
            self.stdout.write(f"docs/{name}")


def _read(file):
    return file.read_text(encoding="utf-8") if file.exists() else ""
