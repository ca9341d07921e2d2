"""Issue: frozen, rendered, published, each step safe to repeat; afterwards nothing moves."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.looked_after.models.censuses import Census
from assurance.people.models.posts import Post
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day, this_moment
from reports.approvals.operations import approvals
from reports.documents import formats
from reports.documents.document import from_json, text_of
from reports.documents.issue_time import day_of_issue
from reports.documents.pdf.file import PdfFault
from reports.editions.models.editions import Edition
from reports.issue import jobs
from reports.issue.operations import steps
from reports.papers.addresses import edition_address, figure_address, paper_address
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation, ReportTemplate
from tests import cast
from tests.make import audits, looked_after
from tests.make.drafts import ON, sent_and_approved, written

pytestmark = pytest.mark.django_db
ADDRESS = "/netherby/reports/assurance/january-2016/"


def frozen(paper, by):
    """The edition as the first step leaves it."""
    said = {"paper": paper, "address": paper_address(paper), "at": this_moment()}
    return steps.freeze_edition(by=by, on=ON, **said)


def published(edition, by):
    """The edition as the last step leaves it, without waiting for its PDF."""
    files = formats.render(from_json(edition.document), "january-2016", ["html"])
    return steps.publish(edition=edition, files=files, at=this_moment(), by=by, on=ON)


@pytest.mark.long
def test_the_files_of_a_demonstration_have_the_date_of_its_pages(settings):
    settings.CANDOUR_TODAY = ON.isoformat()
    clerk = cast.clerk()
    edition = jobs._frozen(sent_and_approved(written(clerk), clerk), clerk, ON)
    document = from_json(edition.document)
    assert day_of_issue(document) == edition.issued_on == ON
    page = formats.print_html(document)
    assert f"published on {say_day(ON)}" in page


def with_a_small_number():
    """(paper, clerk): an approved paper that quotes a number which the public does not get."""
    clerk = cast.clerk()
    looked_after.census(
        council=clerk.council,
        date=date(2015, 6, 30),
        total=40,
        parts={"placement": {"agency_foster": 3, "not_broken_down": 37}},
    )
    block = {
        "slug": "small",
        "part": "introduction",
        "kind": "paragraph",
        "text": "On 30 June 2015 agencies cared for "
        "[[looked_after.placement:agency_foster @2015-06-30]].",
    }
    return sent_and_approved(written(clerk, block), clerk), clerk


def test_an_approved_paper_is_issued_with_its_files_and_their_fingerprints(approved):
    paper, clerk, approver = approved
    edition = jobs.issue(paper, by=clerk, on=ON)
    stem = "january-2016"
    forms = [f"{stem}.docx", f"{stem}.html", f"{stem}.pdf"]
    data = [f"{stem}-figures.csv", f"{stem}-figures.json", f"{stem}-tables.json"]
    names = ["csv-metadata.json", *data, *forms, "manifest.json", "paper.css"]
    assert [file.name for file in edition.files.all()] == names
    kept = edition.files.of_type("application/pdf")
    assert kept.sha256 == formats.RenderedFile("", "", bytes(kept.content)).sha256
    assert str(kept) == "january-2016.pdf"
    paper.refresh_from_db()
    assert paper.status == Paper.ISSUED
    document = from_json(edition.document)
    assert not document.draft
    assert f"{approver.name}, 18 January 2016" in text_of(document.sections)
    published = HistoryEntry.objects.of(paper.council).get(what="papers.publish")
    assert published.changes["january-2016.pdf"]["to"] == kept.sha256
    assert (str(edition), edition.council) == ("Assurance report, edition 1", paper.council)
    assert edition.history_digest == published.prev, "where history stood before it"
    # What was frozen at one moment is the same file whenever it is made.
    assert formats.pdf(document, "january-2016") == bytes(kept.content)


@pytest.mark.long
def test_a_paper_without_an_approval_is_not_issued():
    clerk = cast.clerk(cast.make_council("elsewhere"))
    paper = approvals.send_for_approval(paper=written(clerk), by=clerk, on=ON)
    with pytest.raises(Refused, match="needs the approval of another person"):
        jobs.issue(paper, by=clerk, on=ON)
    assert not Edition.objects.exists()


def test_an_issue_that_stopped_goes_on_with_the_addresses_of_its_edition_and_figures(approved):
    paper, clerk, _ = approved
    first = frozen(paper, clerk)
    assert not Edition.objects.published().exists()
    again = frozen(paper, clerk)
    assert (again.pk, again.frozen_at) == (first.pk, first.frozen_at)
    assert Edition.objects.count() == 1
    assert published(again, clerk).published_at
    assert HistoryEntry.objects.filter(what="papers.freeze_edition").count() == 1
    assert from_json(first.document).address == ADDRESS
    assert edition_address(first) == f"{ADDRESS}edition-1/"
    assert figure_address(first, 3) == f"{ADDRESS}edition-1/figures/3/"


def test_two_issues_at_once_publish_one_edition_which_cannot_be_taken_back(approved):
    paper, clerk, _ = approved
    one, other = frozen(paper, clerk), frozen(paper, clerk)
    first, second = published(one, clerk), published(other, clerk)
    assert first.published_at == second.published_at
    assert Edition.objects.get().files.count() == 2
    assert HistoryEntry.objects.filter(what="papers.publish").count() == 1
    with pytest.raises(Refused, match="is already published"):
        jobs.issue(paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="can no longer change"):
        approvals.take_back(paper=paper, by=clerk, on=ON)


@pytest.mark.long
def test_a_pdf_with_a_fault_publishes_nothing_and_the_paper_can_be_mended():
    clerk = cast.clerk(cast.make_council("elsewhere"))
    paper = written(clerk)
    Paper.objects.update(title="")
    paper = sent_and_approved(paper, clerk)
    with pytest.raises(PdfFault, match="has no title"):
        jobs.issue(paper, by=clerk, on=ON)
    assert not Edition.objects.published().exists()
    waiting = Edition.objects.get()
    assert {one.name for one in waiting.files.all()} == {"january-2016.html", "paper.css"}
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    assert paper.status == Paper.WRITING
    assert not Edition.objects.exists()
    with pytest.raises(Refused, match="taken back while it was being published"):
        published(waiting, clerk)


def test_a_paper_that_is_returned_while_it_is_issued_is_not_published(approved):
    paper, clerk, approver = approved
    waiting = frozen(paper, clerk)
    approvals.return_to_writers(paper=paper, remarks="Wait.", by=approver, on=ON)
    with pytest.raises(Refused, match="nothing was published"):
        published(waiting, clerk)
    paper.refresh_from_db()
    assert paper.status == Paper.WRITING


def test_provenance_holds_counts_bases_and_digests_keyed_by_the_installation(settings, approved):
    paper, clerk, _ = approved
    edition = frozen(paper, clerk)
    rows = list(edition.provenance.all())
    assert [(one.number, one.key, one.count) for one in rows] == [
        (1, "audits.done", 2),
        (2, "looked_after.children", 188),
        (3, "looked_after.children", 210),
    ]
    assert (rows[0].rows, len(rows[0].rows_digest)) == (2, 64)
    assert rows[0].definition["rule"]
    assert str(rows[0]).strip() == "audits.done"
    before = frozen(paper, clerk).provenance.first().rows_digest
    approvals.take_back(paper=paper, by=clerk, on=ON)
    settings.DIGEST_KEY = "another key"
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert paper.frozen["provenance"][0]["rows_digest"] != before


def test_an_edition_keeps_its_words_when_everything_under_it_changes(approved):
    paper, clerk, _ = approved
    edition = published(frozen(paper, clerk), clerk)
    document, files = edition.document, [bytes(one.content) for one in edition.files.all()]
    CaseAudit.objects.update(withdrawn_on=ON, withdrawn_by=clerk, withdrawn_because="Twice")
    audits.case_audit(council=paper.council, audited_on=date(2015, 4, 4))
    Census.objects.update(total=7)
    Post.objects.update(title="Another post", email="other@example.org")
    Abbreviation.objects.create(council=paper.council, short="files", long="Files")
    ReportTemplate.objects.update(spec={})
    paper.blocks.update(text="Other words.", heading="Other", data={})
    paper.named_dates.update(start=date(2001, 1, 1))
    Paper.objects.update(title="Another", parts={})
    kept = Edition.objects.get()
    assert kept.document == document
    assert [bytes(one.content) for one in kept.files.all()] == files
    assert "188 children" in text_of(from_json(kept.document).sections)
