"""What django-allauth and django-axes are told about our accounts."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.utils.timezone import localdate

from assurance.accounts.client_address import client_address, counted_address
from assurance.accounts.models.accounts import User
from assurance.runtime.watch.security_events import (
    LOCKED,
    SIGN_IN_FAILED,
    SIGNED_IN,
    note_event,
)

# In the session: the date of the visit before this one.
EARLIER_VISIT = "earlier_visit"


class ClosedAccounts(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody signs up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is wrong. Enter both again.",
        "enter_current_password": "The current password is wrong. Enter it again.",
        "too_many_login_attempts": "Too many wrong entries. Wait 15 minutes, then try again.",
        "incorrect_password": "The password is wrong. Enter it again.",
    }

    def is_open_for_signup(self, request):
        """Never open."""
        return False

    def get_client_ip(self, request):
        """The address that limits count by: the same as that of the lock after wrong passwords."""
        return counted_address(request)

    def authentication_failed(self, request, **credentials):
        """Tells of a wrong password, by the account's key where there is one."""
        super().authentication_failed(request, **credentials)
        email = attempted_account(request, credentials)
        account = User.objects.filter(email=email).values_list("pk", flat=True).first()
        fields = {"account": account, "address": client_address(request)}
        note_event(SIGN_IN_FAILED, **fields)
        if getattr(request, "axes_locked_out", False):
            note_event(LOCKED, **fields)

    def login(self, request, user):
        """Signs in, and notes in the session alone when the account signed in before; sends
        a security event with the steps that were taken."""
        earlier = user.last_login
        steps = [
            row.get("type") or row["method"] for row in get_authentication_records(request, user)
        ]
        super().login(request, user)
        fields = {"account": user.pk, "address": client_address(request)}
        note_event(SIGNED_IN, **fields, steps=steps)
        if earlier:
            request.session[EARLIER_VISIT] = localdate(earlier).isoformat()


def attempted_account(request, credentials):
    """The account that somebody tries to sign in to, in lower case, or "" where none was named.

    django-axes looks for a user name, which sign-in by e-mail address does not have. Without this
    every attempt from one address counts as the same account's, and five bad tries for one person
    lock out a whole council.
    """
    named = (credentials or {}).get("email") or (request.POST.get("login") if request else "")
    return (named or "").strip().lower()
