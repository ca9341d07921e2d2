"""Makers of days on which a council is closed."""

from datetime import date

from assurance.meetings.models.closures import Closure
from tests.cast import make_council


def closure(**said):
    """The council is closed between Christmas and New Year of 2015."""
    council = said.pop("council", None) or make_council()
    usual = {"first_on": date(2015, 12, 24), "last_on": date(2015, 12, 31)}
    usual |= {"reason": "between Christmas and New Year", "created_on": date(2015, 12, 1)}
    return Closure.objects.create(council=council, **{**usual, **said})
