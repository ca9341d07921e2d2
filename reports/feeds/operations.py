"""E-mails about new papers: asked for, confirmed, sent once to each, and stopped, which removes the
address. History holds that it was done, and nothing of whose address it is."""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256

from django.db import transaction

from assurance.records import history
from assurance.records.email import OutgoingEmail, queue, take_up
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.runtime import email_states
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from reports.publication.models.subscriptions import ALERT, CONFIRMATION, Subscription

# How long somebody has to say that the address is theirs.
DAYS_TO_CONFIRM = 3
# So many e-mails at most are not known to have been sent when a worker is lost.
AT_ONCE = 20
NOBODY = "No one is waiting for an e-mail about it."
ENDED = "This link has ended."


@transaction.atomic
def ask_to_follow(*, council, email: str, kind: str, slug: str = "", by, on: date) -> Subscription:
    """What `email` asks to be told of, waiting for a letter; refuses nothing of its form."""
    criteria = {"council": council, "email": email.strip().lower(), "kind": kind, "slug": slug}
    until = on + timedelta(days=DAYS_TO_CONFIRM)
    row = Subscription.objects.select_for_update().filter(**criteria).first()
    row = row or Subscription(**criteria, asked_on=on)
    if row.confirmed_on is None:
        row.until = until
    row.key_digest = sha256(row.key.encode()).hexdigest()
    row.save()
    queue(row, CONFIRMATION, on)
    history.record("papers.ask_to_follow", about=row, by=by, on=on)
    return row


@transaction.atomic
def confirm(*, following: Subscription, by, on: date) -> Subscription:
    """What the owner of the address wants; a second call changes nothing. Refuses an ended link."""
    row = Subscription.objects.select_for_update().filter(pk=following.pk).first()
    gone = row is None or (row.confirmed_on is None and row.until < on)
    refuse_if(ENDED if gone else "")
    row.confirmed_on, row.until = row.confirmed_on or on, None
    row.save(update_fields=["confirmed_on", "until"])
    history.record("papers.confirm_following", about=row, by=by, on=on)
    return row


@transaction.atomic
def stop(*, following: Subscription, everything: bool = False, by, on: date) -> int:
    """How many were stopped: `following`, or with `everything` all of its address at its council.
    Each is removed with what was sent for it; the address stands nowhere any more."""
    rows = Subscription.objects.select_for_update().of_address(following)
    rows = rows if everything else rows.filter(pk=following.pk)
    matches = list(rows)
    changes = history.changes({}, {"stopped": len(matches)}, {"stopped": Personal.NONE})
    history.record("papers.stop_following", about=following, by=by, on=on, changes=changes)
    OutgoingEmail.objects.about(*matches).delete()
    Subscription.objects.filter(pk__in=[item.pk for item in matches]).delete()
    return len(matches)


@transaction.atomic
def forget_unconfirmed(*, following: Subscription, by, on: date) -> str:
    """Removes an address whose owner did not say in time that they want it; gives the name by which
    history knew it. Refuses one that was confirmed, or may still be."""
    row = Subscription.objects.select_for_update().filter(pk=following.pk).to_forget(on).first()
    refuse_if("It has been confirmed, or may still be." if row is None else "")
    name = row.history_name
    history.record("papers.forget_unconfirmed", about=row, by=by, on=on)
    OutgoingEmail.objects.about(row).delete()
    row.delete()
    return name


@transaction.atomic
def begin_alerts(*, edition: Edition, after: int = 0, by, on: date) -> list[OutgoingEmail]:
    """The next e-mails about `edition`, to be sent by nobody else: to followers whose number is
    above `after`, one for each address; what could not be sent before is among them. Refuses where
    nobody is left, and an edition that can be read no more or was corrected since."""
    # The paper first, as whoever takes it down does: what is down is told to nobody.
    locked(Paper, edition.paper_id)
    is_news = Edition.objects.readable().filter(pk=edition.pk).exists()
    waiting = list(Subscription.objects.to_tell(edition).filter(pk__gt=after)[:AT_ONCE])
    refuse_if("" if is_news and waiting else NOBODY)
    occasion = str(edition.pk)
    begun = [take_up(queue(item, ALERT, on, occasion, anew=False)) for item in waiting]
    changes = history.changes({}, {"e_mails": len(begun)}, {"e_mails": Personal.NONE})
    history.record("papers.begin_alerts", about=edition, by=by, on=on, changes=changes)
    return begun


@transaction.atomic
def note_alerts(*, edition: Edition, became: Mapping[int, tuple[str, str]], by, on: date) -> int:
    """Keeps what became of e-mails, by their number: (state, error). Gives how many were sent;
    one whose address was removed meanwhile is passed over."""
    for pk, (state, error) in became.items():
        OutgoingEmail.objects.filter(pk=pk).update(state=state, error=error)
    sent = sum(state == email_states.SENT for state, _ in became.values())
    changes = history.changes({}, {"sent": sent, "of": len(became)}, _COUNTS)
    history.record("papers.note_alerts", about=edition, by=by, on=on, changes=changes)
    return sent


_COUNTS = {"sent": Personal.NONE, "of": Personal.NONE}
