"""The demonstration as a whole: loaded into an empty database, or found there already."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.records.refusals import refuse_if
from reports.approvals.operations import approvals
from reports.checks import operations
from reports.checks.paper.verdict import verdict
from reports.conversion.operations import paper_import
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil, address, create_council
from reports.demonstration.records import Recording
from reports.documents import formats
from reports.documents.document import from_json
from reports.editions.models.editions import Edition, EditionFile
from reports.editor.operations import commitments
from reports.issue.operations import steps
from reports.papers.addresses import paper_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

WRITTEN_BEFORE = timedelta(3)
APPROVERS = ("approver", "legal")
# Paper → rule → why the clerk let its finding stand.
LET_STAND = {
    "january-2016": {
        "paragraphs-uncovered": "The committee is asked about the strategy and the wider work; "
        "the board and the figures between them are told for its information, as in earlier "
        "papers.",
        "figure-outside-period": "The first point of the list gives the day, and every point of "
        "it is of that day.",
    },
    "september-2017": {
        "interval-as-recorded": "The audit is yearly from now on; the policy on record is that of "
        "January 2016.",
        "scope-changed": "The directorates were joined, as the last section tells, so more people "
        "are in scope.",
        "figure-outside-period": "The sentence before gives the day of the audit.",
        "percent-without-base": "The survey did not keep how many answered, and its record says "
        "so.",
        "plan-unlike-recommendations": "The table groups the actions under headings; the annex "
        "says of each which recommendation it answers.",
    },
}


def written_on(slug: str) -> date:
    """The day that the paper of that slug is written: the Friday before its own day."""
    return date.fromisoformat(texts.paper(slug)["paper_date"]) - WRITTEN_BEFORE


def write(founded: FoundedCouncil, slug: str) -> Paper:
    """The paper of that slug as a draft, imported from its file."""
    return paper_import.import_paper(
        council=founded.council,
        plain=texts.paper(slug),
        by=founded.accounts["clerk"],
        on=written_on(slug),
    )


def answer(founded: FoundedCouncil, paper: Paper) -> Paper:
    """The paper once it has answered, on the day it is written, what was promised for it."""
    due = Commitment.objects.due_for(paper)
    for text in texts.read("answers").get(paper.slug, ()):
        item = due.get(block=text["promised"])
        commitments.answer_commitment(
            commitment=item,
            version=item.version,
            paper=paper,
            **{name: phrase for name, phrase in text.items() if name != "promised"},
            by=founded.accounts["clerk"],
            on=written_on(paper.slug),
        )
    return paper


def let_stand(founded: FoundedCouncil, paper: Paper) -> Paper:
    """The paper with the clerk's reason for each warning that is let stand."""
    clerk, on = founded.accounts["clerk"], written_on(paper.slug)
    reasons = LET_STAND.get(paper.slug, {})
    for current in verdict(paper).to_accept:
        reason = reasons.get(current.checked.rule.key)
        if reason:
            operations.pass_over(paper=paper, standing=current, reason=reason, by=clerk, on=on)
    return paper


def send(founded: FoundedCouncil, paper: Paper) -> Paper:
    """The paper sent for approval on the day it was written, with reasons for accepted warnings."""
    clerk, on = founded.accounts["clerk"], written_on(paper.slug)
    let_stand(founded, paper)
    return approvals.send_for_approval(paper=paper, by=clerk, on=on)


def issue(founded: FoundedCouncil, paper: Paper) -> Edition:
    """The published edition of a paper that was sent, approved and issued on its own day.

    The moment of issue is noon of that day and not the clock's, so that every demonstration has the
    same files.
    """
    on, clerk = paper.paper_date, founded.accounts["clerk"]
    for approver in APPROVERS:
        by = founded.accounts[approver]
        approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)
    at = datetime.combine(on, time(12), UTC)
    address = paper_address(paper)
    edition = steps.freeze_edition(paper=paper, address=address, at=at, by=clerk, on=on)
    files = formats.edition_files(from_json(edition.document), paper.slug)
    return steps.publish(edition=edition, files=files, at=at, by=clerk, on=on)


DAY = date(2016, 1, 18)
ISSUED = ("july-2015", "january-2016")
DRAFT = "september-2017"
PAPERS = (*ISSUED, DRAFT)
ON_A_SERVER = (
    "The demonstration's passwords are known to everybody: it is never loaded on a server."
)


@dataclass(frozen=True)
class SignIn:
    """An account of the demonstration: what it is called, and what it signs in with."""

    word: str
    email: str
    password: str


def load(last: str = DRAFT) -> bool:
    """Fills an empty database; False, and nothing changed, where the demonstration is there.

    `last` is the last paper that is made; the records go on to the day on which the next one is
    written, so that it can be started from that. Raises `Refused` on a server, and where another
    council is there.
    """
    refuse_if(ON_A_SERVER if settings.SERVER else None)
    if is_loaded():
        return False
    other = Council.objects.first()
    refuse_if(
        other
        and f"{other} is in this database already: the demonstration fills an empty one. Name "
        "another database in DATABASE_URL."
    )
    # As one: a demonstration that broke off would be neither empty nor whole.
    with transaction.atomic():
        founded = create_council()
        recording = Recording(founded)
        for slug in ISSUED:
            recording.until(written_on(slug))
            paper = send(founded, answer(founded, write(founded, slug)))
            recording.until(paper.paper_date - timedelta(1))
            issue(founded, paper)
            if slug == last:
                break
        following = PAPERS[PAPERS.index(last) + 1 :][:1] or PAPERS[-1:]
        recording.until(written_on(following[0]))
        if last == DRAFT:
            let_stand(founded, answer(founded, write(founded, DRAFT)))
    return True


def is_loaded() -> bool:
    """Whether the demonstration's own council has issued its last paper here."""
    slug = texts.read("council")["slug"]
    return Edition.objects.public_in(slug).filter(paper__slug=ISSUED[-1]).exists()


def sign_ins() -> list[SignIn]:
    """Every account of the demonstration, the administrator last."""
    value = texts.read("council")
    terms = [*(item["word"] for item in value["accounts"]), value["administrator"]]
    return [SignIn(word, address(value, word), value["password"]) for word in terms]


def issued_files() -> list[EditionFile]:
    """The files of the paper of January 2016 as they were issued; none before it is."""
    slug = texts.read("council")["slug"]
    editions = Edition.objects.public_in(slug).filter(paper__slug=ISSUED[-1])
    newest = editions.latest_first()[:1]
    return list(EditionFile.objects.filter(edition__in=newest).order_by("name"))
