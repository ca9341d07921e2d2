"""Background papers and annexes that are files: kept, refused, printed, published as they are."""

import json
import zlib
from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.documents.document import from_json, text_of
from reports.documents.enclosures import (
    ANOTHER,
    ITSELF,
    NOT,
    UploadedFile,
    is_tagged,
    size_in_words,
)
from reports.editions.enclosure_files import annex_files
from reports.editions.snapshot import draft
from reports.editor.operations import enclosures as enclosing
from reports.issue import jobs
from reports.papers.models.enclosures import Enclosure
from tests import cast
from tests.make import drafts, enclosures
from tests.make.drafts import ON
from tests.make.enclosures import PLAIN, TAGGED

ANNEX = {
    **{"slug": "plan", "part": "annexes", "kind": "annex", "parent": ""},
    **{"heading": "Plan on a page", "text": "", "data": {}},
}
FILE = UploadedFile("plan.pdf", PLAIN)
GOOD = UploadedFile("plan.pdf", TAGGED)
TEXT = UploadedFile("plan.txt", b"By June: two more managers.\n")
WHY = "The regulator sent it as a scan"
pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper with an annex that holds nothing yet."""
    return drafts.written(clerk, ANNEX)


def background(paper, by, **said):
    """A background paper with a copy."""
    usual = {"title": "Visits of inspectors", "dated": date(2015, 11, 2), "reason": ""}
    usual["copy"] = UploadedFile("visits.pdf", PLAIN)
    return enclosing.enclose_background(paper=paper, by=by, on=ON, **{**usual, **said})


def annex(paper, by, **said):
    """The annex as a file that not everybody can read."""
    usual = {"annex": "plan", "summary": "What is done by when.", "file": FILE, "how": NOT}
    usual |= {"form": None, "reason": WHY}
    return enclosing.enclose_annex(paper=paper, by=by, on=ON, **{**usual, **said})


def prints(paper):
    return text_of(draft(paper))


def test_a_copy_is_kept_and_named_in_the_paper(paper, clerk):
    row = background(paper, clerk)
    assert row.content() == PLAIN
    assert row.number == 1
    said = "Visits of inspectors, 2 November 2015. A copy is kept with this report (PDF, 1 KB)."
    assert said in prints(paper)
    assert HistoryEntry.objects.filter(what="papers.enclose").count() == 1
    assert paper.was_edited_by(clerk)


def test_one_without_a_copy_says_why_and_takes_the_place_of_the_line_that_named_it(paper, clerk):
    paper.parts |= {"background_papers": {"text": "None.", "papers": ["Letter of the Chair."]}}
    paper.save()
    assert "None." in prints(paper)
    background(paper, clerk, title="Letter of the Chair", dated=None, copy=None, reason="Exempt")
    said = prints(paper)
    assert "None." not in said and said.count("Letter of the Chair") == 1
    assert "Letter of the Chair. No copy is kept with this report: Exempt." in said


def test_an_annex_prints_what_it_says_and_how_it_can_be_read(paper, clerk):
    annex(paper, clerk)
    said = prints(paper)
    assert "What is done by when. This annex is a file of its own" in said
    assert f"There is no form of it that everybody can read: {WHY}." in said
    [one] = draft(paper).enclosed
    assert one.anchor == "annex-a" and not one.files[0].accessible


@pytest.mark.long
def test_an_annex_can_be_read_as_it_is_or_in_another_file(paper, clerk):
    annex(paper, clerk, how=ANOTHER, form=TEXT, reason="")
    assert "A form of it that everybody can read is published as well: plain text, 1 KB" in prints(
        paper
    )
    row = Enclosure.objects.get()
    assert row.content(of_form=True) == TEXT.content
    withdrawn = enclosing.withdraw_enclosure(
        enclosure=row, version=row.version, because="Old.", by=clerk, on=ON
    )
    assert withdrawn.is_withdrawn and "file of its own" not in prints(paper)
    annex(paper, clerk, how=ITSELF, file=GOOD, reason="")
    assert draft(paper).enclosed[0].files[0].accessible
    assert Enclosure.objects.active().get().number == 2


def test_a_background_paper_needs_a_copy_or_a_reason_and_not_both(paper, clerk):
    with pytest.raises(Refused, match="give the reason why none is kept"):
        background(paper, clerk, copy=None)
    with pytest.raises(Refused, match="leave out the reason"):
        background(paper, clerk, reason="None.")


def test_an_annex_is_one_file(paper, clerk):
    annex(paper, clerk)
    with pytest.raises(Refused, match="is a file already"):
        annex(paper, clerk)


def issued(paper, clerk):
    """The edition of the paper, through all its steps."""
    paper = drafts.with_reasons(paper, clerk)
    paper = drafts.sent_and_approved(paper, clerk)
    return jobs.issue(paper, by=clerk, on=ON)


def test_an_edition_holds_the_files_as_they_were_brought(paper, clerk):
    annex(paper, clerk, how=ANOTHER, form=TEXT, reason="")
    background(paper, clerk)
    edition = issued(paper, clerk)
    files = {one.name: bytes(one.content) for one in edition.files.all()}
    assert files["january-2016-annex-a.pdf"] == PLAIN
    assert files["january-2016-annex-a-other-form.txt"] == TEXT.content
    told = json.loads(files["manifest.json"])
    assert {"january-2016-annex-a.pdf"} <= {one["name"] for one in told["files"]}
    [kept] = told["background_papers"]
    assert kept["address"].endswith("/january-2016/background/1/")
    assert kept["kept"] == [
        {"size": len(PLAIN), "sha256": draft(paper).enclosed[1].files[0].sha256}
    ]


@pytest.mark.long
def test_what_is_approved_holds_the_fingerprint_of_its_files(paper, clerk):
    row = annex(paper, clerk)
    sent = approvals.send_for_approval(paper=drafts.with_reasons(paper, clerk), by=clerk, on=ON)
    assert row.sha256 in json.dumps(sent.frozen["public"])
    document = from_json(sent.frozen["public"])
    assert [one.content for one in annex_files(document, "p", "netherby")] == [PLAIN]


def test_a_file_that_was_changed_on_disk_is_not_published(paper, clerk):
    row = annex(paper, clerk)
    document = draft(paper)
    place = enclosures.storage.place_of("netherby", row.sha256)
    place.write_bytes(b"%PDF-1.7 something else")
    assert row.content() is None
    with pytest.raises(Refused, match="“Plan on a page” is not where it was kept"):
        annex_files(document, "p", "netherby")
    place.write_bytes(PLAIN)


def test_tags_are_found_in_the_open_and_packed():
    packed = zlib.compress(b"<< /Type /Catalog /StructTreeRoot 5 0 R >>")
    assert is_tagged(TAGGED)
    assert is_tagged(b"%PDF-1.5\n1 0 obj << /Type /ObjStm >>\nstream\n" + packed + b"\nendstream")
    assert not is_tagged(PLAIN)
    assert not is_tagged(b"%PDF-1.5\n1 0 obj << /Type /ObjStm >>\nstream\nrubbish\nendstream")


@pytest.mark.parametrize(("size", "said"), [(1, "1 KB"), (20_000, "20 KB"), (3_000_000, "2.9 MB")])
def test_a_size_is_said_in_words(size, said):
    assert size_in_words(size) == said


def test_the_file_of_an_exempt_annex_is_named_in_no_open_paper(paper, clerk):
    annex(paper, clerk, summary="What is exempt.")
    block = paper.blocks.get(slug="plan")
    block.data = {"state": "exempt", "category": "3", "interest": "It would harm the sale."}
    block.save()
    assert draft(paper).enclosed == ()
    assert "What is exempt" not in prints(paper)
    [kept] = draft(paper, "restricted").enclosed
    assert kept.anchor == "annex-a"
