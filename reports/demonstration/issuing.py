"""The demonstration's papers: written and issued by its clerk, approved by its approver."""

from datetime import UTC, date, datetime, time, timedelta

from reports import rendition
from reports.addresses import paper_address
from reports.demonstration import wording
from reports.demonstration.founding import Founded
from reports.document import from_json
from reports.models.editions import Edition
from reports.models.papers import Paper
from reports.operations import approval, exchanging, issuing

WRITTEN_BEFORE = timedelta(3)


def written_on(slug: str) -> date:
    """The day that the paper of that slug is written: the Friday before its own day."""
    return date.fromisoformat(wording.paper(slug)["paper_date"]) - WRITTEN_BEFORE


def write(founded: Founded, slug: str) -> Paper:
    """The paper of that slug as a draft, brought in from its file."""
    return exchanging.import_paper(
        council=founded.council,
        plain=wording.paper(slug),
        by=founded.accounts["clerk"],
        on=written_on(slug),
    )


def send(founded: Founded, paper: Paper) -> Paper:
    """The paper sent for approval on the day it was written."""
    clerk = founded.accounts["clerk"]
    return approval.send_for_approval(paper=paper, by=clerk, on=written_on(paper.slug))


def issue(founded: Founded, paper: Paper) -> Edition:
    """The published edition of a paper that was sent, approved and issued on its own day.

    The moment of issue is noon of that day and not the clock's, so that every demonstration has the
    same files.
    """
    on, clerk = paper.paper_date, founded.accounts["clerk"]
    approver = founded.accounts["approver"]
    approval.approve(paper=paper, seen=paper.frozen_digest, by=approver, on=on)
    at = datetime.combine(on, time(12), UTC)
    address = paper_address(paper)
    edition = issuing.freeze_edition(paper=paper, address=address, at=at, by=clerk, on=on)
    files = rendition.render(from_json(edition.document), paper.slug)
    return issuing.publish(edition=edition, files=files, at=at, by=clerk, on=on)
