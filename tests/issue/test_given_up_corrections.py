"""A correction that is given up: the report is what it was, and nothing public has moved."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import serializers

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import When, moment_of_today
from reports.approvals.models.corrections import PaperBeforeCorrection
from reports.approvals.operations import approvals
from reports.editions.snapshot import RESTRICTED, restricted
from reports.editor.operations import block_order, sources
from reports.editor.operations import enclosures as enclosing
from reports.issue import jobs as issuing
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import corrections, jobs
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source
from reports.papers.operations import papers as writing
from tests.issue.test_corrected_editions import NOTE, bytes_of, corrected, issued
from tests.issue.test_issue import frozen
from tests.make import drafts as writings
from tests.make import enclosures
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db
NO_COPY = {"sha256": "", "name": "", "kind": "", "size": 0, "reason": "It is printed."}
WHY = "The figure was right."

__all__ = ["issued"]


def give_up(paper, clerk, reason=WHY):
    """The paper once its correction is given up."""
    done = corrections.give_up_correction(paper=paper, reason=reason, by=clerk, on=ON)
    return Paper.objects.get(pk=done.pk)


def rows(paper):
    """Everything that the paper has of its own, versions apart, as Django writes rows."""
    standing = paper.blocks.filter(removed_on=None)
    held = [*standing, *paper.named_dates.all(), *paper.sources.all()]
    held += [*paper.proposed_answers.all(), *Enclosure.objects.of_paper(paper)]
    plain = serializers.serialize("python", [Paper.objects.get(pk=paper.pk), *held])
    for one in plain:
        one["fields"].pop("version", None)
    return plain


def changed_throughout(paper, clerk):
    """The paper with one of everything changed, added and removed in its correction."""
    doing = {"by": clerk, "on": ON}
    row = paper.blocks.get(slug="purpose")
    words = {"text": "Other words."}
    writing.change_block(block=row, version=row.version, words=words, **doing)
    more = {"slug": "more", "kind": "paragraph", "part": row.part, "parent": row.parent}
    added = writing.add_block(paper=paper, after=row, block={**more, "text": "More."}, **doing)
    block_order.move_block(block=added, up=True, **doing)
    gone = paper.blocks.filter(removed_on=None, kind="paragraph").last()
    block_order.remove_block(block=gone, version=gone.version, **doing)
    paper.refresh_from_db()
    details = {"title": "Another title", "paper_date": date(2016, 2, 1)}
    paper = writing.change_details(paper=paper, version=paper.version, details=details, **doing)
    names = {"another": When.at(date(2015, 3, 1))}
    writing.set_dates(paper=paper, version=paper.version, names=names, **doing)
    [source] = paper.sources.all()
    said = {"kind": source.kind, "words": "The fostering register", "day": source.date}
    sources.change_source(source=source, seen=source.fields, **said, **doing)
    sources.add_source(paper=paper, **{**said, "words": "The adoption register"}, **doing)
    [kept] = Enclosure.objects.of_paper(paper)
    said = {"version": kept.version, "because": "Another file"}
    enclosing.withdraw_enclosure(enclosure=kept, **said, **doing)
    enclosures.background(paper=paper, number=2, **NO_COPY)
    return approvals.word_correction(paper=paper, note=NOTE, **doing)


@pytest.fixture
def held(issued):
    """(paper, clerk, approver) of a published paper with a source and a background paper."""
    paper, clerk, approver = issued
    said = {"kind": "document", "words": "The register of staff", "date": date(2015, 12, 1)}
    Source.objects.create(paper=paper, slug="register", **said)
    enclosures.background(paper=paper, **NO_COPY)
    return Paper.objects.get(pk=paper.pk), clerk, approver


@pytest.mark.sampled(4)
@pytest.mark.parametrize("far", ["writing", "sent", "approved", "frozen", "set"])
def test_a_correction_is_given_up_however_far_it_is(held, far):
    paper, clerk, approver = held
    first = paper.editions.get()
    before, kept, full = rows(paper), bytes_of(first), restricted(first)
    standing = list(paper.standing_approvals)
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    if far == "writing":
        paper = changed_throughout(paper, clerk)
    else:
        paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
        paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    if far in ("approved", "frozen", "set"):
        paper = writings.approve(paper, approver)
    if far == "frozen":
        edition = frozen(paper, clerk)
        at = datetime(2016, 1, 18, 9, tzinfo=UTC)
        jobs.ask_to_issue(edition=edition, at=at, by=clerk, on=ON)
    if far == "set":
        now = moment_of_today()
        at = {"at": now + timedelta(days=1), "now": now}
        jobs.set_hour(paper=paper, **at, by=clerk, on=ON)
    entries = HistoryEntry.objects.count()
    paper = give_up(paper, clerk)
    assert rows(paper) == before
    assert (paper.status, paper.corrects, paper.is_public) == (Paper.ISSUED, None, True)
    assert list(paper.standing_approvals) == standing and standing
    assert (paper.correction_note, paper.numbers_removed) == ("", [])
    assert bytes_of(paper.editions.get()) == kept
    assert restricted(paper.editions.get()) == full and paper.frozen[RESTRICTED]
    assert not hasattr(paper, "set_hour") and not paper.issue_jobs.open().exists()
    assert HistoryEntry.objects.count() == entries + 1
    entry = HistoryEntry.objects.latest("seq")
    assert entry.what == "papers.give_up_correction" and WHY not in str(entry.changes)
    assert entry.changes["corrects"] == {"from": 1, "to": None}
    assert not PaperBeforeCorrection.objects.exists()


def test_the_next_correction_begins_with_the_published_words_and_nobody_has_edited_it(held):
    paper, clerk, approver = held
    words = paper.blocks.get(slug="purpose").text
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    both = approvals.word_correction(paper=paper, note=NOTE, by=approver, on=ON)
    assert both.was_edited_by(approver)
    paper = give_up(changed_throughout(paper, clerk), clerk)
    second = corrected(paper, clerk, approver)
    assert second.number == 2 and second.published_at
    paper.refresh_from_db()
    assert paper.blocks.get(slug="purpose").text != words
    assert not PaperBeforeCorrection.objects.exists()


def test_an_issue_that_was_asked_for_publishes_nothing_once_it_is_given_up(held):
    paper, clerk, approver = held
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    paper = writings.sent_and_approved(paper, clerk, approver)
    edition = frozen(paper, clerk)
    at = datetime(2016, 1, 18, 9, tzinfo=UTC)
    run = jobs.ask_to_issue(edition=edition, at=at, by=clerk, on=ON)
    give_up(paper, clerk)
    issuing.issue_asked.enqueue(run.pk)
    run.refresh_from_db()
    assert run.state == IssueJob.DROPPED
    assert [one.number for one in paper.editions.published()] == [1]


def test_what_cannot_be_given_up_is_refused_in_a_sentence(held):
    paper, clerk, _ = held
    with pytest.raises(Refused, match="No edition of this report is being corrected"):
        give_up(paper, clerk)
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="Enter why the correction is given up"):
        give_up(paper, clerk, reason=" \n")
    PaperBeforeCorrection.objects.all().delete()
    with pytest.raises(Refused, match="began before corrections could be given up"):
        give_up(Paper.objects.get(pk=paper.pk), clerk)


def test_a_clerk_gives_it_up_on_its_page(held, client):
    paper, clerk, _ = held
    client.force_login(clerk)
    series = (paper.series.slug, paper.slug)
    page, draft = (f"/reports/{'/'.join(series)}/{end}" for end in ("correct/give-up/", ""))
    assert page not in client.get(draft).text
    approvals.begin_correction(paper=paper, by=clerk, on=ON)
    assert page in client.get(draft).text
    assert "Enter why the correction is given up" in client.post(page, {"reason": ""}).text
    answer = client.post(page, {"reason": WHY}, follow=True)
    assert "The correction was given up." in answer.text and page not in answer.text
    paper.refresh_from_db()
    assert paper.status == Paper.ISSUED
