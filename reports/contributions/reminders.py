"""E-mails about asked sections: what each says, and who is reminded."""

from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.urls import reverse

from assurance.records import email
from assurance.runtime.periods import say_day
from reports.contributions.operations import requests
from reports.contributions.rules import REMIND_DAYS
from reports.papers.models.contributions import ASKED, BACK, REMINDER, ContributionRequest

SUBJECTS = {
    ASKED: "You are asked to write a section of a council report",
    REMINDER: "A section of a council report is due from you",
    BACK: "A section that you wrote came back to you",
}
OPENINGS = {
    ASKED: "{by} asks you to write “{title}” for the report “{paper}”, by {due}.",
    REMINDER: "“{title}”, for the report “{paper}”, is asked of you by {due}.",
    BACK: (
        "{by} has looked at “{title}”, for the report “{paper}”, and asks you to change "
        "something. It is wanted by {due}."
    ),
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


def send_waiting(section: ContributionRequest, *, by, on: date) -> list[email.OutgoingEmail]:
    """Sends the e-mails about `section` that wait; gives each as it then stands."""
    return SECTION_EMAIL.deliver_about(section, by=by, on=on)


def send_due(*, by, on: date) -> list[str]:
    """Reminds of what is due within three days, sends what waits, and says what became of each."""
    SECTION_EMAIL.settle_broken_off(ContributionRequest, by=by, on=on)
    for section in ContributionRequest.objects.to_remind(on, on + timedelta(days=REMIND_DAYS)):
        requests.remind(section=section, by=by, on=on)
    return SECTION_EMAIL.deliver_all(ContributionRequest, by=by, on=on)


def _letter(mail, section, *, by, on):
    email.require_server()
    if section.asked_of:
        way, how = reverse("contributions:contribution", args=[section.pk]), SIGNED_IN
    else:
        section, link = requests.make_link(section=section, by=by, on=on)
        way = reverse("contributions:by-link", args=[link])
        how = BY_LINK.format(until=say_day(section.link_until))
    text = section.said_back if mail.kind == BACK else section.note
    opening = OPENINGS[mail.kind].format(
        by=section.asked_by.name,
        title=section.title,
        paper=section.paper.title,
        due=say_day(section.due_on),
    )
    note = f"\n{text}\n" if text else ""
    address = f"{email.service_root()}{way}"
    sentence = LETTER.format(opening=opening, note=note, address=address, how=how)
    return EmailMessage(SUBJECTS[mail.kind], sentence, to=[section.address])


SECTION_EMAIL = email.EmailKind(
    begin_action="papers.begin_mail",
    settle_action="papers.note_mail",
    message=_letter,
)
