"""Tells those who asked for it, by e-mail, what needs them."""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand
from django.urls import reverse

from assurance.accounts import operations
from assurance.accounts.models import Notices
from assurance.history import CommandLine
from assurance.periods import say_day, today
from reports.needs.everything import in_words, needs_of

LETTER = """On {day} this needs you:

{lines}

Open {home} to see each.

To change how often this comes, open {choices}.
"""


class Command(BaseCommand):
    """Run once each working day. Who has nothing waiting is sent nothing; run twice on a day, it
    sends nothing the second time."""

    help = "Sends the e-mails that accounts asked for, with what needs them; run it once a day."

    def handle(self, **options):
        """Prints how many were sent."""
        day, by, sent = today(), CommandLine("send_notices"), 0
        with get_connection() as connection:
            for notices in Notices.objects.due_an_email(day):
                if needs := needs_of(notices.user, day):
                    _letter(notices.user, needs, day, connection).send()
                    sent += 1
                operations.note_email(notices=notices, by=by, on=day)
        self.stdout.write(f"{sent:,} {'e-mail' if sent == 1 else 'e-mails'} sent.")


def _letter(user, needs, day, connection):
    root = settings.PUBLIC_ADDRESS.rstrip("/") or "http://localhost:8000"
    told = LETTER.format(
        day=say_day(day),
        lines="\n".join(f"- {line}" for line in in_words(needs)),
        home=f"{root}{reverse('home')}",
        choices=f"{root}{reverse('notices')}",
    )
    return EmailMessage("What needs you", told, to=[user.email], connection=connection)
