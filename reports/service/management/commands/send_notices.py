"""Tells those who asked for it, by e-mail, what needs them."""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import CommandError
from django.urls import reverse

from assurance.accounts import operations
from assurance.accounts.models.notices import Notices
from assurance.records import email
from assurance.records.email_states import SENT
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import say_day, this_moment, today
from reports.editor import autosave
from reports.tasks.all_tasks import in_words, needs_of

LETTER = """On {day} this needs you:

{lines}

Open {home} to see each.

To change how often this comes, open {choices}.
"""


class Command(DatabaseCommand):
    """Run once each working day. Who has nothing waiting is sent nothing; run again on a day, it
    tries again what could not be sent, and sends nothing twice."""

    help = "Sends the e-mails that accounts asked for, with what needs them; run it once a day."

    def handle(self, **options):
        """Prints how many were sent, and fails with the account and the reason of each that was
        not; no address is said."""
        day, connection = today(), get_connection()
        came = [_sent(item, day, connection) for item in Notices.objects.due_an_email(day)]
        connection.close()
        sent = sum(item.state == SENT for item in came if item)
        autosave.forget_old(this_moment())
        self.stdout.write(f"{sent:,} {'e-mail' if sent == 1 else 'e-mails'} sent.")
        wrong = [item for item in came if item and item.trouble]
        if wrong:
            entries = (f"{item.notices.user.history_name}: {item.trouble}." for item in wrong)
            raise CommandError("\n".join(entries))


def _sent(notices, day, connection):
    """What became of one e-mail, its state empty where nothing waits; None where another process
    was first."""
    by, needs = CommandLine("send_notices"), needs_of(notices.user, day)
    try:
        e_mail = operations.begin_email(notices=notices, by=by, on=day)
    except Refused:
        return None
    state, trouble = "", ""
    if needs:
        state, trouble = email.posted(_letter(notices.user, needs, day, connection))
    return operations.note_email(e_mail=e_mail, state=state, trouble=trouble, by=by, on=day)


def _letter(user, needs, day, connection):
    root = settings.PUBLIC_ADDRESS.rstrip("/") or "http://localhost:8000"
    text = LETTER.format(
        day=say_day(day),
        lines="\n".join(f"- {line}" for line in in_words(needs)),
        home=f"{root}{reverse('home')}",
        choices=f"{root}{reverse('notices')}",
    )
    return EmailMessage("What needs you", text, to=[user.email], connection=connection)
