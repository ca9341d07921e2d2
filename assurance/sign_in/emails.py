"""E-mails to the holder of an account about how it is signed in to. Each speaks in the name of the
council, and none holds a password or a code."""

from datetime import date

from django.core.mail import EmailMessage
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.sign_in_links import sign_in_address
from assurance.records import email
from assurance.runtime.periods import say_day

RESET, TRIES = "two_step_reset", "sign_in_tries"
RESET_TEXT = """An administrator of {council} reset the two-step sign-in of your account
for committee reports.

Your authenticator app, passkeys and recovery codes for this account do not work any more, and you
were signed out everywhere. You may be asked to set them up again when you next sign in:

{address}

If you did not ask for this, tell an administrator of {council} at once.
"""
TRIES_TEXT = """On {day} there were at least five wrong passwords for your account
for the committee reports of {council}.

If it was you, there is nothing to do. If it was not you, no one signed in with these tries.
Choose a new password if you use yours anywhere else:

{address}

Tell an administrator of {council} if this goes on. You get at most one such e-mail for each date.
"""
PASSWORD_TEXT = """Someone asked for a new password for your account
for the committee reports of {council}.

If it was you, choose one on this page. It opens once, and for three days:

{address}

If it was not you, there is nothing to do. Your password does not change.
"""


def reset_message(user: User, on: date) -> EmailMessage:
    """Tells a person that an administrator reset their two-step sign-in."""
    address = f"{email.service_root()}{reverse('account_login')}"
    subject = f"{user.council}: your two-step sign-in was reset"
    return _message(user, subject, RESET_TEXT, address=address)


def tries_message(user: User, on: date) -> EmailMessage:
    """Tells a person that there were wrong passwords for their account on `on`."""
    address = f"{email.service_root()}{reverse('account_reset_password')}"
    subject = f"{user.council}: wrong passwords for your account"
    return _message(user, subject, TRIES_TEXT, day=say_day(on), address=address)


def password_message(user: User, root: str) -> EmailMessage:
    """Gives a person the address, under `root`, on which they choose a new password."""
    subject = f"{user.council}: choose a new password"
    return _message(user, subject, PASSWORD_TEXT, address=f"{root}{sign_in_address(user)}")


def _message(user, subject, text, **values):
    return EmailMessage(subject, text.format(council=user.council, **values), to=[user.email])


def _of_kind(mail, user, *, by, on):
    email.require_server()
    return {RESET: reset_message, TRIES: tries_message}[mail.kind](user, mail.day)


ACCOUNT_EMAIL = email.EmailKind(
    begin_action="sign_in.begin_email",
    settle_action="sign_in.note_email",
    message=_of_kind,
)
