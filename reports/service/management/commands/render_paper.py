"""Writes what readers get of a paper into a folder."""

from pathlib import Path

from django.core.management.base import CommandError

from assurance.runtime.command import DatabaseCommand
from reports.documents import formats as rendition
from reports.documents.pdf.file import PdfFault
from reports.editions.models.editions import Edition
from reports.editions.snapshot import PUBLIC, RESTRICTED, draft, restricted
from reports.service import lookup


class Command(DatabaseCommand):
    """`render_paper PAPER|latest --to DIR [--audience public|restricted] [--format
    html,pdf,word,data]`.

    An issued paper's public files are the stored ones, byte for byte; a restricted one says in its
    name and on its first page that it is, and so does a draft.
    """

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("paper")
        parser.add_argument("--to", type=Path, required=True)
        parser.add_argument("--audience", choices=(PUBLIC, RESTRICTED), default=PUBLIC)
        parser.add_argument("--format", default=",".join(rendition.FORMATS))
        parser.add_argument("--council")

    def handle(self, *args, **fields):
        """Writes the files and says where each is."""
        formats = [part.strip() for part in fields["format"].split(",")]
        if unknown := set(formats) - set(rendition.FORMATS):
            raise CommandError(
                f"“{sorted(unknown)[0]}” is not a format: use {', '.join(rendition.FORMATS)}."
            )
        try:
            paper = lookup.paper(fields["paper"], lookup.council(fields["council"]))
            files = _files(paper, fields["audience"], formats)
        except (lookup.NotFound, PdfFault) as fault:
            raise CommandError(str(fault)) from fault
        try:
            fields["to"].mkdir(parents=True, exist_ok=True)
            for name, content in files:
                (fields["to"] / name).write_bytes(content)
                self.stdout.write(str(fields["to"] / name))
        except OSError as fault:
            raise CommandError(f"{fields['to']} cannot be written: {fault.strerror}.") from fault


def _files(paper, audience, formats):
    edition = Edition.objects.published().filter(paper=paper).order_by("-number").first()
    if edition is None or audience == RESTRICTED:
        document = restricted(edition) if edition else draft(paper, audience)
        rendered = rendition.render(document, paper.slug, formats)
        return [(item.name, item.content) for item in rendered]
    endings = tuple(ending for item in formats for ending in rendition.ENDINGS[item])
    return [
        (file.name, bytes(file.content))
        for file in edition.files.all()
        if file.name.endswith(endings)
    ]
