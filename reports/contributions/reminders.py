"""E-mails about asked sections: recorded as waiting, taken up by one process, sent once, and what
became of each kept."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from assurance.records import email, email_states
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day
from reports.contributions.operations import requests
from reports.contributions.rules import REMIND_DAYS
from reports.papers.models.contribution_requests import ContributionRequest
from reports.papers.models.contributions import AskedMail

SUBJECTS = {
    AskedMail.ASKED: "You are asked to write a section of a council paper",
    AskedMail.REMINDER: "A section of a council paper is due from you",
    AskedMail.BACK: "A section that you wrote came back to you",
}
OPENINGS = {
    AskedMail.ASKED: "{by} asks you to write “{title}” for the paper “{paper}”, by {due}.",
    AskedMail.REMINDER: "“{title}”, for the paper “{paper}”, is asked of you by {due}.",
    AskedMail.BACK: "{by} has looked at “{title}”, for the paper “{paper}”, and asks you to change "
    "something. It is wanted by {due}.",
}
LETTER = """{opening}
{note}
Open it here:

{address}

{how}
"""
BY_LINK = (
    "The link is yours alone and opens this section until {until}. A newer e-mail about it brings "
    "a newer link, and the older one stops."
)
SIGNED_IN = "You sign in with your own account."


def deliver(mails: Iterable[AskedMail], *, by, on: date) -> list[AskedMail]:
    """Sends each of `mails` that waits; gives each as it then stands."""
    post = get_connection()
    done = [_delivered(mail, post, by, on) for mail in mails]
    post.close()
    return done


def send_due(*, by, on: date) -> list[str]:
    """Reminds of what is due within three days, sends every e-mail that waits, and says of each
    what became of it."""
    for mail in AskedMail.objects.broken_off(on):
        why = {"state": email_states.UNKNOWN, "trouble": email_states.LOST}
        requests.note_mail(mail=mail, **why, by=by, on=on)
    for section in ContributionRequest.objects.to_remind(on, on + timedelta(days=REMIND_DAYS)):
        requests.remind(section=section, by=by, on=on)
    return [
        f"{item.section.history_name}: {item.get_state_display().lower()}"
        for item in deliver(AskedMail.objects.waiting(), by=by, on=on)
    ]


def root() -> str:
    """The service's address without its last slash."""
    return settings.PUBLIC_ADDRESS.rstrip("/") or "http://localhost:8000"


def _delivered(mail, post, by, on):
    fields = {"by": by, "on": on}
    try:
        mail = requests.begin_mail(mail=mail, **fields)
    except Refused:
        # Another process was first.
        return AskedMail.objects.get(pk=mail.pk)
    if not email.can_post():
        why = {"state": email_states.FAILED, "trouble": email.NO_SERVER}
        return requests.note_mail(mail=mail, **why, **fields)
    state, trouble = email.posted(_letter(mail, post, by, on))
    return requests.note_mail(mail=mail, state=state, trouble=trouble, **fields)


def _letter(mail, post, by, on):
    section = mail.section
    if section.asked_of:
        way, how = reverse("papers:contribution", args=[section.pk]), SIGNED_IN
    else:
        section, sealed = requests.make_link(section=section, by=by, on=on)
        way = reverse("papers:by-link", args=[sealed])
        how = BY_LINK.format(until=say_day(section.link_until))
    text = section.said_back if mail.kind == AskedMail.BACK else section.note
    opening = OPENINGS[mail.kind].format(
        by=f"The {section.asked_by.name}",
        title=section.title,
        paper=section.paper.title,
        due=say_day(section.due_on),
    )
    note = f"\n{text}\n" if text else ""
    sentence = LETTER.format(opening=opening, note=note, address=f"{root()}{way}", how=how)
    return EmailMessage(SUBJECTS[mail.kind], sentence, to=[section.address], connection=post)
