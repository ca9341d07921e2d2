"""Pages of files that go with a paper: imported, refused, given out, removed with the paper."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assurance.attachments import storage
from reports.documents.enclosures import NOT
from reports.editions.models.editions import EditionFile
from reports.papers.models.enclosures import Enclosure
from tests import cast
from tests.editor.test_enclosures import ANNEX, WHY
from tests.make import drafts, enclosures, papers
from tests.make.enclosures import PLAIN
from tests.page_requests import at, boxes, errors, words

pytestmark = pytest.mark.django_db
DATED = boxes(dated="2 11 2015")
REASON = "It holds exempt information."


@pytest.fixture
def clerk(db):
    """Who writes it."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper with an annex, being written."""
    return drafts.written(clerk, ANNEX)


def upload(name="visits.pdf", content=PLAIN):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def public(edition, *more):
    """The address of the first background paper of an edition."""
    of = edition.paper
    return "/".join(
        ["", of.council.slug, "reports", of.series.slug, of.slug, "background", *more, ""]
    )


def test_a_background_paper_is_added_seen_and_withdrawn(browser, paper):
    paper.parts |= {"background_papers": {"papers": ["Letter of the Chair"]}}
    paper.save()
    assert "without a copy or a reason" in words(browser.get(at(paper, "enclosed")))
    asked = "The report names 1 background paper without a copy"
    assert asked in words(browser.get(at(paper, "draft")))
    page = browser.get(at(paper, "enclose-background") + "?title=Letter of the Chair")
    assert 'value="Letter of the Chair"' in page.content.decode()
    said = {"title": "Letter of the Chair", "reason": "", "file": upload(), **DATED}
    assert browser.post(at(paper, "enclose-background"), said).status_code == 302
    row = Enclosure.objects.get()
    assert asked not in words(browser.get(at(paper, "draft")))
    shown = words(browser.get(at(paper, "enclosed")))
    assert "Letter of the Chair" in shown and "without a copy" not in shown
    given = browser.get(at(paper, "enclosed-copy", row.pk))
    assert given.content == PLAIN and given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Disposition"] == 'attachment; filename="visits.pdf"'
    out = at(paper, "withdraw-enclosed", row.pk)
    assert browser.post(out, {"because": "Wrong one.", "version": "1"}).status_code == 302
    assert browser.get(at(paper, "enclosed-copy", row.pk)).status_code == 404


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Choose a copy to keep, or give the reason why none is kept"),
        ({"file": upload("visits.pdf", b"MZ")}, "The file is a Windows program"),
        ({"reason": REASON, "title": ""}, "Enter what the background paper is"),
        ({"reason": REASON, **boxes(dated="2 13 2015")}, "date"),
    ],
)
def test_what_is_refused_stays_typed(browser, paper, said, sentence):
    typed = {"title": "Letter of the Chair", "reason": "", **DATED, **said}
    answer = browser.post(at(paper, "enclose-background"), typed)
    assert sentence in str(errors(answer))
    if typed["title"]:
        assert 'value="Letter of the Chair"' in answer.content.decode()
    assert not Enclosure.objects.exists()


def test_an_annex_is_imported_or_refused_at_what_it_lacks(browser, paper):
    said = {"annex": "plan", "summary": "What is done.", "how": NOT, "reason": ""}
    answer = browser.post(at(paper, "enclose-annex"), {**said, "file": upload("plan.pdf")})
    assert "Explain why there is no form that everyone can read" in str(errors(answer))
    answer = browser.post(at(paper, "enclose-annex"), {**said, "how": "itself", "file": upload()})
    assert "cannot read this untagged PDF" in str(errors(answer))
    done = browser.post(at(paper, "enclose-annex"), {**said, "reason": WHY, "file": upload()})
    assert done.status_code == 302
    assert f"No form that everyone can read: {WHY}" in words(browser.get(at(paper, "enclosed")))
    row = Enclosure.objects.get()
    assert browser.get(at(paper, "enclosed-form", row.pk)).status_code == 404
    storage.place_of("netherby", row.sha256).write_bytes(b"changed")
    lost = browser.get(at(paper, "enclosed-copy", row.pk), follow=True)
    assert "is not where it was kept" in words(lost)


def test_another_councils_clerk_and_an_officer_get_nothing(client, paper):
    row = enclosures.background(paper=paper)
    client.force_login(cast.clerk(cast.make_council("elsewhere")))
    assert client.get(at(paper, "enclosed-copy", row.pk)).status_code == 404
    client.force_login(cast.officer())
    assert client.get(at(paper, "enclosed-copy", row.pk)).status_code == 403


@pytest.mark.long
def test_anybody_reads_a_copy_until_it_is_removed_with_the_paper(client):
    edition = enclosures.edition()
    page = words(client.get(public(edition, "1")))
    assert "Download the copy (PDF" in page and "It is open to everyone until" in page
    given = client.get(public(edition, "1", "copy"))
    assert given.content == PLAIN and given["Content-Type"] == "application/pdf"
    assert "Visits of inspectors" in words(client.get(public(edition)[: -len("background/")]))
    for address in (public(edition, "2"), public(edition, "2", "copy")):
        assert client.get(address).status_code == 404
    papers.remove_edition(edition=edition)
    for address in (public(edition, "1"), public(edition, "1", "copy")):
        answer = client.get(address)
        assert answer.status_code == 410 and "Visits of inspectors" not in words(answer)


def test_what_is_no_longer_open_says_whom_to_ask(client):
    edition = enclosures.edition(None, date(2016, 1, 18))
    page = words(client.get(public(edition, "1")))
    assert "was open to everyone until 17 January 2020" in page and "Ask the clerk" in page
    closed = client.get(public(edition, "1", "copy"))
    assert closed.status_code == 410 and PLAIN not in closed.content


def test_what_was_never_kept_or_is_lost_says_so(client):
    council = cast.make_council()
    none = enclosures.published(council, files=(), reason=REASON)
    edition = enclosures.edition(council, None, none)
    assert REASON in words(client.get(public(edition, "1")))
    assert client.get(public(edition, "1", "copy")).status_code == 404
    lost = enclosures.published(council, b"%PDF-1.7 lost")
    other = enclosures.edition(council, None, lost)
    storage.place_of(council.slug, lost.files[0].sha256).unlink()
    gone = client.get(public(other, "1", "copy"))
    assert gone.status_code == 404 and "is not where it was kept" in words(gone)


def test_the_accessibility_statement_names_what_not_everybody_can_read(client):
    assert "No annex that was published lacks a form" in words(client.get("/accessibility/"))
    council = cast.make_council()
    of = papers.issued_paper(council=council)
    row = enclosures.annex(paper=of)
    assert row.title not in words(client.get("/accessibility/"))
    edition = papers.edition(paper=of, published_at=None)
    EditionFile.objects.create(
        edition=edition,
        name="annex.pdf",
        media_type="application/pdf",
        sha256=row.sha256,
        size=row.size,
        content=PLAIN,
    )
    edition.published_at = edition.frozen_at
    edition.save()
    page = words(client.get("/accessibility/"))
    assert "Plan on a page, in “Assurance report”</a>: The regulator sent it as a scan." in page
    papers.remove_edition(edition=edition)
    assert row.title not in words(client.get("/accessibility/"))
