"""Makers of what a council prints on its public pages: a valid row with no arguments."""

import io

from PIL import Image

from assurance.public_pages.models.brands import CouncilBrand
from assurance.public_pages.models.contacts import ChildContact
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from tests.cast import LONG_AGO, make_council


def contact(**values):
    """A council's numbers for concerns about a child, from long ago."""
    council = values.pop("council", None) or make_council()
    usual = {"service": "First Response", "daytime_hours": "Monday to Friday, 9am to 5pm"}
    usual |= {"daytime_phone": "01632 960001", "other_phone": "01632 960002"}
    days = dict.fromkeys(("from_date", "created_on"), LONG_AGO)
    return ChildContact.objects.create(council=council, **{**days, **usual, **values})


def statement(**values):
    """A council's accessibility statement, fully compliant, from long ago."""
    council = values.pop("council", None) or make_council()
    names = ("from_date", "created_on", "prepared_on", "reviewed_on", "tested_on")
    usual = {"status": "fully", "tested_by": "the web team", "method": "By axe and by hand."}
    usual |= {"email": "access@netherby.example", "phone": "01632 960003", "response_days": 10}
    fields = {**dict.fromkeys(names, LONG_AGO), **usual, **values}
    return AccessibilityStatement.objects.create(council=council, **fields)


def notice(**values):
    """A council's privacy notice, from long ago."""
    council = values.pop("council", None) or make_council()
    days = dict.fromkeys(("from_date", "created_on"), LONG_AGO)
    usual = {"controller": council.name, "officer": "Data Protection Officer"}
    usual |= {"email": "privacy@netherby.example"}
    return PrivacyNotice.objects.create(council=council, **{**days, **usual, **values})


def picture(size=(60, 40), colour="#5b2a6e", kind="PNG", mode="RGB"):
    """The bytes of a picture of one colour."""
    buffer = io.BytesIO()
    Image.new(mode, size, colour).save(buffer, kind)
    return buffer.getvalue()


def brand(**values):
    """A council's colours, without a mark."""
    council = values.pop("council", None) or make_council()
    return CouncilBrand.objects.create(council=council, **{"colour": "#5b2a6e", **values})
