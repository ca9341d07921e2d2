"""Sends the e-mails with their tasks to those who asked for them."""

from django.core.mail import EmailMessage
from django.core.management.base import CommandError
from django.urls import reverse

from assurance.accounts.models.notices import Notices
from assurance.records import writes
from assurance.records.email import EmailKind, queue, service_root
from assurance.records.history import CommandLine
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.email_states import FAILED, SENT
from assurance.runtime.periods import say_day, this_moment, today
from reports.editor import autosave
from reports.tasks.all_tasks import in_words, needs_of
from reports.tasks.papers import FOR_APPROVAL

LETTER = """Your tasks on {day}:

{lines}

Open {home} to see each.

To change how often this comes, open {choices}.
"""


class Command(DatabaseCommand):
    """Run once each working day. Who has nothing waiting is sent nothing; run again on a day, it
    tries again what could not be sent, and sends nothing twice."""

    help = "Sends the e-mails that accounts asked for, with their tasks; run it daily."

    def handle(self, **options):
        """Prints how many were sent; fails with account and reason of each not sent."""
        day, by = today(), CommandLine("send_notices")
        due = Notices.objects.due_an_email(day)
        emails = [queue(item, "notice", day, str(day), anew=False) for item in due]
        done = NOTICE.deliver(emails, by=by, on=day)
        sent = sum(item.state == SENT for item in done)
        autosave.forget_old(this_moment())
        self.stdout.write(f"{sent:,} {'e-mail' if sent == 1 else 'e-mails'} sent.")
        wrong = [f"{item.record.user.history_name}: {item.error}." for item in done if item.error]
        if wrong:
            raise CommandError("\n".join(wrong))


def _letter(_email, notices, *, by, on):
    needs = needs_of(notices.user, on)
    if not needs:
        return None
    root = service_root()
    text = LETTER.format(
        day=say_day(on),
        lines="\n".join(_lines(needs, root)),
        home=f"{root}{reverse('home')}",
        choices=f"{root}{reverse('notices')}",
    )
    return EmailMessage("Your tasks", text, to=[notices.user.email])


def _lines(needs, root):
    """A line for each, and beneath a report that is to be approved the page of the decision."""
    for need, text in zip(needs, in_words(needs), strict=True):
        yield f"- {text}"
        if need.status == FOR_APPROVAL:
            yield f"  {root}{need.address}"


def _note_day(notices, state, on):
    # One that could not be sent is tried again when the command next runs.
    day = notices.emailed_on if state == FAILED else on
    return writes.update(notices, {"emailed_on": day})


NOTICE = EmailKind(
    begin_action="accounts.begin_email",
    settle_action="accounts.note_email",
    message=_letter,
    begun=lambda email: {"day": email.day},
    settled=lambda email: {"state": email.state, "trouble": email.error},
    follow_up=_note_day,
)
