"""Makers of what readers leave: notes, requests for other formats, subscriptions."""

import hashlib
import secrets
from datetime import date

from assurance.records.email import queue
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.notes import ReaderNote
from reports.publication.models.subscriptions import CONFIRMATION, Subscription
from tests.cast import make_council, member
from tests.make.papers import ISSUED_ON, edition


def reader_note(**said):
    """A member's note on the first figure of a published edition."""
    row = said.pop("edition", None) or edition(council=said.pop("council", None))
    usual = {"anchor": "figure-1", "words": "Ask who follows this up.", "kept_on": ISSUED_ON}
    if "reader" not in said:
        usual["reader"] = member(row.council)
    return ReaderNote.objects.create(edition=row, **{**usual, **said})


def format_request(**said):
    """A paper asked for in Braille, which nobody has answered."""
    council = said.pop("council", None) or make_council()
    usual = {"about": "The January paper", "wanted": "braille", "contact": "01632 960099"}
    return FormatRequest.objects.create(council=council, **{**usual, "asked_on": ISSUED_ON, **said})


def following(email="reader@example.org", **said):
    """What somebody asked to follow, not yet confirmed unless `confirmed_on` is given."""
    council = said.pop("council", None) or make_council()
    nonce = secrets.token_urlsafe()
    row = Subscription(council=council, email=email, kind="papers", asked_on=ISSUED_ON, nonce=nonce)
    row.until = None if "confirmed_on" in said else date(2099, 1, 1)
    row.key_digest = hashlib.sha256(row.key.encode()).hexdigest()
    for name, value in said.items():
        setattr(row, name, value)
    row.save()
    queue(row, CONFIRMATION, ISSUED_ON)
    return row
