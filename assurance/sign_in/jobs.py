"""What a page leaves to a background job, so that it answers in the same time for everybody."""

from django.core.mail import get_connection

from assurance.accounts.models.accounts import User
from assurance.records.email import can_post, queue
from assurance.records.history import CommandLine
from assurance.runtime.jobs import job
from assurance.runtime.mail_server import posted
from assurance.runtime.periods import this_moment, today
from assurance.sign_in.emails import ACCOUNT_EMAIL, TRIES, password_message
from assurance.sign_in.models.devices import forget_devices

SERVICE = CommandLine("sign_in")


@job
def send_account_emails(account: int):
    """Sends the e-mails that wait about an account, each once."""
    if user := _able(account):
        ACCOUNT_EMAIL.deliver_about(user, by=SERVICE, on=today())


@job
def tell_of_tries(account: int):
    """Tells the holder of an account of wrong passwords, at most once a day; nothing where
    `account` is 0 or has no password."""
    user = _able(account)
    if user is None or user.by_provider:
        return
    day = today()
    queue(user, TRIES, day, occasion=day.isoformat(), anew=False)
    ACCOUNT_EMAIL.deliver_about(user, by=SERVICE, on=day)


@job
def send_password_link(account: int, root: str):
    """Sends an account the link to choose a new password; nothing where `account` is 0, where the
    council's identity provider signs it in, or where there is no mail server."""
    user = _able(account)
    if user is None or user.by_provider or not can_post():
        return
    message = password_message(user, root)
    message.connection = get_connection()
    posted(message)


@job
def forget_old_devices():
    """Forgets the devices that nobody signed in from for long."""
    forget_devices(this_moment())


def _able(account):
    rows = User.objects.able_to_sign_in().exclude(council=None).select_related("council")
    return rows.filter(pk=account).first()
