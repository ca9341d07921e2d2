"""Sections asked of somebody: asked, written, handed in, sent back, withdrawn. Nothing of the paper
changes by it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from assurance.records import email_states, history
from assurance.records.personal import Personal
from assurance.records.record import lock
from assurance.records.refusals import Refused, refuse_if
from reports.contributions import rules
from reports.papers.models.contribution_requests import ContributionRequest
from reports.papers.models.contributions import AskedMail, ContributionDraft
from reports.papers.models.papers import Paper

_PERSONAL_BY_FIELD = {
    **ContributionDraft.personal,
    **ContributionRequest.personal,
    "number": Personal.NONE,
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
    """A section asked of an account, or of somebody with a name and an e-mail address. `wanted`
    holds part, slug, title and blocks. Refuses a paper that is not being written, a day gone by,
    and asking the same person twice."""
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    same = ContributionRequest.objects.open().filter(
        paper=paper, part=wanted["part"], slug=wanted["slug"], asked_of=asked_of, email=email
    )
    refuse_if(rules.why_not_ask(paper.status, due_on, on, same.exists()), "due_on")
    section = ContributionRequest.objects.create(
        paper=paper,
        asked_of=asked_of,
        name=name,
        email=email,
        due_on=due_on,
        note=note,
        asked_by=by,
        asked_on=on,
        **wanted,
    )
    AskedMail.objects.create(
        section=section, kind=AskedMail.ASKED, day=on, state=email_states.WAITING
    )
    fields = {"title": section.title, "name": name, "email": email, "due_on": due_on, "note": note}
    changes = history.changes({}, _filled(fields), _PERSONAL_BY_FIELD)
    history.record("papers.ask_for_section", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def change_due(
    *, section: ContributionRequest, seen: int, due_on: date, by, on: date
) -> ContributionRequest:
    """Another day by which it is asked; a link lasts as long as it would have been made now."""
    section = _open_to_write(lock(section, seen))
    refuse_if(rules.why_not_ask(section.paper.status, due_on, on, False), "due_on")
    changes = history.changes({"due_on": section.due_on}, {"due_on": due_on}, _PERSONAL_BY_FIELD)
    section.due_on = due_on
    if section.link_until:
        section.link_until = rules.link_until(due_on, on)
    _save_next(section)
    history.record("papers.change_due", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def save_contribution(
    *, section: ContributionRequest, seen: int, words: Mapping[str, str], missed=(), by, on: date
) -> ContributionRequest:
    """The writer's words kept, not handed in; raises `EditConflict` where they saved in another
    tab. `missed` is what of a Word file was not understood."""
    section = _open_to_write(lock(section, seen))
    _save_text(section, words, missed)
    changes = history.changes({"version": seen}, {"version": section.version}, _PERSONAL_BY_FIELD)
    history.record("papers.save_contribution", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def hand_in(
    *,
    section: ContributionRequest,
    seen: int,
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
    section = _open_to_write(lock(section, seen))
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
    *, section: ContributionRequest, seen: int, words: str, by, on: date
) -> ContributionRequest:
    """A contribution back with its writer, with what should change; an e-mail says so."""
    section = lock(section, seen)
    refuse_if(rules.why_not_send_back(section.state, words), "words")
    section.state, section.said_back = ContributionRequest.SENT_BACK, words.strip()
    _save_next(section)
    _wait(section, AskedMail.BACK, on)
    changes = history.changes({"said_back": ""}, {"said_back": words.strip()}, _PERSONAL_BY_FIELD)
    history.record("papers.send_back", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def withdraw_ask(*, section: ContributionRequest, by, on: date) -> ContributionRequest:
    """A section no longer asked for; its link ends, and what was written stays on file."""
    section = ContributionRequest.objects.select_for_update(of=("self",)).get(pk=section.pk)
    refuse_if(rules.why_not_withdraw(section.is_open))
    before = section.state
    section.state, section.closed_by, section.closed_on = ContributionRequest.WITHDRAWN, by, on
    _save_next(section)
    section.mails.filter(state=email_states.WAITING).update(
        state=email_states.FAILED, trouble="Withdrawn"
    )
    changes = history.changes({"state": before}, {"state": section.state}, _PERSONAL_BY_FIELD)
    history.record("papers.withdraw_ask", about=section, by=by, on=on, changes=changes)
    return section


@transaction.atomic
def ask_again(*, section: ContributionRequest, by, on: date) -> AskedMail:
    """Another e-mail to the one who was asked; a link in it takes the place of the last."""
    section = ContributionRequest.objects.select_for_update(of=("self",)).get(pk=section.pk)
    _open_to_write(section)
    mail = _wait(section, AskedMail.ASKED, on)
    history.record("papers.ask_again", about=section, by=by, on=on)
    return mail


@transaction.atomic
def remind(*, section: ContributionRequest, by, on: date) -> AskedMail:
    """The one reminder before the day; refuses a second."""
    section = ContributionRequest.objects.select_for_update(of=("self",)).get(pk=section.pk)
    _open_to_write(section)
    reminded = section.mails.filter(kind=AskedMail.REMINDER).exists()
    refuse_if("They have been reminded already." if reminded else "")
    mail = _wait(section, AskedMail.REMINDER, on)
    history.record("papers.remind_of_section", about=section, by=by, on=on)
    return mail


@transaction.atomic
def make_link(*, section: ContributionRequest, by, on: date) -> tuple[ContributionRequest, str]:
    """Gives the section a link that opens it alone, in place of any before it.

    Returns the row and the words of the address, told once and kept nowhere.
    """
    section = ContributionRequest.objects.select_for_update(of=("self",)).get(pk=section.pk)
    _open_to_write(section)
    sealed, section.link_digest = section.seal()
    section.link_until = rules.link_until(section.due_on, on)
    section.save(update_fields=["link_digest", "link_until"])
    changes = history.changes({}, {"link_until": section.link_until}, _PERSONAL_BY_FIELD)
    history.record("papers.make_contribution_link", about=section, by=by, on=on, changes=changes)
    return section, sealed


@transaction.atomic
def note_opening(*, section: ContributionRequest, by, on: date) -> ContributionRequest:
    """Writes down that the link was opened."""
    history.record("papers.open_contribution_link", about=section, by=by, on=on)
    return section


@transaction.atomic
def begin_mail(*, mail: AskedMail, by, on: date) -> AskedMail:
    """Takes up a waiting e-mail, to be sent by nobody else; refuses one that does not wait."""
    mail = AskedMail.objects.select_for_update(of=("self",)).get(pk=mail.pk)
    if mail.state != email_states.WAITING:
        raise Refused("This e-mail has been taken up already.")
    mail.state = email_states.SENDING
    mail.save(update_fields=["state"])
    changes = history.changes({}, {"kind": mail.kind, "state": mail.state}, AskedMail.personal)
    history.record("papers.begin_mail", about=mail.section, by=by, on=on, changes=changes)
    return mail


@transaction.atomic
def note_mail(*, mail: AskedMail, state: str, trouble: str = "", by, on: date) -> AskedMail:
    """Keeps what became of an e-mail."""
    mail.state, mail.trouble = state, trouble
    mail.save(update_fields=["state", "trouble"])
    fields = {"kind": mail.kind, "state": state, "trouble": trouble}
    changes = history.changes({}, _filled(fields), AskedMail.personal)
    history.record("papers.note_mail", about=mail.section, by=by, on=on, changes=changes)
    return mail


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


def _wait(section, kind, on):
    last = section.mails.filter(kind=kind).aggregate(last=Max("turn"))["last"] or 0
    return AskedMail.objects.create(
        section=section, kind=kind, turn=last + 1, day=on, state=email_states.WAITING
    )
