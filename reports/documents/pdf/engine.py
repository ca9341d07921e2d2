"""Where PDFs are made: here, in a process that loads what makes them (`pdf.file`), else in one of
its own, so that what answers pages stays small and quick.
"""

import json
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

# Loaded by the processes that make many: commands, tests.
MAKER = "reports.documents.pdf.file"
PROGRAM = Path(__file__).resolve().parents[3]
# Seconds; the longest report takes a tenth.
LONGEST = 300
FAULTY = 3
LOST = "The PDF could not be made: its process ended before it was done."


class PdfFault(Exception):
    """Why a PDF was not made; `complaints` has a sentence for each fault."""

    def __init__(self, complaints):
        super().__init__(" ".join(complaints))
        self.complaints = tuple(complaints)


@dataclass(frozen=True)
class Attachment:
    """A data file kept inside the PDF: a plain file `name`, and `media`, as in `text/csv`."""

    name: str
    description: str
    media: str
    data: bytes

    def __post_init__(self):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", self.name):
            raise ValueError(f"An attachment cannot be called {self.name!r}.")
        if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", self.media):
            raise ValueError(f"{self.media!r} is not a media type.")
        if not self.description:
            raise ValueError(f"The attachment {self.name} needs a description.")


def load_maker() -> None:
    """Loads what makes PDFs into this process, which is to make many."""
    import_module(MAKER)


def to_pdf(
    html: str,
    *,
    styles: Sequence[str],
    fetch: Path,
    created: datetime,
    modified: datetime,
    attachments: Sequence[Attachment] = (),
    closer: str = "",
) -> bytes:
    """The PDF of `html`, as `pdf.file.to_pdf` makes it, whose arguments these are. Raises PdfFault
    when anything is missing that a reader or an archive would need."""
    own = {"styles": styles, "closer": closer, "fetch": fetch}
    own |= {"created": created, "modified": modified}
    if maker := sys.modules.get(MAKER):
        return maker.to_pdf(html, **own, attachments=attachments)
    order = {
        "html": html,
        "styles": list(styles),
        "closer": closer,
        "fetch": str(fetch),
        "created": created.isoformat(),
        "modified": modified.isoformat(),
        "attachments": [
            {**asdict(item), "data": b64encode(item.data).decode()} for item in attachments
        ],
    }
    return _made_elsewhere(order)


def _made_elsewhere(order):
    command = [sys.executable, "-m", "reports.documents.pdf"]
    try:
        run = subprocess.run(
            command,
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=LONGEST,
            cwd=PROGRAM,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PdfFault([LOST]) from None
    if run.returncode == FAULTY:
        raise PdfFault(json.loads(run.stdout))
    if run.returncode:
        raise PdfFault([LOST])
    return run.stdout
