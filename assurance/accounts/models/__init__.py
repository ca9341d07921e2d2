"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import Council, Grant, User
from assurance.accounts.models.notices import Notices

__all__ = [
    "Council",
    "Grant",
    "LoggedAccess",
    "Notices",
    "User",
]
