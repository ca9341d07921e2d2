"""Sessions, each with the account that is signed in and the session of the provider that let it in,
so that those of one account are found without reading all."""

from hashlib import sha256

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from assurance.accounts.models.accounts import User
from assurance.records.personal import Personal
from assurance.runtime.periods import this_moment

# In a session: the provider's own name of the session in which it let its reader in.
PROVIDER_SESSION = "provider_session"


class SessionQuerySet(models.QuerySet):
    """Readings over sessions."""

    def open(self):
        """Those that are not over."""
        return self.filter(expire_date__gt=this_moment())

    def of_provider_session(self, name):
        """Those that a provider began in its session called `name`."""
        return self.filter(provider_session=_digest(name))


class Session(AbstractBaseSession):
    """A session as Django keeps it, with its `account` once one is signed in, and a digest of the
    provider's name of its own session."""

    unproved = "Signing in and out changes it, which is no operation."

    account = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    provider_session = models.CharField(max_length=64, blank=True, db_index=True)

    personal = dict.fromkeys(("session_data", "expire_date"), Personal.ABOUT)
    personal |= {"provider_session": Personal.PSEUDONYM}

    objects = BaseSessionManager.from_queryset(SessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "session"

    @classmethod
    def get_session_store_class(cls):
        """The class that reads and writes its contents."""
        return SessionStore


class SessionStore(DatabaseSessions):
    """The sessions of Django's database, in the table above."""

    @classmethod
    def get_model_class(cls):
        """The model of its rows."""
        return Session

    def create_model_instance(self, data):
        """The row of a session that contains `data`."""
        row = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        row.provider_session = _digest(data.get(PROVIDER_SESSION))
        return row


def _digest(name):
    return sha256(name.encode()).hexdigest() if name else ""
