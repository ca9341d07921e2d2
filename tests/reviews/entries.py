"""What an officer types for a review, a theme and a finding."""

from datetime import date
from types import SimpleNamespace

from tests.audits.entries import boxes


def typed_review(**said):
    """What an officer types for an inspection of two weeks without a framework."""
    usual = {
        "kind": "inspection",
        "title": "Inspection of 2016",
        "body": "The inspectorate",
        "started_on": date(2016, 11, 14),
        "ended_on": date(2016, 12, 8),
    }
    return boxes({**usual, **said})


def typed_finding(**said):
    """What an officer types for an area for development."""
    return {"kind": "area", "text": "Plans lack dates.", "manner": "published", **said}


def told(**said):
    """What the rules ask of a review, of which nothing is known but that it is an inspection."""
    unknown = ("received_on", "due_on", "sent_on")
    usual = dict.fromkeys((f"response_{one}" for one in unknown), None)
    usual |= {"kind": "inspection", "no_reply_because": "", "ended_on": date(2016, 12, 8)}
    usual |= {"follow_up_on": None, "followed_up_on": None, "withdrawn_on": None}
    return SimpleNamespace(**{**usual, **said})
