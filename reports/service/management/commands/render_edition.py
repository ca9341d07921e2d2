"""Makes the files of one form of an edition, in a process that gives way to others and cannot take
more time or memory than it is given."""

import gc
import json
import os
import resource
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.pdf.file import PdfFault

GIVES_WAY = 10
MEGABYTE = 1024 * 1024


class Command(BaseCommand):
    """`render_edition FORM STEM FOLDER < document.json`: writes the files and prints what they are,
    as JSON: `files` (name, media type), or `fault` (sentences), or `errno` of the disk."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("form", choices=formats.FORMATS)
        parser.add_argument("stem")
        parser.add_argument("folder", type=Path)

    def handle(self, *args, **fields):
        """Asks nothing of the database."""
        limit_this_process()
        document = from_json(json.load(sys.stdin))
        try:
            files = formats.render(document, fields["stem"], [fields["form"]])
            for file in files:
                (fields["folder"] / file.name).write_bytes(file.content)
            answer = {"files": [(item.name, item.media_type) for item in files]}
        except PdfFault as fault:
            answer = {"fault": fault.complaints}
        except OSError as trouble:
            answer = {"errno": trouble.errno}
        self.stdout.write(json.dumps(answer))


def limit_this_process():
    """Limits of seconds and megabytes from the settings; no collector: the process ends."""
    gc.disable()
    os.nice(GIVES_WAY)
    limit(resource.RLIMIT_CPU, settings.RENDER_SECONDS)
    limit(resource.RLIMIT_AS, settings.RENDER_MEGABYTES * MEGABYTE)


def limit(what, most):
    """Sets one limit, never above what this process may have at most."""
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
