"""Makers of attached files: a valid row with no arguments, its bytes where they are kept."""

import hashlib
from datetime import date

from assurance.attachments.models import Attachment
from tests.make import findings, improvements

LETTER = b"%PDF-1.7\nA letter.\n%%EOF\n"


def attachment(content=LETTER, **said):
    """A letter in PDF attached to a review, to a new one where no record is given."""
    own = {"council": said.pop("council")} if "council" in said else {}
    if not {"review", "finding", "plan", "action"} & set(said):
        said["review"] = findings.review(**own)
    parent = next(said[field] for field in ("review", "finding", "plan", "action") if field in said)
    usual = {
        "council": parent.council,
        "title": "Letter",
        "name": "letter.pdf",
        "kind": "pdf",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "created_on": date(2017, 2, 8),
    }
    made = Attachment.objects.create(**{**usual, **said})
    made.path.parent.mkdir(parents=True, exist_ok=True)
    made.path.write_bytes(content)
    return made


def of_action(council=None):
    """A letter attached to an action."""
    return attachment(action=improvements.action(**({"council": council} if council else {})))
