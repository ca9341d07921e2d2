"""The letters to those who follow papers: to confirm, and of each new edition, each sent once. The
jobs find out what is done already, so they may run again."""

from datetime import date, timedelta
from functools import partial

from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from assurance.records.email import (
    EmailKind,
    OutgoingEmail,
    attempt,
    require_server,
    service_root,
)
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.jobs import is_waiting, job
from assurance.runtime.periods import say_day, today
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.feeds import atom, operations
from reports.issue.hooks import DONE, PROBLEM, WORKING, PublicationStep
from reports.papers.addresses import edition_address
from reports.publication.models.subscriptions import CONFIRMATION, Subscription

# How many days after its publication an edition is still news to somebody who was not told.
NEWS = 7
BY = CommandLine("alerts")
TRIED_AGAIN = "The service tries again every day, and the report is public."
CONFIRM = """You, or another person, asked us to e-mail this address about {followed} of {council}.

If you want these e-mails, open this address by {until} and press the button:

{address}

If you do not, do nothing. We then remove your address and send no more e-mails.
"""
ALREADY = """You, or another person, asked us to e-mail this address about {followed} of {council}.

You already get these e-mails. See your alerts, or stop them:

{address}
"""
NEWS_OF = """{council} has published {title}.

{summary}

Read it here:

{paper}

You get this e-mail because you follow {followed}. See your alerts, or stop them:

{address}
"""


@job
def send_letter(following: int):
    """Writes to whoever asked to follow something, once for each time that they asked."""
    row = Subscription.objects.select_related("council").filter(pk=following).first()
    if row is None:
        return
    emails = OutgoingEmail.objects.about(row).filter(kind=CONFIRMATION)
    CONFIRMATION_EMAIL.deliver(emails, by=BY, on=today())


@job
def tell_followers(edition: int):
    """Tells everybody who follows its paper of a published edition."""
    row = Edition.objects.with_papers().filter(pk=edition).first()
    if row is not None:
        send_alerts(row, by=BY, on=today())


def state_of_alerts(edition: Edition) -> PublicationStep:
    """How far the e-mails about a published edition are, for the page of its publication."""
    title, left = "Email followers", Subscription.objects.to_tell(edition).count()
    if not left:
        return PublicationStep(title, DONE)
    if is_waiting(tell_followers, edition.pk):
        return PublicationStep(title, WORKING, f"{left} still to email")
    return PublicationStep(title, PROBLEM, f"{left} could not be emailed yet. {TRIED_AGAIN}")


def send_alerts(edition: Edition, *, by, on: date) -> int:
    """How many were told now of `edition`, of those who follow its paper and were not yet."""
    [values] = atom.newest(Edition.objects.filter(pk=edition.pk))
    post, sent, last = get_connection(), 0, 0
    while mails := _next(edition, last, by, on):
        # Who stopped it since is written to no more.
        rows = Subscription.objects.select_related("council").in_bulk([item.key for item in mails])
        became = {
            mail.pk: attempt(partial(_news, rows[mail.key], values), post)
            for mail in mails
            if mail.key in rows
        }
        sent += operations.note_alerts(edition=edition, became=became, by=by, on=on)
        last = mails[-1].key
    post.close()
    return sent


def tell_what_is_left(*, by, on: date) -> list[str]:
    """Tells of the last days' editions whoever could not be told; a line for each told of."""
    since = on - timedelta(days=NEWS)
    rows = Edition.objects.readable().filter(published_at__date__gte=since).with_papers()
    waiting = [row for row in rows if Subscription.objects.to_tell(row).exists()]
    entries = [(item, send_alerts(item, by=by, on=on)) for item in waiting]
    return [f"{item.paper.history_name}: {count} e-mailed" for item, count in entries]


def _next(edition, last, by, on):
    try:
        return operations.begin_alerts(edition=edition, after=last, by=by, on=on)
    except Refused:
        return []


def _confirmation_letter(_email, row, *, by, on):
    require_server()
    council = row.council.name
    if row.confirmed_on:
        text = ALREADY.format(followed=row.followed, council=council, address=_yours(row))
        return _letter(f"You follow reports of {council}", text, row)
    way = reverse("feeds:follow-confirm", args=[row.council.slug, row.key])
    values = {"address": f"{service_root()}{way}", "until": say_day(row.until), "council": council}
    text = CONFIRM.format(followed=row.followed, **values)
    return _letter(f"Do you want e-mails about reports of {council}?", text, row)


def _news(row, edition):
    require_server()
    title = edition_name(edition)
    values = {"title": f"“{title}”", "summary": atom.summary(edition), "address": _yours(row)}
    text = NEWS_OF.format(
        council=edition.paper.council.name,
        paper=f"{service_root()}{edition_address(edition)}",
        followed=row.followed,
        **values,
    )
    corrected = "Corrected" if edition.number > 1 else "New report"
    letter = _letter(f"{corrected}: {title}", text, row)
    # RFC 8058: the reader's own program can stop it in one press.
    letter.extra_headers["List-Unsubscribe"] = f"<{_yours(row)}>"
    letter.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return letter


def _letter(subject, text, row):
    return EmailMessage(" ".join(subject.split()), text, to=[row.email])


def _yours(row):
    return f"{service_root()}{reverse('feeds:follow-yours', args=[row.council.slug, row.key])}"


CONFIRMATION_EMAIL = EmailKind(
    begin_action="papers.begin_follow_letter",
    settle_action="papers.note_follow_letter",
    message=_confirmation_letter,
    begun=lambda email: {"state": email.state},
    settled=lambda email: {"state": email.state},
)
