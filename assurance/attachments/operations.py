"""What officers do with files attached to records."""

import hashlib

from django.db import transaction

from assurance.attachments import rules, storage
from assurance.attachments.models import Attachment
from assurance.records import history, writes
from assurance.records.refusals import Refused, refuse_if

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
    used = Attachment.objects.of(council).active().filter(**{field: parent}, sha256=digest)
    refuse_if(rules.why_not_again(used.first()), "file")
    attachment = Attachment(council=council)
    fields = {field: parent, "title": title, "name": rules.tidy(name), "kind": kind.slug}
    changes = writes.insert(attachment, {**fields, "size": len(content), "sha256": digest}, on=on)
    storage.write_file(attachment.path, content)
    history.record("attachments.attach", about=attachment, by=by, on=on, changes=changes)
    return attachment
