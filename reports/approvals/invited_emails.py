"""E-mails that bring a link to somebody without an account."""

from datetime import date

from django.core.mail import EmailMessage
from django.urls import reverse

from assurance.records.email import EmailKind, OutgoingEmail, require_server, service_root
from assurance.runtime.periods import say_day
from reports.approvals.models.guests import EarlyReader, OutsideApprover, PaperGuest
from reports.approvals.operations import guests

EARLY = """{by} has put you, as {post}, on the list of those who may read the report “{paper}”
before it is published. You can read it once it has been approved, from {first} on, until it is
published:

{address}

The link is yours alone and works until {until}. The published report lists, by post, who could read
it early; when you read it is kept. Please do not pass it on.
"""
OUTSIDE = """{by} asks you, as {post}, to read the report “{paper}” and to approve it for
publication, or to send it back with what should change:

{address}

The link is yours alone, works for one decision, and expires after {until}. The report is not public
yet: please do not pass it on. If you approve it, it prints your name and post.
"""
# Model → subject, words and page.
LETTERS = {
    EarlyReader: (
        "You may read a council report before it is published",
        EARLY,
        "approvals:early-link",
    ),
    OutsideApprover: ("You are asked to approve a council report", OUTSIDE, "approvals:outside"),
}


def send(row: PaperGuest, *, by, on: date) -> OutgoingEmail:
    """Sends the e-mail about `row` that waits, with a new link; another process may have done
    it."""
    [email] = LINK_EMAIL.deliver(OutgoingEmail.objects.about(row), by=by, on=on)
    return email


def _letter(_email, row, *, by, on):
    require_server()
    subject, text, page = LETTERS[type(row)]
    row, link = guests.seal_link(row=row, first=row.opens_on, by=by, on=on)
    values = {
        "by": row.asked_by.name,
        "post": row.post,
        "paper": row.paper.title,
        "first": row.opens_on and say_day(row.opens_on),
        "address": f"{service_root()}{reverse(page, args=[link])}",
        "until": say_day(row.link_until),
    }
    return EmailMessage(subject, text.format(**values), to=[row.email])


LINK_EMAIL = EmailKind(
    begin_action="papers.begin_letter",
    settle_action="papers.note_letter",
    message=_letter,
    begun=lambda email: {"letter": email.state},
    settled=lambda email: {"letter": email.state, "trouble": email.error},
)
