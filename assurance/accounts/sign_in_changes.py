"""Changes of a password, an address or a second step on a page of allauth, written in history and
sent as a security event; so is a second step that failed."""

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social

from assurance.accounts.client_address import client_address
from assurance.accounts.models.accounts import AFTER_REHASH
from assurance.accounts.operations import record_sign_in
from assurance.runtime.periods import today
from assurance.runtime.watch.security_events import SIGN_IN_CHANGED, STEP_FAILED, note_event

# Each signal of a change, and what it is called.
SIGNALS = {
    account.password_set: "password set",
    account.password_changed: "password changed",
    account.password_reset: "password reset",
    account.email_added: "address added",
    account.email_changed: "address changed",
    account.email_removed: "address removed",
    account.email_confirmed: "address confirmed",
    mfa.authenticator_added: "second step added",
    mfa.authenticator_removed: "second step removed",
    mfa.authenticator_reset: "second step replaced",
    social.social_account_added: "provider added",
}


def connect() -> None:
    """Listens to each of `SIGNALS`, and to a password that is hashed again at signing in."""
    for signal in SIGNALS:
        signal.connect(_changed, dispatch_uid="history of signing in")
    mfa.authentication_failed.connect(_step_failed, dispatch_uid="security events")
    AFTER_REHASH.append(_record)


def _changed(
    sender, signal, user=None, email_address=None, sociallogin=None, authenticator=None, **_more
):
    holder = user or (email_address or sociallogin).user
    _record(holder)
    fields = {"account": holder.pk, "change": SIGNALS[signal]}
    note_event(SIGN_IN_CHANGED, **fields, step=getattr(authenticator, "type", None))


def _step_failed(sender, request, user, authenticator, **_more):
    fields = {"account": user.pk, "address": client_address(request)}
    note_event(STEP_FAILED, **fields, step=authenticator.type)


def _record(user):
    # Accounts of the machine have no council, and no history.
    if user.council_id:
        record_sign_in(user=user, by=user, on=today())
