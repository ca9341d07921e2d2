"""Issue from end to end: freeze, render outside any transaction, publish. Safe to run again after
a failure."""

from assurance.periods import this_moment
from reports import rendition
from reports.addresses import paper_address
from reports.document import from_json
from reports.models.editions import Edition
from reports.models.papers import Paper
from reports.operations import issuing
from reports.publishing import jobs as publishing


def issue(paper: Paper, *, by, on) -> Edition:
    """The published edition of an approved paper.

    Raises `Refused` where it may not be issued, `PdfFault` where a file would be faulty; the
    frozen edition then waits, unpublished, and the next call goes on with it.
    """
    edition = issuing.freeze_edition(
        paper=paper, address=paper_address(paper), at=this_moment(), by=by, on=on
    )
    files = rendition.edition_files(from_json(edition.document), paper.slug)
    published = issuing.publish(edition=edition, files=files, at=this_moment(), by=by, on=on)
    after_publication(published)
    return published


def after_publication(edition: Edition):
    """Enqueues what follows once an edition is public: a line for each. May be called again for the
    same edition, so what it enqueues finds out what is done already."""
    publishing.follow_publication(edition.paper_id)


def after_taking_down(paper: Paper) -> bool:
    """What follows once editions of a paper were taken down, or may be read again: a line for each.

    False where the published folder did not follow: nobody reads it here, and a job tries again.
    """
    return publishing.follow(paper)
