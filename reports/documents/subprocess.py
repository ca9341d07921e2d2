"""The files of one form of an edition, made in a process of their own: the pages that others read
meanwhile stay quick, and what takes too long or too much memory ends without harm.

Where jobs run at once, as in tests, they are made within the process.
"""

import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from assurance.runtime.jobs import INLINE
from assurance.runtime.logging import without_words
from reports.documents import formats
from reports.documents.document import Document, to_json
from reports.documents.pdf.engine import PdfFault

logger = logging.getLogger("candour.issue")
NAMES = {
    formats.HTML: "web page",
    formats.PDF: "PDF",
    formats.WORD: "Word file",
    formats.DATA: "data files",
}
MADE_TOO_LONG = (
    "Making the {form} took longer than {minutes} minutes and was stopped, so nothing was "
    "published. Tell your service administrator."
)
MADE_TOO_LARGE = (
    "The {form} could not be made, probably because it needed more memory than this service "
    "allows, so nothing was published. Tell your service administrator."
)


class SubprocessFailed(Exception):
    """Files could not be made; its words are a sentence for the clerk."""


def made(document: Document, stem: str, form: str) -> Sequence[formats.RenderedFile]:
    """The files of `document` in `form`, named after `stem`.

    Raises `PdfFault` where a reader would miss something, `OSError` where the machine cannot write
    them, `SubprocessFailed` where their process took too long or too much.
    """
    if settings.JOBS == INLINE:
        return formats.render(document, stem, [form])
    with tempfile.TemporaryDirectory(prefix="candour-") as folder:
        return _run_command(document, stem, form, Path(folder))


def _run_command(document, stem, form, folder):
    seconds = settings.RENDER_SECONDS
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "render_edition"]
    try:
        run = subprocess.run(
            [*command, form, stem, str(folder)],
            input=json.dumps(to_json(document)).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        text = MADE_TOO_LONG.format(form=NAMES[form], minutes=max(1, seconds // 60))
        raise SubprocessFailed(text) from None
    answer = json.loads(run.stdout) if run.returncode == 0 else {}
    if "fault" in answer:
        raise PdfFault(answer["fault"])
    if "errno" in answer:
        raise OSError(answer["errno"], "the files could not be written")
    if "files" not in answer:
        why = without_words(run.stderr.decode(errors="replace"))
        logger.error("the process that makes %s ended with %s\n%s", form, run.returncode, why)
        raise SubprocessFailed(MADE_TOO_LARGE.format(form=NAMES[form]))
    return [
        formats.RenderedFile(name, media_type, (folder / name).read_bytes())
        for name, media_type in answer["files"]
    ]
