"""Sections asked of somebody, written, handed in; nothing of the paper changes by it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from assurance.records import history
from assurance.records.email import OutgoingEmail, queue, settle
from assurance.records.invitations import extend_invitation, invite
from assurance.records.personal import Personal
from assurance.records.record import lock, locked
from assurance.records.refusals import refuse_if
from assurance.runtime import email_states
from assurance.runtime.typography import typographic
from reports.contributions import rules
from reports.papers.models.contributions import (
    ASKED,
    BACK,
    REMINDER,
    ContributionDraft,
    ContributionRequest,
)
from reports.papers.models.papers import Paper

# The one occasion of the reminder.
ONLY = "1"
_PERSONAL_BY_FIELD = {
    **ContributionDraft.personal,
    **ContributionRequest.personal,
    "number": Personal.NONE,
    "link_until": Personal.NONE,
    "version": Personal.NONE,
}


@transaction.atomic
def ask_for_section(
    *,
    paper: Paper,
    wanted: Mapping,
    asked_of=None,
    name: str = "",
    email: str = "",
    due_on: date,
    note: str = "",
    by,
    on: date,
) -> ContributionRequest:
    """A section asked of an account, or of a name and e-mail address. `wanted` holds part, slug,
    title and blocks. Refuses a day gone by
    or after the meeting, and asking twice."""
    paper = locked(Paper, paper.pk)
    same = ContributionRequest.objects.open().filter(
        paper=paper, part=wanted["part"], slug=wanted["slug"], asked_of=asked_of, email=email
    )
    meeting, is_asked = paper.deadlines_lead_to, same.exists()
    refuse_if(rules.why_not_ask(paper.status, due_on, on, is_asked, meeting), "due_on")
    section = ContributionRequest.objects.create(
        paper=paper,
        asked_of=asked_of,
        name=typographic(name),
        email=email,
        due_on=due_on,
        note=note,
        asked_by=by,
        asked_on=on,
        **wanted,
    )
    _queue_next(section, ASKED, on)
    own = {"title": section.title, "name": section.name}
    fields = {**own, "email": email, "due_on": due_on, "note": note}
    changes = history.changes({}, _filled(fields), _PERSONAL_BY_FIELD)
    history.record("papers.ask_for_section", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def change_due(
    *, section: ContributionRequest, version: int, due_on: date, by, on: date
) -> ContributionRequest:
    """Another day by which it is asked; a link lasts as long as it would have been made now."""
    section = _open_to_write(lock(section, version))
    status, meeting = section.paper.status, section.paper.deadlines_lead_to
    refuse_if(rules.why_not_ask(status, due_on, on, False, meeting), "due_on")
    changes = history.changes({"due_on": section.due_on}, {"due_on": due_on}, _PERSONAL_BY_FIELD)
    section.due_on = due_on
    extend_invitation(section, rules.link_until(due_on, on))
    _save_next(section)
    history.record("papers.change_due", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def save_contribution(
    *, section: ContributionRequest, version: int, words: Mapping[str, str], missed=(), by, on: date
) -> ContributionRequest:
    """The writer's words kept; raises `EditConflict` where they saved in another tab."""
    section = _open_to_write(lock(section, version))
    _save_text(section, words, missed)
    changes = history.changes(
        {"version": version}, {"version": section.version}, _PERSONAL_BY_FIELD
    )
    history.record("papers.save_contribution", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def hand_in(
    *,
    section: ContributionRequest,
    version: int,
    words: Mapping[str, str],
    how: str,
    missed: Sequence = (),
    writer=None,
    by,
    on: date,
) -> ContributionDraft:
    """The writer's words handed in; what was handed in before stays beside it, and so do words that
    the writer has saved when somebody hands in for them. Raises `EditConflict` where they saved in
    another tab."""
    section = _open_to_write(lock(section, version))
    section.state, section.said_back = ContributionRequest.HANDED, ""
    is_theirs = how != ContributionDraft.FOR_THEM or not section.words
    _save_text(section, words if is_theirs else section.words, missed)
    last = section.contributions.aggregate(last=Max("number"))["last"] or 0
    handed = ContributionDraft.objects.create(
        section=section, number=last + 1, words=dict(words), how=how, writer=writer, handed_on=on
    )
    changes = history.changes({}, {"number": handed.number, "how": how}, _PERSONAL_BY_FIELD)
    history.record("papers.hand_in", about=section, by=by, on=on, changes=changes)
    return handed


@transaction.atomic
def send_back(
    *, section: ContributionRequest, version: int, words: str, by, on: date
) -> ContributionRequest:
    """A contribution back with its writer, with what should change; an e-mail says so."""
    section = lock(section, version)
    refuse_if(rules.why_not_send_back(section.state, words), "words")
    section.state, section.said_back = ContributionRequest.SENT_BACK, words.strip()
    _save_next(section)
    _queue_next(section, BACK, on)
    changes = history.changes({"said_back": ""}, {"said_back": words.strip()}, _PERSONAL_BY_FIELD)
    history.record("papers.send_back", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def withdraw_ask(*, section: ContributionRequest, by, on: date) -> ContributionRequest:
    """A section no longer asked for; its link ends, and what was written stays on file."""
    section = locked(ContributionRequest, section.pk)
    refuse_if(rules.why_not_withdraw(section.is_open))
    before = section.state
    section.state, section.closed_by, section.closed_on = ContributionRequest.WITHDRAWN, by, on
    _save_next(section)
    for email in OutgoingEmail.objects.about(section).waiting():
        settle(email, email_states.FAILED, "Withdrawn")
    changes = history.changes({"state": before}, {"state": section.state}, _PERSONAL_BY_FIELD)
    history.record("papers.withdraw_ask", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def ask_again(*, section: ContributionRequest, by, on: date) -> OutgoingEmail:
    """Another e-mail to the one who was asked; a link in it takes the place of the last."""
    section = locked(ContributionRequest, section.pk)
    _open_to_write(section)
    email = _queue_next(section, ASKED, on)
    history.record("papers.ask_again", about=section, by=by, on=on)
    return email


@transaction.atomic
def remind(*, section: ContributionRequest, by, on: date) -> OutgoingEmail:
    """The one reminder before the day, again where it failed; refuses a second."""
    section = locked(ContributionRequest, section.pk)
    _open_to_write(section)
    reminders = OutgoingEmail.objects.about(section).filter(kind=REMINDER)
    reminded = reminders.exclude(state=email_states.FAILED).exists()
    refuse_if("They have been reminded already." if reminded else "")
    email = queue(section, REMINDER, on, ONLY, anew=False)
    history.record("papers.remind_of_section", about=section, by=by, on=on)
    return email


@transaction.atomic
def make_link(*, section: ContributionRequest, by, on: date) -> tuple[ContributionRequest, str]:
    """Gives the section a new link; its words are told once and kept nowhere."""
    section = locked(ContributionRequest, section.pk)
    _open_to_write(section)
    link = invite(section, rules.link_until(section.due_on, on))
    changes = history.changes({}, {"link_until": section.link_until}, _PERSONAL_BY_FIELD)
    history.record("papers.make_contribution_link", about=section, by=by, on=on, changes=changes)
    return section, link


@transaction.atomic
def note_opening(*, section: ContributionRequest, by, on: date) -> ContributionRequest:
    """Writes down that the link was opened."""
    history.record("papers.open_contribution_link", about=section, by=by, on=on)
    return section


def _filled(answer):
    return {name: value for name, value in answer.items() if value}


def _open_to_write(section):
    refuse_if(rules.why_not_write(section.state, section.paper.status))
    return section


def _save_text(section, text, missed):
    section.words, section.unsaved = dict(text), None
    section.missed = [list(item) for item in missed]
    _save_next(section)


def _save_next(section):
    section.version += 1
    section.save()


def _queue_next(section, kind, on):
    """Lets the next e-mail of a kind wait: never a second in place of one before."""
    turn = OutgoingEmail.objects.about(section).filter(kind=kind).count() + 1
    return queue(section, kind, on, str(turn))
