"""How the demonstration's reports are sent, approved, issued, corrected and removed."""

from datetime import UTC, date, datetime, time

from reports.approvals import requirements
from reports.approvals.clearances import operations as clearances
from reports.approvals.clearances.states import clearable_by, entry_states
from reports.approvals.models.emergency_issue import FINE, EmergencyIssue
from reports.approvals.operations import approvals, emergency_issue
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.editions import drafts
from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.pdf import engine
from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED, EditionRemoval
from reports.issue.operations import removals, steps
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper

APPROVERS = ("approver", "legal")


def send(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The paper sent for approval, with reasons for accepted warnings, its entries cleared."""
    drafts.keep_sentences(founded, paper, on)
    drafts.let_stand(founded, paper, on)
    clear_entries(founded, paper, on)
    return approvals.send_for_approval(paper=paper, by=founded.accounts["clerk"], on=on)


def clear_entries(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The paper once each entry that the rule of approval names is asked for and cleared."""
    states = entry_states(paper, on)
    if any(state.to_ask for state in states):
        clearances.ask_for_clearances(paper=paper, by=founded.accounts["clerk"], on=on)
    legal = founded.accounts["legal"]
    for state in clearable_by(states, legal):
        digest = state.printed.digest
        clearances.clear(paper=paper, scope=state.scope, digest=digest, by=legal, on=on)
    return paper


def issue(founded: FoundedCouncil, paper: Paper, on: date) -> Edition:
    """The published edition of a paper that was sent, approved by all who are asked and issued on
    one day."""
    for approver in APPROVERS:
        by = founded.accounts[approver]
        if requirements.asked_of_user(requirements.asked_of(paper, on), by):
            approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)
    return publish(founded, paper, on)


def issue_alone(founded: FoundedCouncil, paper: Paper, on: date) -> Edition:
    """The published edition of a paper that one person issues, since it cannot wait."""
    reason = texts.read("afterwards")["emergency"][paper.slug]["reason"]
    by = founded.accounts["approver"]
    digest = paper.frozen_digest
    emergency_issue.allow_emergency(paper=paper, seen=digest, reason=reason, by=by, on=on)
    return publish(founded, paper, on)


def look_again(founded: FoundedCouncil, paper: Paper, on: date) -> EmergencyIssue:
    """What a second person found of a paper that one person had issued."""
    text = texts.read("afterwards")["emergency"][paper.slug]["words"]
    row, by = EmergencyIssue.objects.get(paper=paper), founded.accounts["legal"]
    return emergency_issue.look_again(row=row, outcome=FINE, words=text, by=by, on=on)


def correct(founded: FoundedCouncil, paper: Paper, on: date) -> Edition:
    """The next edition of a published paper, which says what it corrects."""
    value, clerk = texts.read("afterwards")["corrections"][paper.slug], founded.accounts["clerk"]
    paper = approvals.begin_correction(paper=paper, by=clerk, on=on)
    drafts.change(founded, paper, value["changes"], on)
    paper = approvals.word_correction(paper=paper, note=value["note"], by=clerk, on=on)
    return issue(founded, send(founded, paper, on), on)


def remove(founded: FoundedCouncil, paper: Paper, on: date) -> EditionRemoval:
    """A published paper taken from everybody's sight by one person, confirmed by a second."""
    value = texts.read("afterwards")["removals"][paper.slug]
    numbers = [edition.number for edition in paper.editions.published()]
    row = removals.remove(
        paper=paper, numbers=numbers, by=founded.accounts["clerk"], on=on, **value
    )
    by = founded.accounts["approver"]
    return removals.decide(taken=row, decision=CONFIRMED, by=by, on=on)


def publish(founded: FoundedCouncil, paper: Paper, on: date) -> Edition:
    """The published edition of a paper that may be issued.

    The moment of issue is noon of that day and not the clock's, so that every demonstration has the
    same files.
    """
    at, clerk = datetime.combine(on, time(12), UTC), founded.accounts["clerk"]
    address = paper_address(paper)
    edition = steps.freeze_edition(paper=paper, address=address, at=at, by=clerk, on=on)
    engine.load_maker()
    files = formats.edition_files(from_json(edition.document), paper.slug)
    return steps.publish(edition=edition, files=files, at=at, by=clerk, on=on)
