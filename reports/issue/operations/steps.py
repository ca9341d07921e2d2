"""Issue, in steps that are each safe to repeat: freeze an edition, render outside the transaction
and keep what was rendered, publish.

Nothing of an edition changes after `publish`: a later step that finds it done gives it back as it
is.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from assurance.public_pages.models.contacts import contact_words
from assurance.records import history, history_chain
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals import corrections, requirements
from reports.approvals.missing_approvals import why_not_freeze
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.documents.digest import content_digest
from reports.documents.document import from_json, to_json
from reports.documents.formats import RenderedFile
from reports.editions.correction_notice import has_removed
from reports.editions.models.editions import Edition, EditionFile, Provenance
from reports.editions.models.removals import PERSONAL
from reports.editions.snapshot import issued, marked_urgent
from reports.issue import hooks
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.issue.operations import removals
from reports.papers import lifecycle
from reports.papers.models import correction_details
from reports.papers.models.papers import Paper

TAKEN_BACK = "This report was taken back while it was being published, so nothing was published."


@transaction.atomic
def freeze_edition(*, paper, address, at, by, on) -> Edition:
    """The edition of an approved paper, with its words and its provenance; `address` is its public
    one.

    Raises `Refused` without an approval, by another person, of exactly what will print, unless one
    person issues it in an emergency, as the edition then says. A second call gives the edition that
    the first one made.
    """
    paper = locked(Paper, paper.pk)
    waiting = paper.editions.filter(published_at__isnull=True).first()
    if waiting:
        return waiting
    refuse_if(why_not_freeze(paper, on))
    urgent = EmergencyIssue.objects.of_round(paper)
    number = (paper.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    approvals = requirements.printed(paper)
    dated = {"number": number, "at": at, "on": on, "contact": contact_words(paper.council, on)}
    document = issued(paper.frozen, **dated, approvals=approvals, address=address)
    if urgent:
        document = marked_urgent(document, urgent.issued_by_title, urgent.issued_on, urgent.reason)
    edition = Edition.objects.create(
        paper=paper,
        number=number,
        title=correction_details.corrected(paper).title,
        document=to_json(document),
        digest=content_digest(document),
        issued_on=on,
        issued_by=by,
        frozen_at=at,
    )
    Provenance.objects.bulk_create(
        Provenance(edition=edition, **row) for row in paper.frozen["provenance"]
    )
    EmergencyIssue.objects.filter(pk=urgent.pk if urgent else None).update(edition=edition)
    changes = history.changes({"digest": ""}, {"digest": edition.digest}, Edition.personal)
    history.record("papers.freeze_edition", about=edition, by=by, on=on, changes=changes)
    return edition


@transaction.atomic
def keep_files(*, edition, files: Sequence[RenderedFile], by, on) -> Edition:
    """The frozen edition with these of its files, which nobody can read before it is published.
    Those that it has already stay: its words have not moved since. Raises `Refused` where the paper
    was taken back meanwhile."""
    edition = _locked(edition)
    values = {} if edition.published_at else _create_files(edition, files)
    public = dict.fromkeys(values, EditionFile.personal["sha256"])
    changes = history.changes({}, values, public)
    history.record("papers.keep_files", about=edition, by=by, on=on, changes=changes)
    return edition


@transaction.atomic
def publish(*, edition, files: Sequence[RenderedFile], at, by, on) -> Edition:
    """The edition with its files, those that it has and `files`, readable by everyone from now on;
    a second call changes nothing. It keeps the digest that history stood at, so that a chain
    written anew would not fit what was published. Raises `Refused` where the paper was taken back
    while its files were made."""
    edition = _locked(edition)
    if edition.published_at:
        return edition
    _create_files(edition, files)
    edition.published_at = at
    edition.history_digest = history_chain.head(edition.council.slug)
    edition.save(update_fields=["published_at", "history_digest"])
    correction_details.settle(edition.paper)
    edition.paper.save(update_fields=correction_details.SETTLED)
    hooks.index(edition)
    # What was removed before stays so; the newest edition is what the paper's address shows.
    removed = _removed_by(edition)
    now = {"corrects": None, "correction_note": "", "numbers_removed": [], "withdrawn_on": None}
    Paper.objects.filter(pk=edition.paper_id).update(status=Paper.ISSUED, **now)
    corrections.forget_before(edition.paper_id)
    if removed:
        removals.remove(
            paper=edition.paper,
            numbers=removed,
            reason=PERSONAL,
            explanation=lifecycle.REMOVED.format(number=edition.number),
            by=edition.issued_by,
            on=on,
            successor=edition,
        )
    IssueSchedule.objects.filter(paper=edition.paper_id).delete()
    ended = {"state": IssueJob.PUBLISHED, "edition": edition, "trouble": "", "again_at": None}
    IssueJob.objects.open().filter(paper=edition.paper_id).update(**ended)
    values = dict(edition.files.values_list("name", "sha256")) | hooks.index_digests(edition)
    public = dict.fromkeys(values, EditionFile.personal["sha256"])
    changes = history.changes({}, values, public)
    history.record("papers.publish", about=edition, by=by, on=on, changes=changes)
    return edition


def _removed_by(edition):
    """The numbers of the earlier editions that nobody may read once `edition` is public, since it
    takes a number out of them that is protected, or for a person's sake."""
    before = edition.paper.corrected_edition
    documents = (from_json(row.document) for row in (before, edition) if row)
    if before is None or not has_removed(*documents, edition.paper.numbers_removed):
        return []
    # What is down already may come back, unless this keeps it away.
    return [row.number for row in edition.paper.editions.published().exclude(pk=edition.pk)]


def _locked(edition):
    # The paper first, as every other step takes it, so that no two wait for each other.
    locked(Paper, edition.paper_id)
    edition = Edition.objects.filter(pk=edition.pk).first()
    refuse_if(TAKEN_BACK if edition is None else "")
    return edition


def _create_files(edition, files):
    """Writes those of `files` that the edition has not; gives name → fingerprint of them."""
    current = set(edition.files.values_list("name", flat=True))
    new = [file for file in files if file.name not in current]
    EditionFile.objects.bulk_create(
        EditionFile(
            edition=edition,
            name=file.name,
            media_type=file.media_type,
            sha256=file.sha256,
            size=len(file.content),
            content=file.content,
        )
        for file in new
    )
    return {file.name: file.sha256 for file in new}
