"""What administrators do with a council's mark and colours."""

import hashlib

from django.db import transaction

from assurance.attachments import storage
from assurance.public_pages.brand import pictures
from assurance.public_pages.models.brands import CouncilBrand
from assurance.records import history, writes
from assurance.records.record import checked_fields, lock
from assurance.records.refusals import Refused


@transaction.atomic
def save_brand(
    *, council, colour, mark_text, cover, content=b"", remove=False, version=None, by, on
) -> CouncilBrand:
    """The brand of `council` with these values. `content` is a new mark as it was uploaded; without
    one the mark remains, unless it is to be removed. Raises `Refused` where the picture, the colour
    or the text does not do, and `EditConflict` where another person saved after `version`."""
    brand = CouncilBrand.objects.current(council)
    digest = "" if remove or brand is None else brand.mark_sha256
    picture = _picture(content) if content else b""
    fields = {
        "colour": colour,
        "mark_sha256": hashlib.sha256(picture).hexdigest() if picture else digest,
        "mark_text": "" if remove and not picture else mark_text,
        "cover": cover,
    }
    brand = lock(brand, version) if brand else CouncilBrand(council=council)
    fields = checked_fields(brand, fields)
    is_new = brand.pk is None
    changes = writes.insert(brand, fields, on=on) if is_new else writes.update(brand, fields)
    history.record("council_brands.save", about=brand, by=by, on=on, changes=changes)
    if picture:
        storage.write_file(storage.place_of(council.slug, brand.mark_sha256), picture)
    return brand


def _picture(content):
    try:
        return pictures.mark_of(content)
    except pictures.NotMark as wrong:
        raise Refused(str(wrong), "mark") from wrong
