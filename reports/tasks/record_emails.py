"""E-mails to who may record what a report asks for: one for a press and a subject."""

from datetime import date

from django.core.mail import EmailMessage
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.records import email
from assurance.runtime.periods import say_day
from reports.papers.evidence import answered
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest

SUBJECT = "A council report asks for a record"
LETTER = """{by} asks for what the report “{paper}” will be counted from:

{records}

Open the page where it is recorded:

{address}

You sign in with your own account. The task is on your home until the record is there.
"""


def send_due(*, by, on: date) -> list[str]:
    """Sends the e-mails about what reports ask for that wait, and says what became of each."""
    RECORD_EMAIL.settle_broken_off(RecordRequest, by=by, on=on)
    return RECORD_EMAIL.deliver_all(RecordRequest, by=by, on=on)


def _letter(_mail, request, *, by, on):
    email.require_server()
    page = request.page
    rows = _waiting(request)
    able = User.objects.with_permission(request.council, page.permission, on)
    addresses = [user.email for user in able if user.email]
    # Recorded by now, no longer asked for, or asked of nobody: there is nothing to say.
    if not rows or not addresses or request.paper.status != Paper.WRITING:
        return None
    records = "\n".join(f"- the {row.what} of {row.when}, by {say_day(row.due_on)}" for row in rows)
    address = f"{email.service_root()}{reverse(page.address)}"
    values = {"by": request.asked_by.name, "paper": request.paper.title}
    text = LETTER.format(records=records, address=address, **values)
    return EmailMessage(SUBJECT, text, to=addresses)


def _waiting(request):
    """What was asked for on the same day on the same page and is not recorded yet."""
    rows = RecordRequest.objects.of_paper(request.paper).filter(asked_on=request.asked_on)
    same = [row for row in rows if row.page == request.page]
    there = answered(request.council, [row.query for row in same])
    return [row for row in same if row.query not in there]


RECORD_EMAIL = email.EmailKind(
    begin_action="papers.begin_mail",
    settle_action="papers.note_mail",
    message=_letter,
)
