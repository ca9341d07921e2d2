"""What officers do with files attached to records."""

import hashlib
import os
import tempfile
from contextlib import suppress

from django.db import transaction

from assurance import history, writing
from assurance.attachments import rules
from assurance.attachments.models import Attachment
from assurance.records import lock, why_not_withdraw
from assurance.refusals import Refused, refuse_if

OTHERS = "Choose a record of your own council."
PARENT_WITHDRAWN = "This record was withdrawn: nothing can be attached to it."


@transaction.atomic
def attach(*, council, field, parent, title, name, content, by, on) -> Attachment:
    """Keeps the file `name` that holds `content` (bytes) beside `parent`, the record that `field`
    of an attachment names. Refuses a file that is of no kind that may be attached (see
    `rules.kind_of`), the same file twice, and a record that is withdrawn or another council's."""
    refuse_if(OTHERS if parent.council.pk != council.pk else None)
    refuse_if(PARENT_WITHDRAWN if getattr(parent, "is_withdrawn", False) else None)
    try:
        kind = rules.kind_of(name, content)
    except rules.NotAttachable as wrong:
        raise Refused(f"{wrong}", "file") from wrong
    digest = hashlib.sha256(content).hexdigest()
    taken = Attachment.objects.of(council).standing().filter(**{field: parent}, sha256=digest)
    refuse_if(rules.why_not_again(taken.first()), "file")
    attachment = Attachment(council=council)
    said = {field: parent, "title": title, "name": rules.tidy(name), "kind": kind.slug}
    changes = writing.add(attachment, {**said, "size": len(content), "sha256": digest}, on=on)
    _keep(attachment.path, content)
    history.record("attachments.attach", about=attachment, by=by, on=on, changes=changes)
    return attachment


@transaction.atomic
def withdraw_attachment(*, record, seen, because, by, on) -> Attachment:
    """Withdraws the attachment `record`, whose file stays; refuses one withdrawn already, or
    without a reason."""
    attachment = lock(record, seen)
    refuse_if(why_not_withdraw(attachment, because), "because")
    changes = writing.withdraw(attachment, because=because, by=by, on=on)
    history.record("attachments.withdraw", about=attachment, by=by, on=on, changes=changes)
    return attachment


def _keep(path, content):
    # Whole or not at all, and readable by this program alone; the same bytes are kept once.
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)
