"""The letters to those who follow papers: to confirm, and of each new edition, each sent once. The
jobs find out what is done already, so they may run again."""

from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from assurance.records import email, email_states
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.jobs import job
from assurance.runtime.periods import say_day, today
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.publication.feeds import atom, operations
from reports.publication.models.subscriptions import Subscription

# How many days after its publication an edition is still news to somebody who was not told.
NEWS = 7
BY = CommandLine("alerts")
CONFIRM = """Somebody, perhaps you, asked that this address be told of {followed} of {council}.

If you want that, open this address by {until} and press the button:

{address}

If you do not, you need do nothing: the address is removed after that day, and nobody writes to you.
"""
ALREADY = """Somebody, perhaps you, asked that this address be told of {followed} of {council}.

You are told of it already. What you follow, and how to stop it:

{address}
"""
NEWS_OF = """{council} has published {title}.

{summary}

Read it here:

{paper}

You are told because you follow {followed}. What you follow, and how to stop it:

{address}
"""


@job
def send_letter(following: int):
    """Writes to whoever asked to follow something, once for each time that they asked."""
    row = Subscription.objects.select_related("council").filter(pk=following).first()
    if row is None:
        return
    said = {"by": BY, "on": today()}
    try:
        row = operations.begin_letter(following=row, **said)
    except Refused:
        # Another worker was first.
        return
    post = get_connection()
    state, trouble = _posted(_asked(row, post))
    post.close()
    operations.note_letter(following=row, state=state, trouble=trouble, **said)


@job
def tell_followers(edition: int):
    """Tells everybody who follows its paper of a published edition."""
    row = Edition.objects.with_papers().filter(pk=edition).first()
    if row is not None:
        tell(row, by=BY, on=today())


def tell(edition: Edition, *, by, on: date) -> int:
    """How many were told now of `edition`, of those who follow its paper and were not yet."""
    [told] = atom.newest(Edition.objects.filter(pk=edition.pk))
    post, sent, last = get_connection(), 0, 0
    while mails := _next(edition, last, by, on):
        became = {one.pk: _posted(_news(one.following, told, post)) for one in mails}
        sent += operations.note_alerts(edition=edition, became=became, by=by, on=on)
        last = mails[-1].following_id
    post.close()
    return sent


def tell_what_is_left(*, by, on: date) -> list[str]:
    """Tells of the editions of the last days whoever could not be told before; a line for each
    edition of which somebody was."""
    since = on - timedelta(days=NEWS)
    rows = Edition.objects.readable().filter(published_at__date__gte=since).with_papers()
    waiting = [one for one in rows if Subscription.objects.to_tell(one).exists()]
    told = [(one, tell(one, by=by, on=on)) for one in waiting]
    return [f"{one.paper.history_name}: {count} told of it" for one, count in told]


def _next(edition, last, by, on):
    try:
        return operations.begin_alerts(edition=edition, after=last, by=by, on=on)
    except Refused:
        return []


def _asked(row, post):
    council = row.council.name
    if row.confirmed_on:
        words = ALREADY.format(followed=row.followed, council=council, address=_yours(row))
        return _letter(f"You follow papers of {council}", words, row, post)
    way = reverse("papers:follow-confirm", args=[row.council.slug, row.key])
    told = {"address": f"{_root()}{way}", "until": say_day(row.until), "council": council}
    words = CONFIRM.format(followed=row.followed, **told)
    return _letter(f"Do you want to be told of papers of {council}?", words, row, post)


def _news(row, edition, post):
    title = atom.named(edition)
    told = {"title": f"“{title}”", "summary": atom.summary(edition), "address": _yours(row)}
    words = NEWS_OF.format(
        council=edition.paper.council.name,
        paper=f"{_root()}{edition_address(edition)}",
        followed=row.followed,
        **told,
    )
    corrected = "Corrected" if edition.number > 1 else "New paper"
    letter = _letter(f"{corrected}: {title}", words, row, post)
    # RFC 8058: the reader's own program can stop it in one press.
    letter.extra_headers["List-Unsubscribe"] = f"<{_yours(row)}>"
    letter.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return letter


def _letter(subject, words, row, post):
    return EmailMessage(" ".join(subject.split()), words, to=[row.email], connection=post)


def _posted(letter):
    return email.posted(letter) if email.can_post() else (email_states.FAILED, email.NO_SERVER)


def _yours(row):
    return f"{_root()}{reverse('papers:follow-yours', args=[row.council.slug, row.key])}"


def _root():
    return settings.PUBLIC_ADDRESS.rstrip("/") or "http://localhost:8000"
