"""E-mails about clearances: what each says, to whom it goes, and who is reminded."""

from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.urls import reverse

from assurance.records import email
from assurance.runtime.periods import say_day
from reports.approvals.clearances import operations
from reports.approvals.clearances.rules import REMIND_DAYS, called, within
from reports.approvals.clearances.states import entry_states
from reports.approvals.models.clearances import REMINDER, REQUESTED, ClearanceRequest
from reports.papers.models.papers import Paper

SUBJECTS = {
    REQUESTED: "You are asked to clear implications of a council report",
    REMINDER: "Implications of a council report wait for you",
}
OPENINGS = {
    REQUESTED: "{by} asks you to clear the {name} of “{paper}”{due}.",
    REMINDER: "The {name} of “{paper}” are not cleared yet. They are asked of you{due}.",
}
LETTER = """{opening}

You can write them there, and clear them with the same press. Open the page here:

{address}

You sign in with your own account.
"""


def send_waiting(request: ClearanceRequest, *, by, on: date) -> list[email.OutgoingEmail]:
    """Sends the e-mails about `request` that wait; gives each as it then stands."""
    return CLEARANCE_EMAIL.deliver_about(request, by=by, on=on)


def send_due(*, by, on: date) -> list[str]:
    """Reminds once of each clearance that is due within three days or late, or again where
    that failed, sends what waits, and says what became of each."""
    CLEARANCE_EMAIL.settle_broken_off(ClearanceRequest, by=by, on=on)
    for request in list(_due(on)):
        operations.remind(request=request, occasion=request.reminder, by=by, on=on)
    return CLEARANCE_EMAIL.deliver_all(ClearanceRequest, by=by, on=on)


def _due(on):
    """The requests that are due, not met and of which nobody was reminded."""
    rows = ClearanceRequest.objects.due_until(on + timedelta(days=REMIND_DAYS))
    by_paper = {}
    for row in rows:
        if not row.was_reminded(on):
            by_paper.setdefault(row.paper, set()).add(row.pk)
    for paper, waiting in by_paper.items():
        for state in entry_states(paper, on):
            request = state.request
            if request and request.pk in waiting and not state.is_met and _addresses(state):
                yield request


def _addresses(state):
    return [user.email for user in state.required.able if user.email]


def _letter(mail, request, *, by, on):
    email.require_server()
    paper = Paper.objects.get(pk=request.paper_id)
    rows = (state for state in entry_states(paper, on) if state.request == request)
    state = next(rows, None)
    # Cleared, or asked of nobody, since it was written down: there is nothing to say.
    if state is None or state.is_met:
        return None
    opening = OPENINGS[mail.kind].format(
        by=request.asked_by.name,
        name=within(called(request.entry)),
        paper=paper.title,
        due=f", by {say_day(request.due_on)}" if request.due_on else "",
    )
    page = reverse("approvals:clearance", args=[paper.series.slug, paper.slug, request.scope])
    sentence = LETTER.format(opening=opening, address=f"{email.service_root()}{page}")
    return EmailMessage(SUBJECTS[mail.kind], sentence, to=_addresses(state))


CLEARANCE_EMAIL = email.EmailKind(
    begin_action="papers.begin_mail",
    settle_action="papers.note_mail",
    message=_letter,
)
