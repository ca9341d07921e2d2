"""The sessions of an account that are open now, for its holder: each with its browser and times."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.utils import timezone

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import moment_from_today, this_moment
from assurance.sign_in.models.sessions import Session
from assurance.sign_in.session_ends import BEGAN, BROWSER, LATEST


@dataclass(frozen=True)
class OpenSession:
    """A session that is not over: its browser in words, when it began and its last noted page, as
    pages print dates; `is_own` of the one that asks."""

    browser: str
    began: datetime
    latest: datetime
    is_own: bool


def open_sessions(user: User, own_key: str) -> list[OpenSession]:
    """The sessions in which `user` is signed in, that of `own_key` first, then the last used."""
    now = this_moment()
    # What else ends sessions, such as a new password, changes this digest.
    digests = {user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()}
    sessions = []
    for row in Session.objects.open().filter(account=user):
        values = row.get_decoded()
        if values.get(HASH_SESSION_KEY) in digests and _lasts(values, now):
            times = (_moment(values[name]) for name in (BEGAN, LATEST))
            browser = values.get(BROWSER) or "Another browser"
            sessions.append(OpenSession(browser, *times, row.session_key == own_key))
    return sorted(sessions, key=lambda one: (one.is_own, one.latest), reverse=True)


def _lasts(values, now):
    """True of a session that was used lately; one that no request noted yet opened no page."""
    latest = values.get(LATEST)
    return latest is not None and now.timestamp() - latest < settings.IDLE_MINUTES * 60


def _moment(seconds):
    return moment_from_today(datetime.fromtimestamp(seconds, timezone.get_current_timezone()))
