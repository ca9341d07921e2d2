"""E-mails that bring a link to somebody without an account: sent once, and what became of each
kept."""

from datetime import date

from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from assurance.records import email, email_states
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day
from reports.approvals.models.early_readers import EarlyReader
from reports.approvals.models.external_approvers import OutsideApprover
from reports.approvals.models.links import Sealed
from reports.approvals.operations import links
from reports.contributions.reminders import root

EARLY = """The {by} has put you, as {post}, on the list of those who may read the paper “{paper}”
before it is published. You can read it once it has been approved, from {first} on, until it is
published:

{address}

The link is yours alone and works until {until}. Who could read the paper before it was published is
published with it, by post; when you read it is kept. Please do not pass it on.
"""
OUTSIDE = """The {by} asks you, as {post}, to read the paper “{paper}” and to approve it for issue,
or to say what should change first:

{address}

The link is yours alone, works for one decision, and expires after {until}. The paper is not public
yet: please do not pass it on. If you approve it, it prints your name and post.
"""
SUBJECTS = {
    EarlyReader: "You may read a council paper before it is published",
    OutsideApprover: "You are asked to approve a council paper",
}


def send(row: Sealed, *, by, on: date) -> Sealed:
    """Sends the e-mail of `row` that waits, with a new link; the row as it then stands. One that
    another process took up is left to it."""
    fields = {"by": by, "on": on}
    try:
        row = links.begin_letter(row=row, **fields)
    except Refused:
        return row
    if not email.can_post():
        why = {"state": email_states.FAILED, "trouble": email.NO_SERVER}
        return links.note_letter(row=row, **why, **fields)
    first = row.from_on if isinstance(row, EarlyReader) else None
    row, text = links.seal_link(row=row, first=first, **fields)
    post = get_connection()
    values = (_early if first else _outside)(row, text)
    letter = EmailMessage(SUBJECTS[type(row)], values, to=[row.address], connection=post)
    state, trouble = email.posted(letter)
    post.close()
    return links.note_letter(row=row, state=state, trouble=trouble, **fields)


def _early(row, text):
    return EARLY.format(
        by=row.named_by.name,
        post=row.post,
        paper=row.paper.title,
        first=say_day(row.from_on),
        address=f"{root()}{reverse('papers:early-link', args=[text])}",
        until=say_day(row.link_until),
    )


def _outside(row, text):
    return OUTSIDE.format(
        by=row.asked_by.name,
        post=row.post,
        paper=row.paper.title,
        address=f"{root()}{reverse('papers:outside', args=[text])}",
        until=say_day(row.link_until),
    )
