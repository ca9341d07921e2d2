"""E-mails that bring a link to somebody without an account: sent once, and what became of each
kept."""

from datetime import date

from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from assurance import delivery, posting
from assurance.periods import say_day
from assurance.refusals import Refused
from reports.contributing.mailing import root
from reports.models.early import EarlyReader
from reports.models.sealed import Sealed
from reports.operations import sealed

EARLY = """The {by} has put you, as {post}, on the list of those who may read the paper “{paper}”
before it is published. You can read it once it has been approved, from {first} on, until it is
published:

{address}

The link is yours alone and works until {until}. Who could read the paper before it was published is
published with it, by post; when you read it is kept. Please do not pass it on.
"""
SUBJECT = "You may read a council paper before it is published"


def send(row: Sealed, *, by, on: date) -> Sealed:
    """Sends the e-mail of `row` that waits, with a new link; the row as it then stands. One that
    another process took up is left to it."""
    said = {"by": by, "on": on}
    try:
        row = sealed.begin_letter(row=row, **said)
    except Refused:
        return row
    if not posting.can_post():
        why = {"state": delivery.FAILED, "trouble": posting.NO_SERVER}
        return sealed.note_letter(row=row, **why, **said)
    row, words = sealed.seal_link(row=row, first=row.from_on, **said)
    post = get_connection()
    state, trouble = posting.posted(_early(row, words, post))
    post.close()
    return sealed.note_letter(row=row, state=state, trouble=trouble, **said)


def _early(row: EarlyReader, words, post):
    told = EARLY.format(
        by=row.named_by.name,
        post=row.post,
        paper=row.paper.title,
        first=say_day(row.from_on),
        address=f"{root()}{reverse('papers:early-link', args=[words])}",
        until=say_day(row.link_until),
    )
    return EmailMessage(SUBJECT, told, to=[row.address], connection=post)
