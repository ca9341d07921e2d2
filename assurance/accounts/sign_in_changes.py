"""Changes of a password, an address or a second step on a page of allauth, written in history."""

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social

from assurance.accounts.models.accounts import AFTER_REHASH
from assurance.accounts.operations import record_sign_in
from assurance.runtime.periods import today

SIGNALS = (
    *(account.password_set, account.password_changed, account.password_reset),
    *(account.email_added, account.email_changed, account.email_removed, account.email_confirmed),
    *(mfa.authenticator_added, mfa.authenticator_removed, mfa.authenticator_reset),
    social.social_account_added,
)


def connect() -> None:
    """Listens to each of `SIGNALS`, and to a password that is hashed again at signing in."""
    for signal in SIGNALS:
        signal.connect(_changed, dispatch_uid="history of signing in")
    AFTER_REHASH.append(_record)


def _changed(sender, user=None, email_address=None, sociallogin=None, **_more):
    _record(user or (email_address or sociallogin).user)


def _record(user):
    # Accounts of the machine have no council, and no history.
    if user.council_id:
        record_sign_in(user=user, by=user, on=today())
