"""Makers of policies of small numbers: a valid row with no arguments."""

from assurance.figures.models import DisclosurePolicy
from tests import cast
from tests.cast import LONG_AGO


def policy(**said):
    """A policy for children from long ago, that waits for its approval."""
    council = said.pop("council", None) or cast.make_council()
    days = dict.fromkeys(("from_date", "created_on", "entered_on"), LONG_AGO)
    said.setdefault("entered_by", cast.administrator(council))
    return DisclosurePolicy.objects.create(
        council=council, **{**days, "counted": "children", **said}
    )
